/**
 * Ce que coûtent les balises : le même compilateur, empaqueté deux fois, la seconde fois avec le dessin de pdfmake tel quel et
 * sans arbre de structure. Ce commutateur n'existe qu'ici. Tours entrelacés, à chaud. `node test/bench/balises.js [tours]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const racine = fileURLToPath(new URL('../..', import.meta.url));
const tours = Number(process.argv[2] ?? 9);
const dossier = mkdtempSync(path.join(racine, 'node_modules/.banc-balises-'));

const nu = {
  name: 'sans-balises',
  setup({ onLoad }) {
    onLoad({ filter: /tags[\\/]painter\.ts$/ }, () => ({ loader: 'ts', resolveDir: path.join(racine, 'src/render/pdf/tags'), contents: "import { Renderer } from '../flow/internals.ts'; export const TaggedPainter = Renderer;" }));
    onLoad({ filter: /tags[\\/]write\.ts$/ }, () => ({ loader: 'ts', contents: 'export const writeStructure = () => 0;' }));
  },
};
const bati = async (nom, plugins) => {
  const outfile = path.join(dossier, `${nom}.mjs`);
  await build({ absWorkingDir: racine, entryPoints: ['src/index.ts'], bundle: true, format: 'esm', platform: 'node', external: ['pdfmake', 'pdfkit'], define: { CTG_VERSION: '"banc"' }, banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" }, outfile, plugins });
  return import(pathToFileURL(outfile).href);
};
try {
  const sujets = { 'balisé': await bati('balise', []), 'non balisé': await bati('nu', [nu]) };
  const releves = Object.fromEntries(Object.keys(sujets).map((nom) => [nom, []]));
  const octets = {};
  const territoire = path.join(racine, 'examples/creusot-montceau');
  for (let tour = -1; tour < tours; tour += 1) {
    for (const [nom, { compile, nodeHost }] of Object.entries(sujets)) {
      const debut = performance.now();
      const { outputs } = await compile(nodeHost(territoire, { packageRoot: racine, env: {} }), { targets: ['pdf'] });
      if (outputs.length !== 1) throw new Error('pas de PDF');
      if (tour >= 0) releves[nom].push(performance.now() - debut);
      octets[nom] = outputs[0].bytes.length;
    }
  }
  for (const [nom, ms] of Object.entries(releves)) {
    const tri = ms.sort((a, b) => a - b);
    console.log(`${nom} : médiane ${Math.round(tri[Math.floor(tri.length / 2)])} ms, ${Math.round(tri[0])}–${Math.round(tri[tri.length - 1])}, ${octets[nom]} octets`);
  }
} finally {
  rmSync(dossier, { recursive: true, force: true });
}
