/**
 * Le journal d'un ensemble de documents : il garde leur dossier pour une commande à la fois, et dit à la suivante ce qu'une
 * commande tuée a laissé. Un renommage est d'un seul coup, plusieurs ne le sont pas ; entre deux, le journal sait dans quel sens finir.
 */
import { hostname } from 'node:os';
import path from 'node:path';
import { normalizePath } from '../host/host.ts';
import { discard, type Fs, isAlive, provisional, sweep, syncDirectory, writeThrough } from './files.ts';

export const JOURNAL = '.ctg-ecriture.json';
/** Attente d'une autre commande : tant d'essais, tant de millisecondes entre deux. Écrire prend bien moins d'une seconde. */
const ESSAIS = 200;
const PAS = 50;

interface Entry {
  readonly note: string;
  readonly machine: string;
  /** Le processus qui tient le dossier. */
  readonly processus: number;
  /** Celui qui a écrit les fichiers provisoires : un autre, si c'est une reprise. */
  readonly auteur: number;
  /** `pose` : tous les documents neufs sont entiers sur le disque, ils prennent leur place. */
  readonly etat: 'prepare' | 'pose';
  /** Chemins dans le dossier, en barres obliques. */
  readonly documents: readonly string[];
  /** Ceux qui n'existaient pas avant. */
  readonly nouveaux: readonly string[];
}

const NOTE = 'ctg écrit ses documents dans ce dossier. Si aucune commande ctg ne tourne, la prochaine finira cette écriture et retirera ce fichier.';

/** Ce qu'une commande tuée avait laissé : rien, un ensemble achevé, ou remis comme avant. */
export type Recovery = 'nothing' | 'completed' | 'restored';

export interface Held {
  readonly recovery: Recovery;
  /** Tous les documents neufs sont sur le disque : à partir d'ici, une commande tuée sera achevée. */
  ready(): void;
  /** L'ensemble est entier : la suivante n'aura rien à reprendre. */
  done(): void;
}

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAS));

/** Prend le dossier, en attendant qui l'aurait ; achève ou annule d'abord ce qui y est resté en suspens. `tries` : essais avant de le croire abandonné. */
export async function hold(directory: string, documents: readonly string[], fs: Fs, tries = ESSAIS): Promise<Held> {
  const journal = path.join(directory, JOURNAL);
  const recovery = await settle(directory, fs, tries);
  sweep(journal, fs);
  const nouveaux = documents.filter((d) => fs.lstatSync(path.join(directory, d), { throwIfNoEntry: false }) === undefined);
  const entry: Entry = { note: NOTE, machine: hostname(), processus: process.pid, auteur: process.pid, etat: 'prepare', documents, nouveaux };
  try {
    writeThrough(journal, text(entry), fs);
  } catch (error) {
    // Une autre commande l'a pris entre-temps : on l'attend à son tour.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return hold(directory, documents, fs, tries);
    throw error;
  }
  return {
    recovery,
    ready() {
      replace(journal, { ...entry, etat: 'pose' }, fs);
      for (const each of new Set(documents.map((d) => path.dirname(path.join(directory, d))))) syncDirectory(each, fs);
    },
    done() {
      syncDirectory(directory, fs);
      discard(journal, fs);
    },
  };
}

/** Finit ce qu'une commande tuée a laissé dans ce dossier ; attend celle qui y écrirait encore. */
export async function settle(directory: string, fs: Fs, tries = ESSAIS): Promise<Recovery> {
  const journal = path.join(directory, JOURNAL);
  let before = '';
  for (let waited = 0; ; ) {
    const now = look(journal, fs);
    if (now === null) return 'nothing';
    waited = now.identity === before ? waited + 1 : 0;
    before = now.identity;
    const { entry } = now;
    const abandoned = entry !== null && entry.machine === hostname() && !isAlive(entry.processus);
    if (!abandoned && waited < tries) {
      await tick();
      continue;
    }
    if (entry === null) {
      discard(journal, fs);
      return 'nothing';
    }
    replace(journal, { ...entry, machine: hostname(), processus: process.pid }, fs);
    await tick();
    // Deux commandes peuvent vouloir reprendre à la fois : la dernière inscrite reprend, l'autre attend.
    if (look(journal, fs)?.entry?.processus === process.pid) return recover(directory, entry, fs);
  }
}

/** Vers l'avant tant que tous les documents neufs existent ou ont pris leur place ; en arrière si un retour avait commencé. */
function recover(directory: string, { auteur, etat, documents, nouveaux }: Entry, fs: Fs): Recovery {
  const steps = documents.map((document) => {
    const file = path.join(directory, document);
    return { file, fresh: provisional(file, 'nouveau', auteur), backup: provisional(file, 'ancien', auteur), created: nouveaux.includes(document) };
  });
  const exists = (file: string): boolean => fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  // Un document neuf n'est plus là, et ce qui le remplaçait non plus : il avait déjà été remis comme avant.
  const undone = steps.some((s) => !exists(s.fresh) && !exists(s.created ? s.file : s.backup));
  let moved = false;
  if (etat === 'pose') {
    for (const { file, fresh, backup, created } of steps) {
      if (!undone) moved = rename(fresh, file, fs) || moved;
      else if (!exists(fresh) && created) discard(file, fs);
      else if (!exists(fresh)) rename(backup, file, fs);
    }
  }
  for (const { file } of steps) syncDirectory(path.dirname(file), fs);
  // Le journal d'abord : sans lui, ce qui reste n'est que provisoire, et la prochaine écriture le balaie.
  discard(path.join(directory, JOURNAL), fs);
  for (const { fresh, backup } of steps) for (const file of [fresh, backup]) discard(file, fs);
  if (etat === 'prepare') return 'nothing';
  return undone ? 'restored' : moved ? 'completed' : 'nothing';
}

/** Renomme si la source existe ; vrai si c'est fait. */
function rename(from: string, to: string, fs: Fs): boolean {
  try {
    fs.renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

const text = (entry: Entry): string => `${JSON.stringify(entry, null, 2)}\n`;

/** Remplace le journal d'un coup. */
function replace(journal: string, entry: Entry, fs: Fs): void {
  const fresh = provisional(journal, 'nouveau');
  discard(fresh, fs);
  writeThrough(fresh, text(entry), fs);
  fs.renameSync(fresh, journal);
}

/** Le journal tel qu'il est : null s'il n'y en a pas ; `entry` null s'il est vide, abîmé, ou s'il parle d'ailleurs que de ce dossier. */
function look(journal: string, fs: Fs): { readonly identity: string; readonly entry: Entry | null } | null {
  try {
    const stat = fs.lstatSync(journal, { bigint: true });
    const read = fs.readFileSync(journal, 'utf8');
    return { identity: `${stat.ino} ${stat.mtimeNs} ${read}`, entry: parse(read) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parse(read: string): Entry | null {
  let value: Partial<Entry>;
  try {
    value = JSON.parse(read) as Partial<Entry>;
  } catch {
    return null;
  }
  const paths = (list: unknown): boolean => Array.isArray(list) && list.every((p) => typeof p === 'string' && normalizePath(p) === p);
  const sound =
    typeof value === 'object' && value !== null && typeof value.machine === 'string' && Number.isInteger(value.processus) && Number.isInteger(value.auteur) &&
    (value.etat === 'prepare' || value.etat === 'pose') && paths(value.documents) && paths(value.nouveaux);
  return sound ? (value as Entry) : null;
}
