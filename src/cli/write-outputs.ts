/**
 * Tout ou rien : chaque document est écrit à côté sous un nom provisoire, puis tous prennent leur place par renommage.
 * Au premier échec, ce qui était là avant est remis. Aucun autre fichier du dossier n'est touché.
 */
import * as nodeFs from 'node:fs';
import path from 'node:path';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Outcome } from '../base/diagnostic.ts';
import type { Output } from '../pipeline/compile.ts';

export type Fs = Pick<typeof nodeFs, 'closeSync' | 'copyFileSync' | 'fsyncSync' | 'lstatSync' | 'mkdirSync' | 'openSync' | 'renameSync' | 'rmdirSync' | 'unlinkSync' | 'writeFileSync'>;

interface Step {
  readonly file: string;
  readonly fresh: string;
  /** Copie de ce qui était là avant, ou null s'il n'y avait rien. */
  backup: string | null;
  placed: boolean;
}

/** Écrit les documents dans `directory`. Rend leurs chemins, ou CTG0012 et aucun chemin. */
export function writeOutputs(directory: string, outputs: readonly Pick<Output, 'path' | 'bytes'>[], shown: (file: string) => string, fs: Fs = nodeFs): Outcome<readonly string[]> {
  const steps: Step[] = [];
  const created: string[] = [];
  let current = directory;
  try {
    makeDirectory(directory, created, fs);
    for (const output of outputs) {
      current = path.join(directory, output.path);
      makeDirectory(path.dirname(current), created, fs);
      if (fs.lstatSync(current, { throwIfNoEntry: false })?.isDirectory() === true) throw Object.assign(new Error(), { code: 'EISDIR' });
      const step: Step = { file: current, fresh: provisional(current, 'nouveau'), backup: null, placed: false };
      discard(step.fresh, fs);
      const fd = fs.openSync(step.fresh, 'wx');
      steps.push(step);
      try {
        fs.writeFileSync(fd, output.bytes);
        fs.fsyncSync(fd);
      } finally {
        fs.closeSync(fd);
      }
    }
    for (const step of steps) {
      current = step.file;
      if (fs.lstatSync(step.file, { throwIfNoEntry: false }) !== undefined) {
        const backup = provisional(step.file, 'ancien');
        discard(backup, fs);
        step.backup = backup;
        fs.copyFileSync(step.file, backup);
      }
      fs.renameSync(step.fresh, step.file);
      step.placed = true;
    }
  } catch (error) {
    rollBack(steps, created, fs);
    return [[], [diagnostic('CTG0012', { chemin: shown(current), raison: reason(error) }, null)]];
  }
  for (const step of steps) if (step.backup !== null) discard(step.backup, fs);
  return [steps.map((s) => s.file), []];
}

/** Nom provisoire, caché et propre à ce processus : deux compilations à la fois ne se mêlent pas. */
const provisional = (file: string, role: string): string => path.join(path.dirname(file), `.${path.basename(file)}.${role}-${process.pid}`);

/** Crée un dossier et ceux qui manquent au-dessus, en notant ceux qu'il a fallu créer. */
function makeDirectory(directory: string, created: string[], fs: Fs): void {
  if (fs.lstatSync(directory, { throwIfNoEntry: false }) !== undefined) return;
  makeDirectory(path.dirname(directory), created, fs);
  fs.mkdirSync(directory);
  created.push(directory);
}

function rollBack(steps: readonly Step[], created: readonly string[], fs: Fs): void {
  for (const step of steps) {
    if (!step.placed) discard(step.fresh, fs);
    if (step.placed && step.backup !== null) {
      try {
        fs.renameSync(step.backup, step.file);
      } catch (cause) {
        throw new Error(`L’ancien document n’a pas pu être remis en place ; il est dans ${step.backup}.`, { cause });
      }
    } else if (step.placed) fs.unlinkSync(step.file);
    else if (step.backup !== null) discard(step.backup, fs);
  }
  for (const directory of [...created].reverse()) {
    try {
      fs.rmdirSync(directory);
    } catch {
      // plus vide : quelqu'un d'autre s'en sert
    }
  }
}

/** Retire un fichier provisoire ; qu'il manque déjà n'est pas une faute. */
function discard(file: string, fs: Fs): void {
  try {
    fs.unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'l’accès est refusé',
  EPERM: 'l’accès est refusé, ou le document est ouvert dans un autre logiciel',
  EBUSY: 'le document est ouvert dans un autre logiciel',
  ETXTBSY: 'le document est ouvert dans un autre logiciel',
  ENOSPC: 'le disque est plein',
  EDQUOT: 'votre quota de disque est atteint',
  EROFS: 'le disque est en lecture seule',
  EISDIR: 'un dossier porte ce nom',
  ENOTDIR: 'un fichier se trouve à la place d’un dossier de ce chemin',
  EEXIST: 'un fichier se trouve à la place d’un dossier de ce chemin',
  ENAMETOOLONG: 'le chemin est trop long',
  EMFILE: 'trop de fichiers sont ouverts',
};

/** Pourquoi le système refuse, en français ; ce qui n'en vient pas est une panne de ctg. */
function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return REASONS[code] ?? `le système répond ${code}`;
}
