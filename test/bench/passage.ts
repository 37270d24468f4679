/**
 * Un passage à chaud, sans navigateur : un fichier changé sur le disque, relu, contrôlé, recomposé, morcelé et envoyé, comme sous
 * `ctg watch`. Arguments : dossier du territoire (il sera changé), nombre d'enregistrements, dossier de ctg. Écrit en JSON, pour chaque
 * enregistrement, le temps de processeur de chaque étape (ms) et les caractères envoyés. passages.js l'empaquette.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeHost } from '../../src/host/node.ts';
import { residentHost } from '../../src/host/resident.ts';
import { openApercu } from '../../src/pipeline/apercu.ts';
import { memoryCache } from '../../src/pipeline/cache.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { Studio } from '../../src/preview/studio.ts';
// @ts-expect-error : un module du banc, en JavaScript
import { modifications } from './modifications.js';

const [dossier, nombre, RACINE] = process.argv.slice(2) as [string, string, string];
const host = residentHost(nodeHost(dossier, { packageRoot: RACINE, env: {} }));
const cache = memoryCache();
const ecran = await openApercu(host);

const depuis = (debut: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(debut);
  return (user + system) / 1000;
};
/** Temps de processeur des étapes du passage en cours. */
let etapes: Record<string, number> = {};
let envoye = '';
const studio = new Studio({
  root: dossier,
  project: 'banc',
  compile: async () => {
    const debut = process.cpuUsage();
    const result = await compile(host, { targets: [], cache });
    etapes['lire, contrôler, composer'] = depuis(debut);
    const avant = process.cpuUsage();
    void result.tree;
    etapes['arbre fini'] = depuis(avant);
    return result;
  },
  render: (tree, theme) => {
    const debut = process.cpuUsage();
    const apercu = ecran.render(tree, theme);
    etapes['morceaux'] = depuis(debut);
    return apercu;
  },
  clock: () => 0,
});
await studio.refresh();
studio.subscribe(null, (update) => {
  envoye = JSON.stringify(update);
});
const releves: unknown[] = [];
for (const { sorte, fichier, change, texte, faute } of modifications(Number(nombre))) {
  const file = path.join(dossier, fichier);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  etapes = {};
  const [debut, heure] = [process.cpuUsage(), performance.now()];
  const result = await studio.refresh();
  const [cpu, duree] = [depuis(debut), performance.now() - heure];
  if (result === null) throw new Error(envoye.slice(-2000));
  const erreurs = result.diagnostics.filter((d) => d.severity === 'erreur');
  if (faute !== erreurs.length > 0) throw new Error(`${sorte} : ${JSON.stringify(erreurs)}`);
  if (texte !== '' && !envoye.includes(texte)) throw new Error(`${sorte}, ${texte} : la page n’a pas reçu ce qui a changé`);
  releves.push({ sorte, cpu, duree, etapes, envoye: envoye.length });
}
globalThis.gc?.();
const { heapUsed, external, rss } = process.memoryUsage();
process.stdout.write(JSON.stringify({ releves, memoire: { tas: heapUsed + external, processus: rss } }));
