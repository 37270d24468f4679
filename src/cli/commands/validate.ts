import { EXIT, type ExitCode, exitFor } from '../exit.ts';
import type { ValidateOptions } from '../grammar/validate.ts';
import { checkReports, writeReports } from '../reports.ts';
import { openProject, type Session, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { fix } from './fix.ts';

/** `ctg validate` : un rapport sur la sortie standard, et rien d'autre ; les autres dans leurs fichiers. Aucun moteur de rendu n'est chargé. */
export async function validate(session: Session, directory: string | undefined, options: ValidateOptions): Promise<ExitCode> {
  const { io, compile } = session;
  if (options.dryRun === true && options.fix !== true) throw new UsageError('--dry-run ne va qu’avec --fix.', 'Écrivez : ctg validate --fix --dry-run');
  const requests = options.format ?? [{ format: 'codeframe', file: null }];
  const max = options.max ?? null;
  const project = openProject(io, directory);
  const root = 'host' in project ? project.root : null;
  checkReports(io, requests, root);
  if (!('host' in project)) {
    await writeReports(io, requests, { root, diagnostics: [project], sources: new Map(), max });
    return EXIT.usage;
  }
  if (options.fix === true) {
    const done = await fix(session, project, options.dryRun === true);
    if (done !== null) return done;
  }
  if (io.stderr.isTTY) io.stderr.write(`Contrôle de ${shown(io, project.root)}\n`);
  const { diagnostics, sources, projet, avancement } = await compile(project.host, { targets: [], ...(options.stade === undefined ? {} : { stade: options.stade }) });
  await writeReports(io, requests, { root, diagnostics, sources, max, stage: { stade: projet.stade, signataires: avancement } });
  return exitFor(diagnostics, options.failOn);
}
