/** Ce que l'autocomplétion propose à chaque endroit de la ligne, d'après la grammaire : un nœud par commande. */
import type { Argument, Command, Option } from 'commander';

/** Ce qui peut suivre : des mots connus, un fichier, un dossier, ou rien qu'on sache proposer. */
export type Follow = { readonly kind: 'mots'; readonly mots: readonly string[] } | { readonly kind: 'fichier' | 'dossier' | 'libre' };

export interface OptionWords {
  readonly long: string;
  readonly short: string | null;
  readonly description: string;
  /** null : l'option ne prend pas de valeur. */
  readonly value: Follow | null;
}

export interface CommandWords {
  /** Le mot, et tout le chemin depuis `ctg`. */
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  readonly argument: Follow | null;
  readonly commands: readonly CommandWords[];
}

const LIMIT = 78;

/** Le début d'une description, sur une ligne courte : les interpréteurs de commandes n'en montrent pas plus. */
function brief(text: string): string {
  const start = text.split(/\s?[;:]| \(/)[0] ?? text;
  return start.length <= LIMIT ? start : `${start.slice(0, start.lastIndexOf(' ', LIMIT))}…`;
}

const named = (name: string): Follow => ({ kind: /fichier/i.test(name) ? 'fichier' : /dossier/i.test(name) ? 'dossier' : 'libre' });

const ofArgument = (argument: Argument): Follow => (argument.argChoices === undefined ? named(argument.name()) : { kind: 'mots', mots: argument.argChoices });

function ofOption(option: Option): OptionWords {
  const value = option.required || option.optional ? (option.argChoices === undefined ? named(option.flags) : { kind: 'mots' as const, mots: option.argChoices }) : null;
  return { long: option.long ?? option.flags, short: option.short ?? null, description: brief(option.description), value };
}

const HELP: OptionWords = { long: '--help', short: '-h', description: 'affiche l’aide', value: null };

/** Décrit une commande et celles qu'elle contient. */
export function commandWords(command: Command, parent = ''): CommandWords {
  const path = `${parent} ${command.name()}`.trim();
  const first = command.registeredArguments[0];
  return {
    name: command.name(),
    path,
    description: brief(command.description()),
    options: [...command.options.map(ofOption), HELP],
    argument: first === undefined ? null : ofArgument(first),
    commands: command.commands.map((c) => commandWords(c, path)),
  };
}

/** La commande et toutes celles qu'elle contient, à plat. */
export const flat = (command: CommandWords): readonly CommandWords[] => [command, ...command.commands.flatMap(flat)];

/** Chaque façon d'écrire une option. */
export const flags = ({ short, long }: OptionWords): readonly string[] => [...(short === null ? [] : [short]), long];
