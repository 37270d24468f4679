/** Ce que la ligne de commande emprunte au monde : remis par `bin/ctg.js`, ou par un test. */
import { NBSP } from '../base/francais.ts';
import { browse } from './browser.ts';
import { EXIT } from './exit.ts';
import { refus } from './refus.ts';
import { UsageError } from './usage.ts';

export interface Stream {
  write(text: string): void;
  readonly isTTY: boolean;
}

export interface Io {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Dossier de ctg lui-même, où sont `templates/` et ses ressources. */
  readonly packageRoot: string;
  /** Attend que la personne arrête la commande (Ctrl-C), pour celles qui durent. */
  readonly untilInterrupted: () => Promise<void>;
  /** Pose une question et attend la réponse ; null hors d'un terminal : on ne demande rien à un programme. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** L'heure, en millisecondes depuis 1970 : pour la page vivante seule, jamais pour un document. */
  readonly clock: () => number;
  /** Ouvre une adresse de cette machine dans le navigateur habituel ; rend faux s'il n'y en a pas. */
  readonly browse: (url: string) => Promise<boolean>;
}

/** Une sortie refusée (disque plein sous `> rapport.json`) se dit une fois, et la commande n'a pas réussi, quoi qu'elle rende. */
const stream = (process: NodeJS.Process, out: NodeJS.WriteStream): Stream => {
  let refused = false;
  out.on('error', (error: NodeJS.ErrnoException) => {
    // Un lecteur qui ferme le tube avant la fin (`ctg validate | head`) n'est pas une panne.
    if (error.code === 'EPIPE' || refused) return;
    refused = true;
    const { raison, conseil } = refus(error);
    process.once('exit', () => (process.exitCode = EXIT.usage));
    if (out !== process.stderr) process.stderr.write(`erreur${NBSP}: Ce que la commande affiche n’a pas pu être écrit en entier${NBSP}: ${raison}.\nconseil  ${conseil}\n`);
  });
  return { write: (text) => void out.write(text), isTTY: out.isTTY === true };
};

/** Le vrai terminal. */
export const nodeIo = (process: NodeJS.Process, packageRoot: string): Io => ({
  stdout: stream(process, process.stdout),
  stderr: stream(process, process.stderr),
  env: process.env,
  cwd: process.cwd(),
  packageRoot,
  ask: process.stdin.isTTY === true && process.stderr.isTTY === true ? (question) => askOnce(process, question) : null,
  untilInterrupted: () => new Promise((resolve) => void process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve())),
  clock: () => Date.now(),
  browse: (url) => browse(url, process.platform),
});

/** Une question, une ligne. Ctrl-C ou Ctrl-D arrêtent la commande : rien n'a encore été écrit. */
async function askOnce(process: NodeJS.Process, question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve, reject) => {
    let answered = false;
    lines.on('close', () => {
      if (!answered) reject(new UsageError('Interrompu : rien n’a été écrit.'));
    });
    void lines.question(question).then((answer) => {
      answered = true;
      lines.close();
      resolve(answer.trim());
    });
  });
}

/** NO_COLOR l'emporte sur FORCE_COLOR, qui l'emporte sur le terminal. */
export function wantsColor(io: Io, out: Stream): boolean {
  if ((io.env['NO_COLOR'] ?? '') !== '') return false;
  const force = io.env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return out.isTTY;
}
