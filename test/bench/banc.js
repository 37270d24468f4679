/**
 * `npm run bench` : la vitesse de ctg, en rapports, et les tableaux de docs/performances.md. Tout se mesure dans une seule exécution,
 * sujets entrelacés (A B C A B C…), en processus neufs : une machine lente ou occupée l'est pour tous. Options : --runs N (5 par
 * défaut), --vite (sans le territoire × 100), --essai (un tour du strict nécessaire, pour vérifier que le banc marche).
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
import { empaqueter } from './empaqueter.js';
import { contenu } from './nu.js';
import { fr, mediane, tableau } from './tableaux.js';
import { compilateur, source } from './typst.js';

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '5' }, vite: { type: 'boolean', default: false }, essai: { type: 'boolean', default: false } } });
const runs = options.essai ? 1 : Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs veut un nombre entier, 1 au moins');

const RACINE = fileURLToPath(new URL('../..', import.meta.url));
const EXEMPLE = path.join(RACINE, 'examples/creusot-montceau');
const CTG = path.join(RACINE, 'bin/ctg.js');
const ici = (nom) => fileURLToPath(new URL(nom, import.meta.url));
const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-banc-'));
const sortie = (nom) => path.join(dossier, nom);

/** Lance un processus et rend sa durée, son temps de processeur (ms), sa mémoire de pointe (Mo) et s'il a chargé pdfmake. */
function mesurer(args) {
  const debut = process.hrtime.bigint();
  lancer(['--require', ici('temoin.cjs'), ...args], { CTG_TEMOIN: sortie('temoin.json') });
  const duree = Number(process.hrtime.bigint() - debut) / 1e6;
  return { duree, ...JSON.parse(readFileSync(sortie('temoin.json'), 'utf8')) };
}

function lancer(args, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${args.join(' ')} : sortie ${status}\n${stderr}`);
  return stdout;
}

const facteurs = options.essai ? [1] : options.vite ? [1, 10] : [1, 10, 100];
const territoires = new Map(facteurs.map((facteur) => [facteur, sortie(`x${facteur}`)]));
for (const [facteur, vers] of territoires) grossir(EXEMPLE, vers, facteur);
const plusGrand = sortie('actions');
const actions = grossirActions(EXEMPLE, plusGrand, options.essai ? 1 : 1000);

const sujets = [
  { nom: 'node -e 0', args: ['-e', '0'] },
  { nom: 'ctg --help', args: [CTG, '--help'] },
  ...[...territoires].map(([facteur, vers]) => ({ nom: `validate × ${facteur}`, args: [CTG, 'validate', vers], rare: facteur === 100 })),
  { nom: `validate, ${actions} actions`, args: [CTG, 'validate', plusGrand] },
];
const typst = options.essai ? { dossier: null, raison: 'pas dans un essai' } : compilateur();
const compares = facteurs.filter((facteur) => facteur < 100);
for (const facteur of compares) {
  const vers = territoires.get(facteur);
  const { tree } = await compile(nodeHost(vers, { packageRoot: RACINE, env: {} }), { targets: [] });
  if (tree === null) throw new Error(`pas d’acte dans ${vers}`);
  const [nu, ecrit] = [sortie(`nu${facteur}.json`), sortie(`typst${facteur}.typ`)];
  writeFileSync(nu, JSON.stringify(contenu(tree)));
  writeFileSync(ecrit, source(contenu(tree)));
  const rare = facteur === 10;
  sujets.push({ nom: `pdfmake nu × ${facteur}`, args: [ici('nu.js'), nu, sortie(`nu${facteur}.pdf`)], rare });
  if (typst.dossier !== null) sujets.push({ nom: `Typst × ${facteur}`, args: [ici('typst.js'), ecrit, sortie(`typst${facteur}.pdf`), typst.dossier], rare });
  sujets.push({ nom: `build pdf × ${facteur}`, args: [CTG, 'build', vers, '--cible', 'pdf', '-o', sortie(`pdf${facteur}`)], rare });
  if (!options.essai) sujets.push({ nom: `build tout × ${facteur}`, args: [CTG, 'build', vers, '-o', sortie(`tout${facteur}`)], rare });
}

// Les sujets les plus longs se mesurent un tour sur trois : peu de tours leur suffisent.
const mesures = new Map(sujets.map((s) => [s.nom, []]));
for (let tour = 0; tour < runs; tour++) for (const s of sujets) if (s.rare !== true || tour % 3 === 0) mesures.get(s.nom).push(mesurer(s.args));
const de = (nom, quoi) => mediane(mesures.get(nom).map((m) => m[quoi]));

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cœurs ; ${runs} tours entrelacés.`);
tableau(['sujet', 'durée médiane (ms)', 'min–max (ms)', 'processeur, médiane (ms)', 'tours', 'mémoire de pointe (Mo)'], sujets.map(({ nom }) => {
  const durees = mesures.get(nom).map(({ duree }) => duree);
  return [nom, fr(mediane(durees)), `${fr(Math.min(...durees))}–${fr(Math.max(...durees))}`, fr(de(nom, 'processeur')), durees.length, fr(de(nom, 'memoire'))];
}));

const rapport = (nom, a, b, but) => (mesures.has(b) ? [[nom, fr(de(a, 'duree') / de(b, 'duree'), 2), fr(de(a, 'processeur') / de(b, 'processeur'), 2), but]] : []);
const lignes = [
  ...rapport('validate / node', 'validate × 1', 'node -e 0', '< 3'),
  ...compares.flatMap((f) => rapport(`build pdf / pdfmake nu, × ${f}`, `build pdf × ${f}`, `pdfmake nu × ${f}`, '< 1,3')),
  ...compares.flatMap((f) => rapport(`build pdf / Typst, × ${f}`, `build pdf × ${f}`, `Typst × ${f}`, f === 1 ? '< 1,3' : '< 1')),
  ...compares.filter((f) => mesures.has(`Typst × ${f}`)).map((f) => [`mémoire de build pdf / Typst, × ${f}`, fr(de(`build pdf × ${f}`, 'memoire') / de(`Typst × ${f}`, 'memoire'), 2), '', '< 1']),
];
if (territoires.has(100)) {
  // T(n) = a + b·n : (T100 − T1) / (T10 − T1) vaut 11 si la croissance est linéaire.
  const exposant = (quoi) => Math.log((de('validate × 100', quoi) - de('validate × 1', quoi)) / (de('validate × 10', quoi) - de('validate × 1', quoi))) / Math.log(11);
  lignes.push(['exposant de croissance de validate', fr(exposant('duree'), 2), fr(exposant('processeur'), 2), '1']);
}
tableau(['rapport', 'durée', 'processeur', 'but'], lignes);

// Le même arbre, dans un même processus : notre rendu, et pdfmake tel quel devant notre définition.
const rendus = await empaqueter(ici('rendus.ts'));
const passages = options.essai ? 2 : 6;
const memeArbre = compares.map((f) => {
  const [ctg, stock] = ['ctg', 'pdfmake'].map((moteur) => JSON.parse(lancer([rendus, moteur, territoires.get(f), String(f === 1 ? passages : 2), sortie(`${moteur}${f}.pdf`), RACINE])));
  const chaud = ({ chauds }) => mediane(chauds);
  return [`× ${f}`, fr(ctg.froid), fr(stock.froid), fr(ctg.froid / stock.froid, 2), fr(chaud(ctg)), fr(chaud(stock)), fr(chaud(ctg) / chaud(stock), 2)];
});
tableau(['rendu du même arbre, processeur (ms)', 'ctg, premier', 'pdfmake tel quel, premier', 'rapport', 'ctg, suivants', 'pdfmake, suivants', 'rapport'], memeArbre);

const pages = async (file) => (await PDFDocument.load(readFileSync(sortie(file)), { updateMetadata: false })).getPageCount();
for (const f of compares) {
  const comptes = [['ctg', `pdf${f}/convention.pdf`], ['pdfmake nu', `nu${f}.pdf`], ...(typst.dossier === null ? [] : [['Typst', `typst${f}.pdf`]]), ['pdfmake tel quel', `pdfmake${f}.pdf`]];
  console.log(`\nPages × ${f} : ${(await Promise.all(comptes.map(async ([nom, file]) => `${nom} ${await pages(file)}`))).join(', ')}.`);
}
if (typst.dossier === null) console.log(`\nTypst n’a pas été mesuré : ${typst.raison}`);

// À chaud : un fichier changé entre deux contrôles du même processus, les autres rejoués de mémoire.
const suivis = [['× 1', territoires.get(1)], ...(options.essai ? [] : [[`${actions} actions`, plusGrand], ['× 10', territoires.get(10)]])];
tableau(['dans un même processus', 'premier contrôle (ms)', 'après un fichier changé, médiane (ms)', 'min–max (ms)'], suivis.map(([nom, vers]) => {
  const { froid, chauds } = JSON.parse(lancer([ici('chaud.js'), vers, options.essai ? '2' : '15']));
  return [nom, fr(froid), fr(mediane(chauds)), `${fr(Math.min(...chauds))}–${fr(Math.max(...chauds))}`];
}));

const fautes = sujets.filter(({ nom }) => mesures.get(nom).some(({ pdfmake }) => pdfmake !== /build|nu/.test(nom))).map(({ nom }) => nom);
console.log(fautes.length === 0 ? '\npdfmake : chargé par build et par pdfmake nu, jamais par validate.' : `\nFAUTE : chargement de pdfmake inattendu pour ${fautes.join(', ')}.`);
process.exitCode = fautes.length === 0 ? 0 : 1;
rmSync(dossier, { recursive: true, force: true });
