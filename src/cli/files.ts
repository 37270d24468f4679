/** Les gestes communs à tout ce que la commande écrit : noms provisoires, dossiers créés au besoin, fichiers neufs. */
import * as nodeFs from 'node:fs';
import path from 'node:path';

export type Fs = Pick<
  typeof nodeFs,
  'closeSync' | 'copyFileSync' | 'fsyncSync' | 'lstatSync' | 'mkdirSync' | 'openSync' | 'readdirSync' | 'readFileSync' | 'realpathSync' | 'renameSync' | 'rmdirSync' | 'unlinkSync' | 'writeFileSync'
>;

/** Nom provisoire, caché et propre à ce processus : deux commandes à la fois ne se mêlent pas. */
export const provisional = (file: string, role: 'nouveau' | 'ancien', pid = process.pid): string => path.join(path.dirname(file), `.${path.basename(file)}.${role}-${pid}`);

/** Retire un fichier ; qu'il manque déjà n'est pas une faute. */
export function discard(file: string, fs: Fs): void {
  try {
    fs.unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Crée un dossier et ceux qui manquent au-dessus, un à un : le système dit alors pourquoi il refuse. Note ceux qu'il a fallu créer. */
export function makeDirectory(directory: string, created: string[], fs: Fs): void {
  if (fs.lstatSync(directory, { throwIfNoEntry: false }) !== undefined) return;
  makeDirectory(path.dirname(directory), created, fs);
  try {
    fs.mkdirSync(directory);
    created.push(directory);
  } catch (error) {
    // Une autre commande vient de le créer.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Retire les dossiers qu'on avait créés, s'ils sont restés vides. */
export function removeDirectories(created: readonly string[], fs: Fs): void {
  for (const directory of [...created].reverse()) {
    try {
      fs.rmdirSync(directory);
    } catch {
      // plus vide : quelqu'un d'autre s'en sert
    }
  }
}

/** Écrit un fichier qui n'existait pas, et attend que le disque l'ait. S'il n'y parvient pas, il n'en reste rien. */
export function writeThrough(file: string, bytes: Uint8Array | string, fs: Fs, mode = 0o666): void {
  const fd = fs.openSync(file, 'wx', mode);
  let written = false;
  try {
    fs.writeFileSync(fd, bytes);
    fs.fsyncSync(fd);
    written = true;
  } finally {
    fs.closeSync(fd);
    if (!written) discard(file, fs);
  }
}

/** Attend que les noms d'un dossier soient sur le disque ; un système qui ne sait pas le faire (Windows) s'en passe. */
export function syncDirectory(directory: string, fs: Fs): void {
  let fd: number;
  try {
    fd = fs.openSync(directory, 'r');
  } catch {
    return;
  }
  try {
    fs.fsyncSync(fd);
  } catch {
    // certains disques partagés refusent : leurs noms sont ce qu'ils peuvent être
  } finally {
    fs.closeSync(fd);
  }
}

/** Retire les fichiers provisoires de `file` qu'une commande tuée a laissés. Ceux d'une commande qui vit restent. */
export function sweep(file: string, fs: Fs): void {
  const prefix = `.${path.basename(file)}.`;
  for (const name of list(path.dirname(file), fs)) {
    const pid = name.startsWith(prefix) ? /^(?:nouveau|ancien)-(\d{1,10})$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) discard(path.join(path.dirname(file), name), fs);
  }
}

function list(directory: string, fs: Fs): readonly string[] {
  try {
    return fs.readdirSync(directory);
  } catch {
    return [];
  }
}

/** Un autre processus de cette machine porte-t-il ce numéro ? Dans le doute, oui. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Des fichiers neufs sous `root` : jamais un remplacement, jamais une sortie par un lien, jamais un fichier entamé. */
export class NewFiles {
  readonly #root: string;
  readonly #fs: Fs;
  readonly #directories: string[] = [];
  readonly #files: string[] = [];

  constructor(root: string, fs: Fs = nodeFs) {
    this.#root = root;
    this.#fs = fs;
  }

  /** Vrai si le fichier est écrit ; faux s'il était déjà là, et il n'est pas touché. `relative` : en barres obliques. */
  write(relative: string, text: string, mode?: number): boolean {
    const fs = this.#fs;
    const file = path.join(this.#root, ...relative.split('/'));
    makeDirectory(path.dirname(file), this.#directories, fs);
    const [directory, root] = [fs.realpathSync(path.dirname(file)), fs.realpathSync(this.#root)];
    if (directory !== root && !directory.startsWith(root.endsWith(path.sep) ? root : root + path.sep)) throw Object.assign(new Error(), { code: 'EXDEV' });
    sweep(file, fs);
    if (fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined) return false;
    const fresh = provisional(file, 'nouveau');
    discard(fresh, fs);
    writeThrough(fresh, text, fs, mode);
    fs.renameSync(fresh, file);
    this.#files.push(file);
    return true;
  }

  /** Retire ce qui vient d'être écrit. */
  undo(): void {
    for (const file of this.#files) discard(file, this.#fs);
    removeDirectories(this.#directories, this.#fs);
  }
}
