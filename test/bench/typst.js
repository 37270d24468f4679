/**
 * Les mêmes mots, avec les mêmes polices, en Typst : son PDF est balisé, comme celui de ctg. `source` le tire du contenu de nu.js ;
 * lancé seul (source, sortie, dossier du compilateur), ce fichier compile et écrit le PDF. Le compilateur (51 Mo) n'est pas une
 * dépendance : `compilateur` l'installe dans le cache de node_modules, à une version fixée.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));
const PAQUET = '@myriaddreamin/typst-ts-node-compiler';
const VERSION = '0.7.0';

/** Dossier où le compilateur est installé ; null, avec ce que npm en dit, s'il ne peut pas l'être (hors ligne). */
export function compilateur() {
  const dossier = path.join(RACINE, 'node_modules/.cache/ctg-banc', `typst-${VERSION}`);
  if (existsSync(path.join(dossier, 'node_modules', PAQUET, 'package.json'))) return { dossier, raison: '' };
  mkdirSync(dossier, { recursive: true });
  writeFileSync(path.join(dossier, 'package.json'), '{ "private": true }\n');
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', `${PAQUET}@${VERSION}`], { cwd: dossier, encoding: 'utf8', shell: process.platform === 'win32' });
  return status === 0 ? { dossier, raison: '' } : { dossier: null, raison: stderr };
}

const chaine = (text) => JSON.stringify(text).replace(/\\u([0-9a-f]{4})/g, '\\u{$1}').replace(/\\[bf]/g, ' ');
const texte = (text) => `(${text.split('\n').map((ligne) => chaine(ligne)).join(', ')},).join(linebreak())`;
/** Les styles de nu.js ; « table » est un mot de Typst. */
const STYLES = { corps: 'corps', table: 'petit', h1: 'h1', h2: 'h2', h3: 'h3' };
const suite = (nodes) => `{ ${nodes.map(noeud).join('; ')} }`;
const largeur = (width) => (width === '*' ? '1fr' : `${width}pt`);

function noeud(node) {
  const nouvelle = node.pageBreak === 'before' && node.pageOrientation !== 'landscape' ? 'pagebreak(weak: true); ' : '';
  const dit = dire(node);
  return nouvelle + (node.pageOrientation === 'landscape' ? `page(flipped: true, ${dit})` : dit);
}

function dire(node) {
  if (typeof node === 'string') return `corps(${texte(node)})`;
  if (node.toc !== undefined) return `${noeud(node.toc.title)}; outline(title: none)`;
  if (node.text !== undefined) return `${node.tocItem === true ? 'piece' : STYLES[node.style ?? 'corps']}(${texte(node.text)})`;
  if (node.stack !== undefined) return suite(node.stack);
  if (node.columns !== undefined) return `grid(columns: ${node.columns.length} * (1fr,), gutter: 12pt, ${node.columns.map(suiteDe).join(', ')})`;
  if (node.table !== undefined) {
    const { widths, headerRows, body } = node.table;
    const cases = (rows) => rows.flat().filter((c) => c.couvert !== true).map((c) => `table.cell(colspan: ${c.colSpan ?? 1}, rowspan: ${c.rowSpan ?? 1}, ${suiteDe(c)})`);
    const tete = headerRows === 0 ? [] : [`table.header(${cases(body.slice(0, headerRows)).join(', ')})`];
    return `table(columns: (${widths.map(largeur).join(', ')},), ${[...tete, ...cases(body.slice(headerRows))].join(', ')})`;
  }
  return `${node.ul === undefined ? 'enum' : 'list'}(${(node.ul ?? node.ol).map(suiteDe).join(', ')})`;
}
const suiteDe = (node) => suite([node]);

/** Le document Typst d'un contenu de nu.js. */
export function source({ pied, content }) {
  return `#set page(paper: "a4", margin: (left: 71pt, right: 71pt, top: 77pt, bottom: 88pt), footer: context text(size: 8.5pt, ${chaine(pied)} + " Page " + str(here().page()) + " / " + str(counter(page).final().first())))
#set text(font: "Source Serif 4", size: 10.5pt, lang: "fr")
#set document(title: ${chaine(pied)})
#set par(leading: 0.6em)
#set table(stroke: 0.5pt, inset: 4pt)
#let titres(size, niveau, repris, t) = { show heading: set text(font: "Source Sans 3", size: size, weight: 600); heading(level: niveau, outlined: repris, t) }
#let corps(t) = block(inset: (left: 79pt), below: 5pt, t)
#let petit(t) = par(text(size: 9.5pt, t))
#let piece(t) = titres(18pt, 1, true, t)
#let h1(t) = titres(18pt, 1, false, t)
#let h2(t) = titres(13pt, 2, false, t)
#let h3(t) = titres(10.5pt, 3, false, t)
#${suite(content)}
`;
}

function imprimer(fichier, vers, dossier) {
  const { NodeCompiler } = createRequire(path.join(dossier, 'package.json'))(PAQUET);
  const typst = NodeCompiler.create({ workspace: path.dirname(fichier), fontArgs: [{ fontPaths: [path.join(RACINE, 'templates/theme/fonts')] }] });
  writeFileSync(vers, typst.pdf({ mainFileContent: readFileSync(fichier, 'utf8') }));
}

const [, lance, fichier, vers, dossier] = process.argv;
if (lance !== undefined && pathToFileURL(lance).href === import.meta.url) imprimer(fichier, vers, dossier);
