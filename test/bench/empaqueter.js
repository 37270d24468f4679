/** Met un fichier TypeScript du banc, avec les sources de ctg, en un module que Node lance. Il reste sous node_modules : il y trouve pdfmake. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));

/** Rend le chemin du module. */
export async function empaqueter(fichier) {
  const outfile = path.join(RACINE, 'node_modules/.cache/ctg-banc', `${path.basename(fichier, '.ts')}.js`);
  await build({
    absWorkingDir: RACINE,
    entryPoints: [fichier],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['pdfmake', 'pdfkit'],
    alias: { 'pdf-lib': path.join(RACINE, 'node_modules/pdf-lib/es/index.js') },
    define: { CTG_VERSION: '"banc"' },
    banner: { js: "import { createRequire as ctgRequire } from 'node:module'; const require = ctgRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  return outfile;
}
