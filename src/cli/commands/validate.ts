import { EXIT, type ExitCode, exitFor } from '../exit.ts';
import type { ValidateOptions } from '../program.ts';
import { checkReports, writeReports } from '../reports.ts';
import { openProject, type Session, shown } from '../session.ts';

/** `ctg validate` : un rapport sur la sortie standard, et rien d'autre ; les autres dans leurs fichiers. Aucun moteur de rendu n'est chargé. */
export async function validate({ io, compile }: Session, directory: string | undefined, options: ValidateOptions): Promise<ExitCode> {
  const requests = options.format ?? [{ format: 'codeframe', file: null }];
  const max = options.max ?? null;
  const project = openProject(io, directory);
  const root = 'host' in project ? project.root : null;
  checkReports(io, requests, root);
  if (!('host' in project)) {
    await writeReports(io, requests, { root, diagnostics: [project], sources: new Map(), max });
    return EXIT.usage;
  }
  if (io.stderr.isTTY) io.stderr.write(`Contrôle de ${shown(io, project.root)}\n`);
  const { diagnostics, sources } = await compile(project.host, { targets: [] });
  await writeReports(io, requests, { root, diagnostics, sources, max });
  return exitFor(diagnostics, options.failOn);
}
