/**
 * `npm run bench` : la vitesse de ctg, en rapports. Tout se mesure dans une seule exécution, sujets entrelacés (A B C A B C…), en
 * processus neufs : une machine lente ou occupée l'est pour tous. Options : --runs N (5 par défaut), --vite (sans le territoire × 100).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import { compile, nodeHost } from '../../dist/index.js';
import { grossir, grossirActions } from './croissance.js';
import { contenu } from './nu.js';

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '5' }, vite: { type: 'boolean', default: false } } });
const runs = Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs veut un nombre entier, 1 au moins');

const RACINE = fileURLToPath(new URL('../..', import.meta.url));
const CTG = path.join(RACINE, 'bin/ctg.js');
const CHAUD = fileURLToPath(new URL('chaud.js', import.meta.url));
const NU = fileURLToPath(new URL('nu.js', import.meta.url));
const TEMOIN = fileURLToPath(new URL('temoin.cjs', import.meta.url));
const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-banc-'));

function lancer(args, env = {}) {
  const debut = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
  const ms = Number(process.hrtime.bigint() - debut) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} : sortie ${status}\n${stderr}`);
  return ms;
}

const territoires = new Map();
for (const facteur of options.vite ? [1, 10] : [1, 10, 100]) {
  const vers = path.join(dossier, `x${facteur}`);
  grossir(path.join(RACINE, 'examples/creusot-montceau'), vers, facteur);
  territoires.set(facteur, vers);
}

const milleActions = path.join(dossier, 'actions');
const actions = grossirActions(path.join(RACINE, 'examples/creusot-montceau'), milleActions, 1000);

const sortie = (nom) => path.join(dossier, nom);
const sujets = [
  { nom: 'node -e 0', args: ['-e', '0'] },
  { nom: 'ctg --help', args: [CTG, '--help'] },
  ...[...territoires].map(([facteur, vers]) => ({ nom: `validate × ${facteur}`, args: [CTG, 'validate', vers], rare: facteur === 100 })),
  { nom: `validate, ${actions} actions`, args: [CTG, 'validate', milleActions] },
];
for (const facteur of [1, 10]) {
  const vers = territoires.get(facteur);
  const { tree } = await compile(nodeHost(vers, { packageRoot: RACINE, env: {} }), { targets: [] });
  if (tree === null) throw new Error(`pas d’acte dans ${vers}`);
  writeFileSync(sortie(`nu${facteur}.json`), JSON.stringify(contenu(tree)));
  sujets.push(
    { nom: `pdfmake nu × ${facteur}`, args: [NU, sortie(`nu${facteur}.json`), sortie(`nu${facteur}.pdf`)], rare: facteur === 10 },
    { nom: `build pdf × ${facteur}`, args: [CTG, 'build', vers, '--cible', 'pdf', '-o', sortie(`pdf${facteur}`)], rare: facteur === 10 },
    { nom: `build tout × ${facteur}`, args: [CTG, 'build', vers, '-o', sortie(`tout${facteur}`)], rare: facteur === 10 },
  );
}

// Les sujets les plus longs se mesurent un tour sur trois : peu de tours leur suffisent.
const temps = new Map(sujets.map((s) => [s.nom, []]));
for (let tour = 0; tour < runs; tour++) for (const s of sujets) if (s.rare !== true || tour % 3 === 0) temps.get(s.nom).push(lancer(s.args));

// À part, pour ne pas peser sur les temps : mémoire de pointe et modules chargés.
const vus = new Map();
for (const s of sujets) {
  lancer(['--require', TEMOIN, ...s.args], { CTG_TEMOIN: sortie('temoin.json') });
  vus.set(s.nom, JSON.parse(readFileSync(sortie('temoin.json'), 'utf8')));
}

const mediane = (list) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
const m = (nom) => mediane(temps.get(nom));
const fr = (n, chiffres = 0) => n.toFixed(chiffres).replace('.', ',');
const pages = async (file) => (await PDFDocument.load(readFileSync(sortie(file)))).getPageCount();

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cœurs ; ${runs} tours entrelacés.\n`);
console.log('| sujet | médiane (ms) | min–max (ms) | tours | mémoire de pointe (Mo) |\n| --- | ---: | ---: | ---: | ---: |');
for (const { nom } of sujets) {
  const list = temps.get(nom);
  console.log(`| ${nom} | ${fr(m(nom))} | ${fr(Math.min(...list))}–${fr(Math.max(...list))} | ${list.length} | ${fr(vus.get(nom).memoire)} |`);
}

console.log('\n| rapport | valeur | but |\n| --- | ---: | ---: |');
console.log(`| validate / node | ${fr(m('validate × 1') / m('node -e 0'), 2)} | < 3 |`);
for (const f of [1, 10]) console.log(`| build pdf / pdfmake nu, × ${f} | ${fr(m(`build pdf × ${f}`) / m(`pdfmake nu × ${f}`), 2)} | < 1,3 |`);
if (territoires.has(100)) {
  // T(n) = a + b·n : (T100 − T1) / (T10 − T1) vaut 11 si la croissance est linéaire.
  const exposant = Math.log((m('validate × 100') - m('validate × 1')) / (m('validate × 10') - m('validate × 1'))) / Math.log(11);
  console.log(`| exposant de croissance de validate | ${fr(exposant, 2)} | 1 |`);
}
for (const f of [1, 10]) console.log(`\nPages × ${f} : ctg ${await pages(`pdf${f}/convention.pdf`)}, pdfmake nu ${await pages(`nu${f}.pdf`)}.`);

// À chaud : un fichier changé entre deux contrôles du même processus, les autres rejoués de mémoire.
console.log('\n| dans un même processus | premier contrôle (ms) | après un fichier changé, médiane (ms) | min–max (ms) |\n| --- | ---: | ---: | ---: |');
for (const [nom, vers] of [['× 1', territoires.get(1)], [`${actions} actions`, milleActions], ['× 10', territoires.get(10)]]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CHAUD, vers], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`à chaud, ${nom} : ${stderr}`);
  const { froid, chauds } = JSON.parse(stdout);
  console.log(`| ${nom} | ${fr(froid)} | ${fr(mediane(chauds))} | ${fr(Math.min(...chauds))}–${fr(Math.max(...chauds))} |`);
}

const fautes = sujets.filter((s) => vus.get(s.nom).pdfmake !== /build|nu/.test(s.nom)).map((s) => s.nom);
console.log(fautes.length === 0 ? '\npdfmake : chargé par build et par pdfmake nu, jamais par validate.' : `\nFAUTE : chargement de pdfmake inattendu pour ${fautes.join(', ')}.`);
process.exitCode = fautes.length === 0 ? 0 : 1;
rmSync(dossier, { recursive: true, force: true });
