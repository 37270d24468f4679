import path from 'node:path';
import { hasErrors } from '../../base/diagnostic.ts';
import { combien, NBSP, NNBSP } from '../../base/francais.ts';
import { residentHost } from '../../host/resident.ts';
import type { CompileResult, Target } from '../../pipeline/compile.ts';
import type { Preview } from '../../preview/index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { ReportRequest } from '../formats.ts';
import type { WatchOptions } from '../grammar/watch.ts';
import type { Io } from '../io.ts';
import { outputDirectory } from '../output-directory.ts';
import { checkPlaces, checkReports, reportFiles, writeReports } from '../reports.ts';
import { openProject, type Session, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { watchSources } from '../watch.ts';
import { writeSet } from '../write-outputs.ts';

/** Ce qu'il y a à faire après chaque changement, la page mise à jour. */
interface Work {
  readonly root: string;
  readonly target: string;
  readonly targets: readonly Target[];
  readonly requests: readonly ReportRequest[];
  readonly max: number | null;
}

/** `ctg watch` : une page dans le navigateur, tenue à jour à chaque enregistrement. N'écrit de document que si on le demande. */
export async function watch({ io, compile }: Session, directory: string | undefined, options: WatchOptions): Promise<ExitCode> {
  const requests = wantedReports(options);
  const max = options.max ?? null;
  const project = openProject(io, directory);
  checkReports(io, requests, 'host' in project ? project.root : null);
  if (!('host' in project)) {
    await writeReports(io, requests, { root: null, diagnostics: [project], sources: new Map(), max }, io.stderr);
    return EXIT.usage;
  }
  const { root } = project;
  const host = residentHost(project.host);
  const target = outputDirectory(io, root, options.sortie);
  const [{ memoryCache }, { openPreview }] = await Promise.all([import('../../pipeline/cache.ts'), import('../../preview/index.ts')]);
  const cache = memoryCache();
  const preview = await openPreview({
    root,
    host,
    packageRoot: io.packageRoot,
    compile: (asked) => {
      const stade = asked ?? options.stade;
      return compile(host, { targets: [], cache, ...(stade === undefined ? {} : { stade }) });
    },
    clock: io.clock,
    port: options.port,
  });
  if (preview === null) throw new UsageError(`Aucun port libre à partir de ${options.port}.`, `Donnez-en un autre${NBSP}: ctg watch --port ${options.port < 50_000 ? options.port + 1000 : 5000}`);
  const work: Work = { root, target, targets: options.cible ?? (options.sortie === undefined ? [] : ['html', 'plan']), requests, max };

  const watcher = await watchSources(root, [target, ...reportFiles(io, requests)], () => pass(io, preview, work));
  io.stderr.write(announcement(io, preview, root, options.port));
  if (options.sansNavigateur !== true && io.stderr.isTTY && !(await io.browse(preview.url))) io.stderr.write(`Le navigateur n’a pas pu être ouvert${NBSP}: ouvrez cette adresse vous-même.\n`);
  try {
    await io.untilInterrupted();
  } finally {
    await watcher.close();
    await preview.close();
  }
  return EXIT.sound;
}

/** Le rapport à lire défile toujours dans le terminal ; les autres se tiennent à jour dans leur fichier. */
function wantedReports({ format = [] }: WatchOptions): readonly ReportRequest[] {
  const machine = format.find((r) => r.file === null && r.format !== 'codeframe');
  if (machine !== undefined) throw new UsageError(`Pendant une surveillance, le rapport ${machine.format} va dans un fichier.`, `Écrivez${NBSP}: ctg watch --format ${machine.format}=rapport`);
  return [{ format: 'codeframe', file: null }, ...format.filter((r) => r.file !== null)];
}

function announcement(io: Io, preview: Preview, root: string, port: number): string {
  const taken = port !== 0 && preview.port !== port ? `Le port ${port} est pris${NBSP}: la page est sur le port ${preview.port}.\n` : '';
  return `Surveillance de ${shown(io, root)}\n${taken}Page${NBSP}: ${preview.url}\nCtrl-C pour arrêter.\n`;
}

/** Après un changement : la page d'abord, puis les documents demandés, puis les rapports. */
async function pass(io: Io, preview: Preview, work: Work): Promise<void> {
  const result = await preview.refresh();
  if (result === null) {
    io.stderr.write('ctg a rencontré une panne pendant cette lecture. La surveillance continue.\n');
    return;
  }
  const { diagnostics, sources, projet, avancement } = result;
  const { root, target, targets, requests, max } = work;
  const [written, failures] = await writeDocuments(io, preview, result, work);
  await writeReports(io, requests, { root, diagnostics: [...diagnostics, ...failures], sources, max, stage: { stade: projet.stade, signataires: avancement }, outputs: written.map((file) => shown(io, file)) });
  io.stdout.write(`${conclusion()}\n\n`);

  function conclusion(): string {
    if (written.length > 0) return `${combien(written.length, 'document')} à jour dans ${shown(io, target)}`;
    if (targets.length > 0) return `Documents inchangés${NBSP}: les derniers bons restent en place.`;
    return hasErrors(diagnostics) ? `La page garde le dernier document sain${NNBSP}; les erreurs y sont montrées.` : 'Page à jour.';
  }
}

/** Écrit les documents demandés, si les sources sont saines ; rend leurs chemins et ce qui l'empêche. */
async function writeDocuments(io: Io, preview: Preview, result: CompileResult, { target, targets, requests }: Work): Promise<Awaited<ReturnType<typeof writeSet>>> {
  if (targets.length === 0 || hasErrors(result.diagnostics)) return [[], []];
  const { outputs, diagnostics } = await preview.render(result, targets);
  checkPlaces(io, requests, outputs.map((o) => path.join(target, o.path)));
  return hasErrors(diagnostics) ? [[], diagnostics] : writeSet(target, outputs, (file) => shown(io, file));
}
