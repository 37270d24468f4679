import path from 'node:path';
import { hasErrors } from '../../base/diagnostic.ts';
import { combien } from '../../base/francais.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { checkOutputDirectory } from '../output-directory.ts';
import type { ReportRequest } from '../formats.ts';
import type { WatchOptions } from '../grammar/watch.ts';
import { checkPlaces, checkReports, reportFiles, writeReports } from '../reports.ts';
import { openProject, type Project, type Session, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { watchSources } from '../watch.ts';
import { writeOutputs } from '../write-outputs.ts';

/** `ctg watch` : à chaque enregistrement, le rapport, et les documents s'ils sont sains. Les derniers bons restent en place. */
export async function watch({ io, compile }: Session, directory: string | undefined, options: WatchOptions): Promise<ExitCode> {
  // Le rapport à lire défile toujours dans le terminal ; les autres se tiennent à jour dans leur fichier.
  const wanted = options.format ?? [];
  const machine = wanted.find((r) => r.file === null && r.format !== 'codeframe');
  if (machine !== undefined) throw new UsageError(`Pendant une surveillance, le rapport ${machine.format} va dans un fichier.`, `Écrivez : ctg watch --format ${machine.format}=rapport`);
  const requests: readonly ReportRequest[] = [{ format: 'codeframe', file: null }, ...wanted.filter((r) => r.file !== null)];
  const max = options.max ?? null;
  const project = openProject(io, directory);
  checkReports(io, requests, 'host' in project ? project.root : null);
  if (!('host' in project)) {
    await writeReports(io, requests, { root: null, diagnostics: [project], sources: new Map(), max }, io.stderr);
    return EXIT.usage;
  }
  const target = options.sortie === undefined ? path.join(project.root, 'sortie') : path.resolve(io.cwd, options.sortie);
  checkOutputDirectory(target, project.root, shown(io, target));
  const { memoryCache } = await import('../../pipeline/cache.ts');
  const cache = memoryCache();

  const pass = async ({ host }: Project): Promise<void> => {
    const { outputs, diagnostics, sources, projet, avancement } = await compile(host, { targets: options.cible, cache, ...(options.stade === undefined ? {} : { stade: options.stade }) });
    checkPlaces(io, requests, outputs.map((o) => path.join(target, o.path)));
    const [written, failures] = hasErrors(diagnostics) ? [[], []] : writeOutputs(target, outputs, (file) => shown(io, file));
    await writeReports(io, requests, { root: project.root, diagnostics: [...diagnostics, ...failures], sources, max, stage: { stade: projet.stade, signataires: avancement }, outputs: written.map((file) => shown(io, file)) });
    io.stdout.write(written.length > 0 ? `${combien(written.length, 'document')} à jour dans ${shown(io, target)}\n\n` : 'Documents inchangés : les derniers bons restent en place.\n\n');
  };
  const watcher = await watchSources(project.root, [target, ...reportFiles(io, requests)], () => pass(project));
  io.stderr.write(`Surveillance de ${shown(io, project.root)} ; Ctrl-C pour arrêter.\n`);
  try {
    await io.untilInterrupted();
  } finally {
    await watcher.close();
  }
  return EXIT.sound;
}
