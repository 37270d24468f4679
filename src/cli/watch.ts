/**
 * Surveiller un territoire : un passage à la fois, et toujours un dernier après le dernier changement. Le système prévient des
 * changements ; il en oublie (disque partagé, dossier supprimé puis recréé), alors une ronde relit les dates de temps en temps.
 */
import { type BigIntStats, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FSWatcher } from 'chokidar';
import { ASSET_DIRECTORIES, DIRECTORIES } from '../sources/places.ts';

/** Silence attendu après un changement, en millisecondes : un enregistrement touche souvent plusieurs fichiers d'un coup. */
const REPOS = 20;
/** Entre deux rondes, en millisecondes ; plus si une ronde est longue, pour n'y passer qu'un trentième du temps. */
const RONDE = 1000;

export interface Watcher {
  close(): Promise<void>;
}

/** Lance `pass` une fois, puis après chaque changement sous `root`, hors de ce que ctg écrit (`outputs`) et des dossiers cachés. */
export async function watchSources(root: string, outputs: readonly string[], pass: () => Promise<void>): Promise<Watcher> {
  const { watch: watchFiles } = await import('chokidar');
  let running: Promise<void> = Promise.resolve();
  let pending = false;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let seen = '';

  const run = (): void => {
    if (pending || closed) return;
    pending = true;
    // Le passage en cours finit ; les changements arrivés pendant ce temps n'en demandent qu'un de plus.
    running = running.then(() => {
      pending = false;
      seen = imprint(root, outputs);
      return closed ? undefined : pass();
    });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, REPOS);
  };
  const ignored = (file: string): boolean => {
    const relative = path.relative(root, file);
    return relative !== '' && (relative.split(path.sep).some((part) => part.startsWith('.') || part === 'node_modules') || outputs.some((output) => file === output || file.startsWith(output + path.sep)));
  };
  const start = async (): Promise<FSWatcher> => {
    const watcher = watchFiles(root, { ignored, ignoreInitial: true });
    // Une erreur du système (dossier disparu, limite atteinte) laisse la ronde seule ; elle suffit.
    watcher.on('all', soon).on('error', soon);
    await new Promise<void>((resolve) => void watcher.once('ready', () => resolve()));
    return watcher;
  };
  let watcher = await start();
  let round: NodeJS.Timeout | undefined;
  let identity = identityOf(root);
  const patrol = async (): Promise<void> => {
    const before = process.hrtime.bigint();
    const now = identityOf(root);
    const missed = !pending && imprint(root, outputs) !== seen;
    const cost = Number(process.hrtime.bigint() - before) / 1e6;
    if (missed) soon();
    // Le dossier n'est plus le même : l'ancienne surveillance regarde dans le vide.
    if (now !== identity) {
      identity = now;
      await watcher.close();
      if (now !== null && !closed) watcher = await start();
      soon();
    }
    if (!closed) round = setTimeout(() => void patrol(), Math.max(RONDE, 30 * cost));
  };
  round = setTimeout(() => void patrol(), RONDE);
  run();
  await running;
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      clearTimeout(round);
      await watcher.close();
      await running;
    },
  };
}

/** Ce qui distingue un dossier d'un autre du même nom ; null s'il n'y en a pas. */
function identityOf(directory: string): string | null {
  const stat = look(directory);
  return stat === null ? null : `${stat.dev} ${stat.ino}`;
}

/** Dates et tailles de tout ce que ctg lit aux endroits convenus. */
function imprint(root: string, outputs: readonly string[]): string {
  const lines: string[] = [];
  const visit = (directory: string, inside: readonly string[] | null): void => {
    for (const name of list(path.join(root, directory)).filter((n) => !n.startsWith('.'))) {
      const file = directory === '' ? name : `${directory}/${name}`;
      const stat = look(path.join(root, file));
      if (stat === null || outputs.includes(path.join(root, file))) continue;
      if (!stat.isDirectory()) lines.push(`${file} ${stat.mtimeNs} ${stat.size} ${stat.ino}`);
      else if (inside === null || inside.includes(name)) visit(file, null);
    }
  };
  visit('', [...DIRECTORIES.map((d) => d.directory), ...ASSET_DIRECTORIES]);
  return lines.join('\n');
}

function list(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function look(file: string): BigIntStats | null {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return null;
  }
}
