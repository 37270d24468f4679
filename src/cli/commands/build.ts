import path from 'node:path';
import { hasErrors } from '../../base/diagnostic.ts';
import { combien } from '../../base/francais.ts';
import { EXIT, type ExitCode, exitFor } from '../exit.ts';
import type { ReportRequest } from '../formats.ts';
import type { BuildOptions } from '../grammar/build.ts';
import type { Io } from '../io.ts';
import { outputDirectory } from '../output-directory.ts';
import { checkPlaces, checkReports, type Reported, writeReports } from '../reports.ts';
import { openProject, type Session, shown } from '../session.ts';
import { settleSet, writeSet } from '../write-outputs.ts';

/** Une commande tuée pendant qu'elle écrivait : ce que la suivante en a fait, avant de compiler. */
const RECOVERED = {
  completed: 'La commande précédente a été interrompue pendant qu’elle écrivait : ses documents sont maintenant tous en place.',
  restored: 'La commande précédente a été interrompue pendant qu’elle écrivait : les documents d’avant sont remis.',
} as const;

/**
 * `ctg build` : les fichiers écrits sur la sortie standard, un par ligne, et les constats sur la sortie d'erreur. Un rapport
 * pour un logiciel prend la place de la liste sur la sortie standard.
 */
export async function build({ io, compile }: Session, directory: string | undefined, options: BuildOptions): Promise<ExitCode> {
  const requests = options.format ?? [{ format: 'codeframe', file: null }];
  const max = options.max ?? null;
  const project = openProject(io, directory);
  const root = 'host' in project ? project.root : null;
  checkReports(io, requests, root);
  if (!('host' in project)) {
    await report(io, requests, { root, diagnostics: [project], sources: new Map(), max, outputs: [] });
    return EXIT.usage;
  }
  const target = outputDirectory(io, project.root, options.sortie);
  const [recovery, stuck] = await settleSet(target, (file) => shown(io, file));
  if (stuck.length > 0) {
    await report(io, requests, { root, diagnostics: stuck, sources: new Map(), max, outputs: [] });
    return EXIT.usage;
  }
  if (recovery !== 'nothing') io.stderr.write(`${RECOVERED[recovery]}\n`);

  if (io.stderr.isTTY) io.stderr.write(`Compilation de ${shown(io, project.root)}\n`);
  const { outputs, diagnostics, sources, projet, avancement } = await compile(project.host, { targets: options.cible, ...(options.stade === undefined ? {} : { stade: options.stade }) });
  const found = { root, diagnostics, sources, max, stage: { stade: projet.stade, signataires: avancement } };
  if (hasErrors(diagnostics)) {
    await report(io, requests, { ...found, outputs: [] });
    io.stderr.write('Aucun document n’a été écrit ; ceux d’avant sont intacts.\n');
    return EXIT.sources;
  }
  checkPlaces(io, requests, outputs.map((o) => path.join(target, o.path)));
  const [written, failures] = await writeSet(target, outputs, (file) => shown(io, file));
  await report(io, requests, { ...found, diagnostics: [...diagnostics, ...failures], outputs: written.map((file) => shown(io, file)) });
  if (failures.length > 0) return EXIT.usage;
  if (io.stderr.isTTY) io.stderr.write(`${combien(written.length, 'document')} dans ${shown(io, target)}\n`);
  return exitFor(diagnostics, 'erreur');
}

/** Le rapport à lire va sur la sortie d'erreur, et seulement s'il a quelque chose à dire ; un autre, sur la sortie standard. */
async function report(io: Io, requests: readonly ReportRequest[], found: Reported & { readonly outputs: readonly string[] }): Promise<void> {
  const list = (out: Io['stdout']): void => found.outputs.forEach((file) => out.write(`${file}\n`));
  const direct = requests.find((r) => r.file === null);
  const quiet = direct?.format === 'codeframe' && found.diagnostics.length === 0;
  await writeReports(io, quiet ? requests.filter((r) => r !== direct) : requests, found, direct?.format === 'codeframe' ? io.stderr : io.stdout);
  // Le rapport JSON donne déjà la liste.
  if (direct === undefined || direct.format === 'codeframe') list(io.stdout);
  else if (direct.format !== 'json') list(io.stderr);
}
