import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { guillemets, megaoctets, NBSP } from '../../base/francais.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { CheckPdfOptions } from '../grammar/check-pdf.ts';
import { type Io, wantsColor } from '../io.ts';
import { UsageError } from '../usage.ts';

/** `ctg check-pdf` : 0 si rien ne manque, 1 s'il manque quelque chose, 2 si le fichier ne se lit pas. */
export async function checkPdf(io: Io, file: string, { format }: CheckPdfOptions): Promise<ExitCode> {
  const [{ controlerPdf }, { rapportALire, rapportJson }, { FICHIER_MAXIMUM }] = await Promise.all([import('../../conformite/index.ts'), import('../../conformite/rapport.ts'), import('../../conformite/lecture/ouvrir.ts')]);
  const controle = await controlerPdf(read(path.resolve(io.cwd, file), file, FICHIER_MAXIMUM));
  if ('raison' in controle) throw new UsageError(`${guillemets(file)} ne peut pas être contrôlé${NBSP}: ${controle.raison}.`, controle.conseil);
  io.stdout.write(format === 'json' ? rapportJson(controle, file) : rapportALire(controle, file, wantsColor(io, io.stdout)));
  return controle.manquements.length === 0 ? EXIT.sound : EXIT.sources;
}

function read(target: string, file: string, limit: number): Uint8Array {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`Le fichier ${guillemets(file)} n’existe pas.`, 'Donnez le chemin d’un PDF, par exemple sortie/convention.pdf.');
  if (!stat.isFile()) throw new UsageError(`${guillemets(file)} n’est pas un fichier.`, 'Donnez le chemin d’un PDF, par exemple sortie/convention.pdf.');
  if (stat.size > limit) throw new UsageError(`${guillemets(file)} ne peut pas être contrôlé${NBSP}: il fait ${megaoctets(stat.size)}, et ctg n’en lit pas plus de ${megaoctets(limit)}.`, 'Réduisez les images du document, ou contrôlez-le avec un validateur spécialisé.');
  try {
    return readFileSync(target);
  } catch (error) {
    throw new UsageError(`${guillemets(file)} ne peut pas être lu (${(error as NodeJS.ErrnoException).code ?? 'erreur'}).`, 'Vérifiez vos droits sur ce fichier, et qu’aucun logiciel ne le verrouille.');
  }
}
