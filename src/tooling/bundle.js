/**
 * Bâtit dist/ : la ligne de commande et l'API, en modules ES. Ce qui ne sert pas à toutes les commandes (rendus, Handlebars)
 * reste dans des morceaux chargés au premier besoin. Voir src/decisions/bundle.md.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeGeographie } from './geographie.js';
import { licences } from './licences.js';

const root = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const directory = fileURLToPath(root);
const outdir = path.join(directory, 'dist');
const entry = (file) => path.join(directory, file);

/** Ce qu'une bibliothèque charge et dont ctg ne se sert jamais : les phrases de Zod en cinquante langues, les cartes de source de Handlebars. */
const inutiles = {
  name: 'inutiles',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};' }));
    onResolve({ filter: /^source-map$/ }, () => ({ path: 'source-map', namespace: 'absent' }));
    onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'throw new Error("absent");' }));
  },
};

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: directory,
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
  // Chargée au besoin, sa forme CommonJS perdrait ses noms dans un morceau à part.
  alias: { 'pdf-lib': path.join(directory, 'node_modules/pdf-lib/es/index.js') },
  define: { CTG_VERSION: JSON.stringify(version) },
  // Des dépendances en CommonJS demandent les modules de Node par `require`.
  banner: { js: "import { createRequire as ctgRequire } from 'node:module'; const require = ctgRequire(import.meta.url);" },
  plugins: [inutiles],
  metafile: true,
  logLevel: 'warning',
});

const { count, text } = licences(Object.keys(metafile.inputs), directory);
if (count < 10) throw new Error(`seulement ${count} paquets vus dans dist/ : la liste des licences est fausse`);
writeFileSync(path.join(outdir, 'LICENCES.md'), text);
writeGeographie(path.join(outdir, 'geographie'));
