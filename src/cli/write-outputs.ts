/**
 * Tout ou rien : chaque document est écrit à côté sous un nom provisoire, puis tous prennent leur place par renommage.
 * Au premier refus, ce qui était là avant est remis. Aucun autre fichier du dossier n'est touché.
 */
import * as nodeFs from 'node:fs';
import path from 'node:path';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Outcome } from '../base/diagnostic.ts';
import type { Output } from '../pipeline/compile.ts';
import { discard, type Fs, makeDirectory, provisional, removeDirectories, sweep, writeThrough } from './files.ts';
import { type Held, hold, type Recovery, settle } from './journal.ts';
import { refus } from './refus.ts';
import { shielded } from './signals.ts';

interface Step {
  readonly file: string;
  readonly fresh: string;
  /** Copie de ce qui était là avant, ou null s'il n'y avait rien. */
  backup: string | null;
  placed: boolean;
}

type Bytes = Pick<Output, 'path' | 'bytes'>;
type Written = Outcome<readonly string[]>;

/** Écrit des fichiers qui se suffisent chacun dans `directory`. Rend leurs chemins, ou CTG0012 et aucun chemin. */
export function writeOutputs(directory: string, outputs: readonly Bytes[], shown: (file: string) => string, fs: Fs = nodeFs): Written {
  const created: string[] = [];
  try {
    makeDirectory(directory, created, fs);
  } catch (error) {
    return refused(shown(directory), error);
  }
  return write(directory, outputs, shown, fs, created, null);
}

/**
 * Écrit des documents qui vont ensemble. Une commande tuée en chemin laisse l'ensemble d'avant, ou un journal d'après lequel la
 * suivante l'achève ; deux commandes écrivent l'une après l'autre. `tries` : essais avant de croire abandonné le journal d'une autre.
 */
export async function writeSet(directory: string, outputs: readonly Bytes[], shown: (file: string) => string, fs: Fs = nodeFs, tries?: number): Promise<Written> {
  const created: string[] = [];
  let held: Held;
  try {
    makeDirectory(directory, created, fs);
    held = await hold(directory, outputs.map((o) => o.path), fs, tries);
  } catch (error) {
    const found = refused(shown(directory), error);
    removeDirectories(created, fs);
    return found;
  }
  return shielded(() => write(directory, outputs, shown, fs, created, held));
}

/** Achève ou annule ce qu'une commande tuée avait laissé dans `directory`, s'il existe. */
export async function settleSet(directory: string, shown: (file: string) => string, fs: Fs = nodeFs): Promise<Outcome<Recovery>> {
  try {
    return [fs.lstatSync(directory, { throwIfNoEntry: false }) === undefined ? 'nothing' : await settle(directory, fs), []];
  } catch (error) {
    return ['nothing', refused(shown(directory), error)[1]];
  }
}

const refused = (chemin: string, error: unknown): Written => [[], [diagnostic('CTG0012', { chemin, ...refus(error) }, null)]];

function write(directory: string, outputs: readonly Bytes[], shown: (file: string) => string, fs: Fs, created: string[], held: Held | null): Written {
  const steps: Step[] = [];
  let current = directory;
  try {
    for (const output of outputs) {
      current = path.join(directory, output.path);
      makeDirectory(path.dirname(current), created, fs);
      if (fs.lstatSync(current, { throwIfNoEntry: false })?.isDirectory() === true) throw Object.assign(new Error(), { code: 'EISDIR' });
      sweep(current, fs);
      const step: Step = { file: current, fresh: provisional(current, 'nouveau'), backup: null, placed: false };
      steps.push(step);
      writeThrough(step.fresh, output.bytes, fs);
    }
    for (const step of steps) {
      current = step.file;
      if (fs.lstatSync(step.file, { throwIfNoEntry: false }) === undefined) continue;
      step.backup = provisional(step.file, 'ancien');
      fs.copyFileSync(step.file, step.backup);
    }
    held?.ready();
    for (const step of steps) {
      current = step.file;
      fs.renameSync(step.fresh, step.file);
      step.placed = true;
    }
  } catch (error) {
    rollBack(steps, fs);
    finish(steps, held, fs);
    removeDirectories(created, fs);
    return refused(shown(current), error);
  }
  finish(steps, held, fs);
  return [steps.map((s) => s.file), []];
}

/** Remet ce qui avait pris place comme avant. */
function rollBack(steps: readonly Step[], fs: Fs): void {
  for (const { file, backup, placed } of steps) {
    if (!placed) continue;
    if (backup === null) fs.unlinkSync(file);
    else {
      try {
        fs.renameSync(backup, file);
      } catch (cause) {
        throw new Error(`L’ancien document n’a pas pu être remis en place ; il est dans ${backup}.`, { cause });
      }
    }
  }
}

/** Retire le journal, puis seulement ce qu'il aurait fallu pour reprendre. Un refus ici ne gâte rien : le prochain passage balaiera. */
function finish(steps: readonly Step[], held: Held | null, fs: Fs): void {
  try {
    held?.done();
    for (const { fresh, backup } of steps) for (const file of [fresh, backup]) if (file !== null) discard(file, fs);
  } catch {
    // un antivirus tient encore un fichier
  }
}
