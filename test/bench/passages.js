/**
 * Le temps de processeur d'un enregistrement, sans navigateur : `node test/bench/passages.js [--nombre 30] [--facteurs 1,10]`.
 * `--contre dossier` : une autre version de ctg, passages entrelacés ; `--v8 options` : options données à Node.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { grossir } from './croissance.js';
import { empaqueter } from './empaqueter.js';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));
const { values: options } = parseArgs({ options: { nombre: { type: 'string', default: '36' }, facteurs: { type: 'string', default: '1,10' }, contre: { type: 'string' }, v8: { type: 'string', default: '' }, tours: { type: 'string', default: '1' } } });
const fr = (n, chiffres = 0) => n.toFixed(chiffres).replace('.', ',');
const mediane = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const sujets = [['ici', await empaqueter(fileURLToPath(new URL('passage.ts', import.meta.url))), RACINE]];
if (options.contre !== undefined) {
  const autre = path.resolve(options.contre);
  const { empaqueter: la } = await import(path.join(autre, 'test/bench/empaqueter.js'));
  sujets.push(['autre', await la(path.join(autre, 'test/bench/passage.ts')), autre]);
}
/** Les premiers passages chauffent le moteur. */
const CHAUFFE = 6;

console.log(`Node ${process.version}, ${cpus().length} cœurs, charge ${fr(loadavg()[0], 1)} ; ${options.nombre} enregistrements.`);
for (const facteur of options.facteurs.split(',').map(Number)) {
  const tout = new Map();
  for (let tour = 0; tour < Number(options.tours); tour++) {
    for (const [nom, module, racine] of sujets) {
      const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-passage-'));
      grossir(path.join(RACINE, 'examples/creusot-montceau'), dossier, facteur);
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', ...options.v8.split(' ').filter(Boolean), module, dossier, options.nombre, racine], { encoding: 'utf8', maxBuffer: 1e9 });
      rmSync(dossier, { recursive: true, force: true });
      if (status !== 0) throw new Error(stderr);
      const { releves, memoire } = JSON.parse(stdout);
      const deja = tout.get(nom) ?? { releves: [], memoires: [] };
      deja.releves.push(...releves.slice(CHAUFFE));
      deja.memoires.push(memoire.tas / 1e6);
      tout.set(nom, deja);
    }
  }
  for (const [nom, { releves, memoires }] of tout) {
    const sains = releves.filter((r) => r.sorte !== 'une faute de syntaxe');
    const etapes = [...new Set(sains.flatMap((r) => Object.keys(r.etapes)))];
    console.log(`\n### × ${facteur}, ${nom} : ${fr(mediane(sains.map((r) => r.cpu)))} ms de processeur (${sains.length} passages), plus courte durée ${fr(Math.min(...sains.map((r) => r.duree)))} ms, médiane ${fr(mediane(sains.map((r) => r.duree)))} ms, tas à la fin ${fr(mediane(memoires), 1)} Mo`);
    console.log(`${etapes.map((e) => `${e} ${fr(mediane(sains.flatMap((r) => r.etapes[e] ?? [])), 1)}`).join(' ; ')}`);
    for (const sorte of new Set(releves.map((r) => r.sorte))) {
      const siens = releves.filter((r) => r.sorte === sorte);
      console.log(`| ${sorte} | ${fr(mediane(siens.map((r) => r.cpu)))} | ${fr(Math.min(...siens.map((r) => r.cpu)))} | ${fr(mediane(siens.map((r) => r.envoye)) / 1000)} ko |`);
    }
  }
}
