import { REPORTERS } from '../../report/index.ts';
import { EXIT, type ExitCode, exitFor } from '../exit.ts';
import { wantsColor } from '../io.ts';
import type { ValidateOptions } from '../program.ts';
import { openProject, type Session, shown } from '../session.ts';

/** `ctg validate` : le rapport sur la sortie standard, et rien d'autre. Aucun moteur de rendu n'est chargé. */
export async function validate({ io, compile }: Session, directory: string | undefined, options: ValidateOptions): Promise<ExitCode> {
  const report = REPORTERS[options.format];
  const color = wantsColor(io, io.stdout);
  const project = openProject(io, directory);
  if (!('host' in project)) {
    io.stdout.write(report([project], new Map(), { color }));
    return EXIT.usage;
  }
  if (io.stderr.isTTY) io.stderr.write(`Contrôle de ${shown(io, project.root)}\n`);
  const { diagnostics, sources } = await compile(project.host, { targets: [] });
  io.stdout.write(report(diagnostics, sources, { color }));
  return exitFor(diagnostics, options.failOn);
}
