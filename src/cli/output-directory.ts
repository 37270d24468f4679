import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { guillemets, NBSP } from '../base/francais.ts';
import { ASSET_DIRECTORIES, DIRECTORIES } from '../sources/places.ts';
import type { Io } from './io.ts';
import { shown } from './session.ts';
import { UsageError } from './usage.ts';

const SOURCES: ReadonlySet<string> = new Set([...DIRECTORIES.map((d) => d.directory), ...ASSET_DIRECTORIES]);
const ADVICE = `Choisissez un dossier à part${NBSP}: ctg build -o sortie`;

/** Le chemin réel d'un dossier qui n'existe peut-être pas encore : liens suivis, casse du disque. */
function realDirectory(directory: string): string {
  if (statSync(directory, { throwIfNoEntry: false }) !== undefined) return realpathSync.native(directory);
  const parent = path.dirname(directory);
  return parent === directory ? directory : path.join(realDirectory(parent), path.basename(directory));
}

/** Le dossier où écrire, en chemin absolu, vérifié : `sortie/` dans le territoire si rien n'est demandé. Il n'existe pas forcément. */
export function outputDirectory(io: Io, root: string, sortie: string | undefined): string {
  const target = sortie === undefined ? path.join(root, 'sortie') : path.resolve(io.cwd, sortie);
  checkOutputDirectory(target, root, shown(io, target));
  return target;
}

/** Refuse un dossier de sortie qui se confondrait avec les sources. */
export function checkOutputDirectory(directory: string, root: string, shown: string): void {
  let real: string;
  try {
    if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === false) throw new UsageError(`${guillemets(shown)} est un fichier, pas un dossier.`, ADVICE);
    real = realDirectory(directory);
  } catch (error) {
    // Sous un fichier, ou derrière un dossier fermé : l'écriture dira précisément pourquoi.
    if (error instanceof UsageError) throw error;
    return;
  }
  const inside = path.relative(realpathSync.native(root), real);
  if (inside === '') throw new UsageError(`${guillemets(shown)} est le dossier du territoire${NBSP}: les documents s’y mêleraient aux sources.`, ADVICE);
  const [first = ''] = inside.split(path.sep);
  if (SOURCES.has(first)) throw new UsageError(`${guillemets(shown)} est un dossier de sources (${first}/).`, ADVICE);
}
