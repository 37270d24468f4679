/**
 * Bâtit dist/ : la ligne de commande et l'API, en modules ES. Ce qui ne sert pas à toutes les commandes (rendus, Handlebars)
 * reste dans des morceaux chargés au premier besoin. Voir src/decisions/bundle.md.
 */
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const outdir = fileURLToPath(new URL('dist', root));
const entry = (file) => fileURLToPath(new URL(file, root));

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { cli: entry('src/cli/main.ts'), index: entry('src/index.ts') },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'morceaux/[name]-[hash]',
  // pdfmake et pdfkit lisent leurs fichiers (profil de couleur, métriques) à côté d'eux : ils restent dans node_modules.
  external: ['pdfmake', 'pdfkit'],
  define: { CTG_VERSION: JSON.stringify(version) },
  // Des dépendances en CommonJS demandent les modules de Node par `require`.
  banner: { js: "import { createRequire as ctgRequire } from 'node:module'; const require = ctgRequire(import.meta.url);" },
  logLevel: 'warning',
});
