/** Ce que la ligne de commande emprunte au monde : remis par `bin/ctg.js`, ou par un test. */
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
}

const stream = (out: NodeJS.WriteStream): Stream => {
  // Un lecteur qui ferme le tube avant la fin (`ctg validate | head`) n'est pas une panne.
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return { write: (text) => void out.write(text), isTTY: out.isTTY === true };
};

/** Le vrai terminal. */
export const nodeIo = (process: NodeJS.Process, packageRoot: string): Io => ({
  stdout: stream(process.stdout),
  stderr: stream(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  packageRoot,
  untilInterrupted: () => new Promise((resolve) => void process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve())),
});

/** NO_COLOR l'emporte sur FORCE_COLOR, qui l'emporte sur le terminal. */
export function wantsColor(io: Io, out: Stream): boolean {
  if ((io.env['NO_COLOR'] ?? '') !== '') return false;
  const force = io.env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return out.isTTY;
}
