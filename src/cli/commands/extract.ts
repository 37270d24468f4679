import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { combien, guillemets } from '../../base/francais.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { ExtractOptions } from '../grammar/extract.ts';
import { type Session, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { openPdf } from './verify.ts';

/** `ctg extract FICHIER` : rend les sources d'un PDF dans un dossier neuf. N'écrase jamais rien. */
export async function extract({ io }: Session, file: string, { sortie }: ExtractOptions): Promise<ExitCode> {
  const { ouvrirPdf } = await import('../../pipeline/recompiler.ts');
  const { sources, acte } = await openPdf(io, file, ouvrirPdf);
  const target = path.resolve(io.cwd, sortie ?? path.basename(file).replace(/\.pdf$/i, '').concat('-sources'));
  if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw new UsageError(`${guillemets(shown(io, target))} existe déjà${'\u00A0'}: ctg n’écrase rien.`, 'Choisissez un dossier qui n’existe pas encore, avec -o.');
  try {
    for (const [name, bytes] of sources) {
      const place = path.join(target, ...name.split('/'));
      if (!place.startsWith(target + path.sep)) throw new Error(`nom qui sort du dossier : ${name}`);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, bytes, { flag: 'wx' });
    }
  } catch (error) {
    // Un dossier à moitié rendu passerait pour entier ; il vient d'être créé, rien d'autre n'y est.
    rmSync(target, { recursive: true, force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UsageError(`Les sources n’ont pas pu être écrites dans ${guillemets(shown(io, target))} (${code}).`, 'Vérifiez la place sur le disque et vos droits, ou choisissez un autre dossier avec -o.');
  }
  for (const name of sources.keys()) io.stdout.write(`${shown(io, path.join(target, ...name.split('/')))}\n`);
  if (io.stderr.isTTY) io.stderr.write(`${combien(sources.size, 'fichier')} dans ${shown(io, target)}\n`);
  if (!acte.compilation.recompilable) io.stderr.write('Des fichiers privés ne sont pas joints à ce PDF : ces sources ne suffisent pas à le recompiler.\n');
  return EXIT.sound;
}
