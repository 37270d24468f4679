/** Ce que les commandes ont en commun : un fichier par commande dans ce dossier, assemblés par `cli/program.ts`. */
import { type Command, Option } from 'commander';
import { NBSP } from '../../base/francais.ts';
import type { Stade, Target } from '../../pipeline/compile.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';
import { FORMAT_TEXTS, parseFormat, parseMax, type ReportRequest } from '../formats.ts';
import { oneOf, someOf } from '../usage.ts';

/** Un argument : son nom, ce qu'il veut dire, s'il faut le donner. */
export interface Argument {
  readonly name: string;
  readonly meaning: string;
  readonly required?: true;
  /** Les seules valeurs admises. */
  readonly values?: readonly string[];
}

/** Ajoute une commande à la grammaire ; `parent` pour une sous-commande. */
export type Add = (name: string, description: string, args: readonly Argument[], parent?: Command) => Command;

/** Exécute l'effet d'une commande ; chacun se charge quand on l'appelle. */
export type Run = (effect: (session: Session) => Promise<ExitCode>) => Promise<void>;

/** La grammaire d'une commande. */
export type Declare = (add: Add, run: Run) => void;

export const DIRECTORY: Argument = { name: 'dossier', meaning: 'dossier du territoire, ou un dossier qu’il contient (par défaut, le dossier courant)' };

/** Une option dont les valeurs sont connues, que l'autocomplétion propose. */
export function choice<T extends string>(flags: string, description: string, values: readonly T[], initial?: T): Option {
  const option = new Option(flags, description).choices(values);
  option.argParser(oneOf(option.long ?? flags, values));
  return initial === undefined ? option : option.default(initial);
}

/** Une option qui prend plusieurs valeurs connues, séparées par des virgules. */
export function choices<T extends string>(flags: string, description: string, values: readonly T[], initial?: readonly T[]): Option {
  const option = new Option(flags, description).choices(values);
  option.argParser(someOf(option.long ?? flags, values));
  return initial === undefined ? option : option.default(initial);
}

/** Stades de la vie de l'acte ; ceux du schéma de ctg.yaml. */
export const STADES = ['projet', 'conseil', 'signature', 'bilan'] as const satisfies readonly Stade[];
export const stadeOption = (): Option => choice('--stade <stade>', `stade contrôlé, au lieu de celui de ctg.yaml${NBSP}: ${STADES.join(', ')}`, STADES);

/** Chaque cible et ce qu'elle produit ; le type oblige à les nommer toutes. */
export const TARGET_TEXTS: Readonly<Record<Target, string>> = {
  pdf: 'l’acte en PDF',
  html: 'l’acte en HTML, à lire ou à ouvrir dans Word',
  plan: 'le plan d’actions en tableau',
};
export const CIBLES = Object.keys(TARGET_TEXTS) as Target[];

export const sortieOption = (): Option => new Option('-o, --sortie <dossier>', 'dossier où écrire (par défaut, sortie/ dans le dossier du territoire)');
export const traceOption = (): Option => new Option('--trace', 'en cas de panne de ctg, affiche le détail technique');

/** Les rapports demandés : les mêmes options pour chaque commande qui contrôle. */
export interface ReportOptions {
  /** Absent : le rapport à lire dans le terminal. */
  readonly format?: readonly ReportRequest[];
  readonly max?: number;
}
const FORMATS = Object.entries(FORMAT_TEXTS).map(([name, text]) => `${name} (${text}${name === 'codeframe' ? ', par défaut' : ''})`);
export const formatOption = (): Option =>
  new Option('--format <format>', `nom d’un format de rapport, ou nom=fichier pour l’écrire dans un fichier ; peut être répété. Formats : ${FORMATS.join(', ')}`).argParser(parseFormat);
export const maxOption = (): Option => new Option('--max <nombre>', 'constats montrés au plus par fichier, dans les rapports à lire (codeframe, markdown, html) ; par défaut, tous').argParser(parseMax);

/** Les exemples d'une commande ; la page de manuel et la référence les reprennent. */
const EXAMPLES = new WeakMap<Command, readonly string[]>();
export const examplesOf = (command: Command): readonly string[] => EXAMPLES.get(command) ?? [];

export function withExamples(command: Command, ...list: readonly string[]): Command {
  EXAMPLES.set(command, list);
  return command.addHelpText('after', `\nExemples${NBSP}:\n${list.map((e) => `  ${e}`).join('\n')}`);
}
