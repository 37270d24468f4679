import { combien, NBSP } from '../../base/francais.ts';
import { REPORTERS } from '../../report/index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { FmtOptions } from '../grammar/fmt.ts';
import { wantsColor } from '../io.ts';
import { openProject, type Session, shown } from '../session.ts';
import { writeOutputs } from '../write-outputs.ts';

/** `ctg fmt` : 0 si tout est en forme ; 1 si un fichier est à changer (--check) ou ne peut pas l'être. */
export async function fmt({ io }: Session, directory: string | undefined, { check }: FmtOptions): Promise<ExitCode> {
  const project = openProject(io, directory);
  const refus = (constats: Parameters<typeof REPORTERS.codeframe>[0]): ExitCode => {
    io.stderr.write(REPORTERS.codeframe(constats, new Map(), { color: wantsColor(io, io.stderr) }));
    return EXIT.usage;
  };
  if (!('host' in project)) return refus([project]);
  const { mettreEnForme } = await import('../../pipeline/fmt.ts');
  const fichiers = mettreEnForme(project.host);
  const changes = fichiers.flatMap(({ path, apres }) => (apres === null ? [] : [{ path, bytes: apres }]));
  const laisses = fichiers.filter((f) => f.raison !== null);
  if (check !== true && changes.length > 0) {
    const [, echecs] = writeOutputs(project.root, changes, (file) => shown(io, file));
    if (echecs.length > 0) return refus(echecs);
  }
  for (const { path } of changes) io.stdout.write(`${path}\n`);
  for (const { path, raison } of laisses) io.stderr.write(`${path}${NBSP}: ${raison}\n`);
  io.stderr.write(`${combien(fichiers.length, 'fichier lu', 'fichiers lus')}, ${combien(changes.length, check === true ? 'à mettre en forme' : 'mis en forme', check === true ? 'à mettre en forme' : 'mis en forme')}${laisses.length === 0 ? '' : `, ${combien(laisses.length, 'laissé tel quel', 'laissés tels quels')}`}\n`);
  return laisses.length > 0 || (check === true && changes.length > 0) ? EXIT.sources : EXIT.sound;
}
