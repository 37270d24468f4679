import * as fs from 'node:fs';
import path from 'node:path';
import { combien, guillemets, NBSP } from '../../base/francais.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { makeDirectory, provisional, removeDirectories, writeThrough } from '../files.ts';
import type { ExtractOptions } from '../grammar/extract.ts';
import { refus } from '../refus.ts';
import { type Session, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { openPdf } from './verify.ts';

/** `ctg extract FICHIER` : rend les sources d'un PDF dans un dossier neuf. N'écrase jamais rien. */
export async function extract({ io }: Session, file: string, { sortie }: ExtractOptions): Promise<ExitCode> {
  const { ouvrirPdf } = await import('../../pipeline/recompiler.ts');
  const { sources, acte } = await openPdf(io, file, ouvrirPdf);
  const target = path.resolve(io.cwd, sortie ?? path.basename(file).replace(/\.pdf$/i, '').concat('-sources'));
  if (fs.lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw new UsageError(`${guillemets(shown(io, target))} existe déjà${NBSP}: ctg n’écrase rien.`, 'Choisissez un dossier qui n’existe pas encore, avec -o.');
  // À côté, sous un nom provisoire : un dossier à moitié rendu passerait pour entier.
  const fresh = provisional(target, 'nouveau');
  const created: string[] = [];
  try {
    makeDirectory(path.dirname(target), created, fs);
    fs.rmSync(fresh, { recursive: true, force: true });
    for (const [name, bytes] of sources) {
      const place = path.join(fresh, ...name.split('/'));
      if (!place.startsWith(fresh + path.sep)) throw new Error(`nom qui sort du dossier : ${name}`);
      makeDirectory(path.dirname(place), [], fs);
      writeThrough(place, bytes, fs);
    }
    fs.renameSync(fresh, target);
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true });
    removeDirectories(created, fs);
    const { raison, conseil } = refus(error);
    throw new UsageError(`Les sources n’ont pas pu être écrites dans ${guillemets(shown(io, target))}${NBSP}: ${raison}.`, conseil);
  }
  for (const name of sources.keys()) io.stdout.write(`${shown(io, path.join(target, ...name.split('/')))}\n`);
  if (io.stderr.isTTY) io.stderr.write(`${combien(sources.size, 'fichier')} dans ${shown(io, target)}\n`);
  if (!acte.compilation.recompilable) io.stderr.write('Des fichiers privés ne sont pas joints à ce PDF : ces sources ne suffisent pas à le recompiler.\n');
  return EXIT.sound;
}
