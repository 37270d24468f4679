/**
 * Bâtit dist/ : la ligne de commande et l'API, en modules ES. Ce qui ne sert pas à toutes les commandes (rendus, Handlebars)
 * reste dans des morceaux chargés au premier besoin. Voir src/decisions/bundle.md.
 */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  entryPoints: { cli: entry('src/cli/main.ts'), index: entry('src/index.ts'), ouvrier: entry('src/preview/worker.ts') },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Node 20 les connaît : sans cela, esbuild réécrit chaque /\p{L}/u en `new RegExp`, refait à chaque passage.
  supported: { 'regexp-unicode-property-escapes': true },
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

// La page vivante, pour le navigateur : ses scripts et ses feuilles, comprimés ; le lecteur de PDF n'est chargé que par son onglet.
const page = (file) => entry(`src/preview/page/${file}`);
const { metafile: pageMetafile } = await build({
  absWorkingDir: directory,
  entryPoints: [{ in: page('main.ts'), out: 'page' }, { in: page('pdf-viewer.ts'), out: 'pdf-viewer' }, { in: page('page.css'), out: 'page' }, { in: page('feuilles.css'), out: 'feuilles' }],
  outdir: path.join(outdir, 'preview'),
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  external: ['/pdf-viewer.js'],
  metafile: true,
  target: ['es2022', 'chrome111', 'firefox121', 'safari16.4'],
  logLevel: 'warning',
});
copyFileSync(page('page.html'), path.join(outdir, 'preview/page.html'));
copyFileSync(entry('node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs'), path.join(outdir, 'preview/pdf.worker.js'));

const { count, text } = licences([...Object.keys(metafile.inputs), ...Object.keys(pageMetafile.inputs)], directory);
if (count < 10) throw new Error(`seulement ${count} paquets vus dans dist/ : la liste des licences est fausse`);
writeFileSync(path.join(outdir, 'LICENCES.md'), text);
writeGeographie(path.join(outdir, 'geographie'));
