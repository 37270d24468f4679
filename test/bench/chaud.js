/**
 * Un contrôle à chaud, comme celui de `ctg watch` : même processus, fichiers en mémoire, un seul texte change entre deux passages. Écrit
 * sur la sortie, en JSON, la durée du premier passage et celles des suivants (ms).
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, memoryCache, memoryHost, nodeHost } from '../../dist/index.js';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));
const [, , dossier, passages = '15'] = process.argv;
const resources = nodeHost(dossier, { packageRoot: RACINE, env: {} });
const noms = readdirSync(dossier, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => path.relative(dossier, path.join(e.parentPath, e.name)));
const files = Object.fromEntries(noms.filter((nom) => !/^(?:sortie|attendu)[\\/]/.test(nom)).map((nom) => [nom, readFileSync(path.join(dossier, nom))]));
const change = noms.find((nom) => /^fiches-actions[\\/].*\.md$/.test(nom));
if (change === undefined) throw new Error(`pas de fiche-action dans ${dossier}`);

const cache = memoryCache();
const durees = [];
for (let i = 0; i <= Number(passages); i++) {
  const host = memoryHost({ files: { ...files, [change]: `${files[change]}\nPassage ${i}.\n` }, resources });
  const debut = performance.now();
  const { tree } = await compile(host, { targets: [], cache });
  durees.push(performance.now() - debut);
  if (tree === null) throw new Error(`${dossier} a des erreurs`);
}
const [froid, ...chauds] = durees;
process.stdout.write(JSON.stringify({ froid, chauds }));
