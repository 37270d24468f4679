import type { Command, CommanderError } from 'commander';
import { guillemets, NBSP, NNBSP } from '../base/francais.ts';
import { closest, suggest } from '../base/suggestion.ts';

/** Une commande mal employée : dit à l'utilisateur, jamais une panne. */
export class UsageError extends Error {
  readonly hint: string | null;
  constructor(message: string, hint: string | null = null) {
    super(message);
    this.hint = hint;
  }
}

/** L'aide ou la version ont été affichées : il n'y a plus rien à faire. */
export class Displayed extends Error {
  readonly wanted: boolean;
  constructor(wanted: boolean) {
    super();
    this.wanted = wanted;
  }
}

/** Lit une valeur parmi celles admises. */
export function oneOf<T extends string>(option: string, allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const found = allowed.find((a) => a === value);
    if (found !== undefined) return found;
    const near = suggest(value, allowed);
    throw new UsageError(`${guillemets(value)} n’est pas une valeur de ${option}.`, `${near === null ? '' : `${near} `}Valeurs admises${NBSP}: ${allowed.join(', ')}.`);
  };
}

/** Lit une suite de valeurs séparées par des virgules, sans doublon. */
export function someOf<T extends string>(option: string, allowed: readonly T[]): (value: string) => readonly T[] {
  const one = oneOf(option, allowed);
  return (value) => [...new Set(value.split(',').map((v) => v.trim()).filter((v) => v !== '').map(one))];
}

/** Dit en français ce que commander refuse. Les citations de ses messages sont leur seule partie reprise. */
export function translate(error: CommanderError, command: Command): Error {
  const quoted = /'(.*)'/s.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return new Displayed(true);
    case 'commander.help':
      return new Displayed(error.exitCode === 0);
    case 'commander.unknownOption': {
      const known = [...command.options, ...(command.parent?.options ?? [])].flatMap((o) => o.long ?? []);
      return new UsageError(`Option inconnue${NBSP}: ${quoted}`, suggest(quoted, [...known, '--help']));
    }
    case 'commander.unknownCommand': {
      const known = command.commands.map((c) => c.name());
      const near = closest(quoted, known);
      return new UsageError(`Commande inconnue${NBSP}: ${quoted}`, near === null ? `Commandes connues${NBSP}: ${known.join(', ')}.` : `Vouliez-vous dire ${guillemets(`ctg ${near}`)}${NNBSP}?`);
    }
    case 'commander.optionMissingArgument':
      return new UsageError(`Il manque la valeur de l’option ${quoted}`);
    case 'commander.missingArgument':
      return new UsageError(`Il manque un argument${NBSP}: <${quoted}>.`, `Usage${NBSP}: ctg ${command.name()} ${command.usage()}`);
    case 'commander.excessArguments':
      return new UsageError('Trop d’arguments.', `Mettez entre guillemets un chemin qui contient des espaces${NBSP}: ctg ${command.name()} "Mes documents/Mon territoire"`);
    default:
      return error;
  }
}
