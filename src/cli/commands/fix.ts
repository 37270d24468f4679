import { combien } from '../../base/francais.ts';
import { REPORTERS } from '../../report/index.ts';
import { corriger } from '../corrections.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { wantsColor } from '../io.ts';
import type { Project, Session } from '../session.ts';
import { shown } from '../session.ts';
import { writeOutputs } from '../write-outputs.ts';

/**
 * `ctg validate --fix` : écrit les corrections sûres, ou les montre seulement. Rend null pour laisser la validation
 * suivre, ou un code de sortie si tout est dit.
 */
export async function fix({ io, compile }: Session, project: Project, dryRun: boolean): Promise<ExitCode | null> {
  const cache = (await import('../../pipeline/cache.ts')).memoryCache();
  const corriges = await corriger(project.host, (host) => compile(host, { targets: [], cache }));
  if (corriges.length === 0) {
    io.stderr.write('Aucune correction sûre à faire.\n');
    return dryRun ? EXIT.sound : null;
  }
  if (dryRun) {
    const { createTwoFilesPatch } = await import('diff');
    for (const { path, avant, apres } of corriges) io.stdout.write(createTwoFilesPatch(path, path, avant, apres, 'avant', 'après', { context: 2 }));
    return EXIT.sound;
  }
  const encoder = new TextEncoder();
  const [, failures] = writeOutputs(
    project.root,
    corriges.map(({ path, apres }) => ({ path, bytes: encoder.encode(apres) })),
    (file) => shown(io, file),
  );
  if (failures.length > 0) {
    io.stderr.write(REPORTERS.codeframe(failures, new Map(), { color: wantsColor(io, io.stderr) }));
    return EXIT.usage;
  }
  for (const { path, faites } of corriges) io.stderr.write(`${path} : ${combien(faites.length, 'correction')} (${[...new Set(faites)].join(', ')})\n`);
  return null;
}
