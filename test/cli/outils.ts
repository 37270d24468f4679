import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';
import { type Compile, lazyCompile } from '../../src/cli/session.ts';

export const RACINE = fileURLToPath(new URL('../../', import.meta.url));

export interface Passage {
  readonly code: number;
  readonly sortie: string;
  readonly erreur: string;
}

export interface Cadre {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly tty?: boolean;
  readonly compile?: Compile;
  /** Quand arrêter une commande qui dure ; par défaut, aussitôt. */
  readonly untilInterrupted?: () => Promise<void>;
  /** Reçoit les adresses que la commande voudrait ouvrir dans un navigateur. */
  readonly onBrowse?: (url: string) => void;
  /** Reçoit la sortie au fil de l'eau. */
  readonly onOutput?: (text: string) => void;
  /** Ce que la personne répond, dans l'ordre ; sans cela, la commande n'est pas dans un terminal. */
  readonly reponses?: readonly string[];
}

/** Exécute la commande dans ce processus, avec un terminal de papier. */
export async function ctg(args: readonly string[], { cwd, env = {}, tty = false, compile = lazyCompile, untilInterrupted = () => Promise.resolve(), onBrowse = () => undefined, onOutput = () => undefined, reponses }: Cadre): Promise<Passage> {
  let sortie = '';
  let erreur = '';
  const restantes = [...(reponses ?? [])];
  const ask = reponses === undefined ? null : (question: string): Promise<string> => {
    erreur += `${question}\n`;
    const reponse = restantes.shift();
    if (reponse === undefined) throw new Error(`question inattendue : ${question}`);
    return Promise.resolve(reponse);
  };
  const stdout = { write: (text: string): void => {
      sortie += text;
      onOutput(text);
    },
    isTTY: tty,
  };
  const stderr = { write: (text: string) => void (erreur += text), isTTY: tty };
  const code = await main(args, { stdout, stderr, env, cwd, packageRoot: RACINE, untilInterrupted, ask, clock: () => 0, browse: async (url) => { onBrowse(url); return true; } }, compile);
  return { code, sortie, erreur };
}

/** Un dossier temporaire, rendu après usage. */
export async function dansUnDossier<T>(action: (dossier: string) => Promise<T> | T): Promise<T> {
  const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-cli-'));
  try {
    return await action(dossier);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

/** Copie les sources d'un exemple, sans les documents qu'une compilation y aurait laissés. */
export const copier = (exemple: string, vers: string): void => cpSync(path.join(RACINE, 'examples', exemple), vers, { recursive: true, filter: (file) => !['sortie', 'attendu'].includes(path.basename(file)) });

export function ecrire(dossier: string, fichiers: Readonly<Record<string, string>>): void {
  for (const [nom, contenu] of Object.entries(fichiers)) {
    const file = path.join(dossier, nom);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contenu);
  }
}

/** Tous les fichiers sous un dossier, triés, chemins relatifs. */
export const fichiers = (dossier: string): string[] =>
  readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((e) => !e.isDirectory())
    .map((e) => path.relative(dossier, path.join(e.parentPath, e.name)))
    .sort();
