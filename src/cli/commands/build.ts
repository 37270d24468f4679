import path from 'node:path';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { combien } from '../../base/francais.ts';
import { jsonReport, REPORTERS, type Sources, writeJson } from '../../report/index.ts';
import { EXIT, type ExitCode, exitFor } from '../exit.ts';
import { type Io, wantsColor } from '../io.ts';
import { checkOutputDirectory } from '../output-directory.ts';
import type { BuildOptions } from '../grammar/build.ts';
import { openProject, type Session, shown } from '../session.ts';
import { writeOutputs } from '../write-outputs.ts';

const NOTHING: Sources = new Map();

/** `ctg build` : les fichiers écrits sur la sortie standard, un par ligne ; les constats sur la sortie d'erreur. */
export async function build({ io, compile }: Session, directory: string | undefined, options: BuildOptions): Promise<ExitCode> {
  const project = openProject(io, directory);
  if (!('host' in project)) {
    report(io, options, [project], NOTHING, []);
    return EXIT.usage;
  }
  const target = options.sortie === undefined ? path.join(project.root, 'sortie') : path.resolve(io.cwd, options.sortie);
  checkOutputDirectory(target, project.root, shown(io, target));

  if (io.stderr.isTTY) io.stderr.write(`Compilation de ${shown(io, project.root)}\n`);
  const { outputs, diagnostics, sources } = await compile(project.host, { targets: options.cible, ...(options.stade === undefined ? {} : { stade: options.stade }) });
  if (hasErrors(diagnostics)) {
    report(io, options, diagnostics, sources, []);
    io.stderr.write('Aucun document n’a été écrit ; ceux d’avant sont intacts.\n');
    return EXIT.sources;
  }
  const [written, failures] = writeOutputs(target, outputs, (file) => shown(io, file));
  report(io, options, [...diagnostics, ...failures], sources, written.map((file) => shown(io, file)));
  if (failures.length > 0) return EXIT.usage;
  if (io.stderr.isTTY) io.stderr.write(`${combien(written.length, 'document')} dans ${shown(io, target)}\n`);
  return exitFor(diagnostics, 'erreur');
}

function report(io: Io, options: BuildOptions, diagnostics: readonly Diagnostic[], sources: Sources, written: readonly string[]): void {
  if (options.format === 'json') {
    io.stdout.write(writeJson({ ...jsonReport(diagnostics, sources), outputs: written }));
    return;
  }
  if (diagnostics.length > 0) io.stderr.write(REPORTERS.codeframe(diagnostics, sources, { color: wantsColor(io, io.stderr) }));
  for (const file of written) io.stdout.write(`${file}\n`);
}
