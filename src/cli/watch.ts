/** Surveiller un territoire : un passage à la fois, et toujours un dernier après le dernier changement. */
import path from 'node:path';

/** Silence attendu après un changement, en millisecondes : un enregistrement touche souvent plusieurs fichiers. */
const REPOS = 60;

export interface Watcher {
  close(): Promise<void>;
}

/** Lance `pass` une fois, puis après chaque changement sous `root`, hors de ce que ctg écrit (`outputs`) et des dossiers cachés. */
export async function watchSources(root: string, outputs: readonly string[], pass: () => Promise<void>): Promise<Watcher> {
  let running: Promise<void> = Promise.resolve();
  let pending = false;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const run = (): void => {
    if (pending || closed) return;
    pending = true;
    // Le passage en cours finit ; les changements arrivés pendant ce temps n'en demandent qu'un de plus.
    running = running.then(() => {
      pending = false;
      return pass();
    });
  };
  const ignored = (file: string): boolean => {
    const relative = path.relative(root, file);
    return relative !== '' && (relative.split(path.sep).some((part) => part.startsWith('.') || part === 'node_modules') || outputs.some((output) => file === output || file.startsWith(output + path.sep)));
  };
  const { watch: watchFiles } = await import('chokidar');
  const watcher = watchFiles(root, { ignored, ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(run, REPOS);
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  run();
  await running;
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}
