/**
 * Tout ou rien : chaque document est écrit à côté sous un nom provisoire, puis tous prennent leur place par renommage.
 * Au premier échec, ce qui était là avant est remis. Aucun autre fichier du dossier n'est touché.
 */
import * as nodeFs from 'node:fs';
import path from 'node:path';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Outcome } from '../base/diagnostic.ts';
import type { Output } from '../pipeline/compile.ts';
import { discard, type Fs, makeDirectory, provisional, removeDirectories, writeThrough } from './files.ts';
import { refus } from './refus.ts';

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
      steps.push(step);
      writeThrough(step.fresh, output.bytes, fs);
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
    return [[], [diagnostic('CTG0012', { chemin: shown(current), ...refus(error) }, null)]];
  }
  for (const step of steps) if (step.backup !== null) discard(step.backup, fs);
  return [steps.map((s) => s.file), []];
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
  removeDirectories(created, fs);
}
