import path from 'node:path';
import { hasErrors } from '../../base/diagnostic.ts';
import { combien } from '../../base/francais.ts';
import { REPORTERS } from '../../report/index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { wantsColor } from '../io.ts';
import { checkOutputDirectory } from '../output-directory.ts';
import type { WatchOptions } from '../grammar/watch.ts';
import { openProject, type Project, type Session, shown } from '../session.ts';
import { watchSources } from '../watch.ts';
import { writeOutputs } from '../write-outputs.ts';

/** `ctg watch` : à chaque enregistrement, le rapport, et les documents s'ils sont sains. Les derniers bons restent en place. */
export async function watch({ io, compile }: Session, directory: string | undefined, options: WatchOptions): Promise<ExitCode> {
  const project = openProject(io, directory);
  if (!('host' in project)) {
    io.stderr.write(REPORTERS.codeframe([project], new Map(), { color: wantsColor(io, io.stderr) }));
    return EXIT.usage;
  }
  const target = options.sortie === undefined ? path.join(project.root, 'sortie') : path.resolve(io.cwd, options.sortie);
  checkOutputDirectory(target, project.root, shown(io, target));
  const { memoryCache } = await import('../../pipeline/cache.ts');
  const cache = memoryCache();

  const pass = async ({ host }: Project): Promise<void> => {
    const { outputs, diagnostics, sources } = await compile(host, { targets: options.cible, cache, ...(options.stade === undefined ? {} : { stade: options.stade }) });
    const [written, failures] = hasErrors(diagnostics) ? [[], []] : writeOutputs(target, outputs, (file) => shown(io, file));
    io.stdout.write(REPORTERS.codeframe([...diagnostics, ...failures], sources, { color: wantsColor(io, io.stdout) }));
    io.stdout.write(written.length > 0 ? `${combien(written.length, 'document')} à jour dans ${shown(io, target)}\n\n` : 'Documents inchangés : les derniers bons restent en place.\n\n');
  };
  const watcher = await watchSources(project.root, target, () => pass(project));
  io.stderr.write(`Surveillance de ${shown(io, project.root)} ; Ctrl-C pour arrêter.\n`);
  try {
    await io.untilInterrupted();
  } finally {
    await watcher.close();
  }
  return EXIT.sound;
}
