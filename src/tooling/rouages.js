/**
 * `npm run rouages` : relève la version de pdfmake, de pdfkit et de fontkit, et l'empreinte du code de chaque méthode citée
 * dans src/render/pdf/flow/known.json. À lancer après avoir changé de version à dessein, ou cité une méthode de plus
 * (avec une empreinte vide). Dit ce qui change : c'est ce qu'il faut relire.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const file = new URL('src/render/pdf/flow/known.json', root);
const require = createRequire(new URL('package.json', root));

const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL('src/render/pdf/flow/known.ts', root))], bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20', define: { 'import.meta.url': JSON.stringify(new URL('package.json', root).href) } });
const { codeOf, fingerprint, foundVersions, WHOLE } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

/** Les classes que pdfkit n'exporte pas se prennent sur un document qui s'en sert. */
const PDFKit = createRequire(require.resolve('pdfmake/js/PDFDocument.js'))('pdfkit');
const doc = new PDFKit({ tagged: true, pdfVersion: '1.7' });
const font = new URL('templates/theme/fonts/SourceSans3_400Regular.ttf', root);
const instances = {
  PDFReference: () => doc.ref({}),
  PDFPage: () => doc.page,
  PDFNumberTree: () => doc.getStructParentTree(),
  PDFOutline: () => doc.outline,
  EmbeddedFont: () => doc.font(readFileSync(font))._font,
};
const ownerOf = (name) => {
  if (instances[name] !== undefined) return Object.getPrototypeOf(instances[name]());
  const { default: found } = require(`pdfmake/js/${name}.js`);
  return found.prototype ?? found;
};

const known = JSON.parse(readFileSync(file, 'utf8'));
const next = { versions: foundVersions(), methods: {} };
for (const [name, methods] of Object.entries(known.methods)) {
  next.methods[name] = {};
  const owner = ownerOf(name);
  // La classe entière en dernier : ce qu'on lit d'abord est la méthode qui a changé.
  for (const method of [...Object.keys(methods).filter((one) => one !== WHOLE), ...(WHOLE in methods ? [WHOLE] : [])]) {
    const code = codeOf(owner, method === WHOLE ? 'constructor' : method);
    if (code === null) throw new Error(`${name}.${method} n’existe pas.`);
    next.methods[name][method] = fingerprint(code);
    if (methods[method] !== next.methods[name][method]) console.log(`à relire : ${name}.${method}`);
  }
}
writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
