import { Command } from 'commander';
import { NBSP } from '../base/francais.ts';
import type { Stade, Target } from '../pipeline/compile.ts';
import type { ReportFormat } from '../report/index.ts';
import { EXIT_TEXTS, FAIL_ON, type FailOn } from './exit.ts';
import { FORMAT_TEXTS, parseFormat, parseMax, type ReportRequest } from './formats.ts';
import { oneOf, someOf, translate } from './usage.ts';
import { VERSION } from './version.ts';

export interface ValidateOptions {
  /** Absent : le rapport à lire, sur la sortie standard. */
  readonly format?: readonly ReportRequest[];
  readonly max?: number;
  readonly failOn: FailOn;
  readonly stade?: Stade;
  /** Appliquer les corrections sûres. */
  readonly fix?: true;
  /** Montrer ce que --fix changerait, sans rien écrire. */
  readonly dryRun?: true;
}

export interface WatchOptions {
  readonly stade?: Stade;
  readonly cible: readonly Target[];
  readonly sortie?: string;
}

export interface BuildOptions {
  readonly stade?: Stade;
  readonly format: ReportFormat;
  readonly cible: readonly Target[];
  readonly sortie?: string;
}

/** Ce que font les commandes ; la grammaire, elle, est toute dans ce fichier, et la référence en est tirée. */
export interface Actions {
  validate(directory: string | undefined, options: ValidateOptions): Promise<void>;
  build(directory: string | undefined, options: BuildOptions): Promise<void>;
  watch(directory: string | undefined, options: WatchOptions): Promise<void>;
  explain(code: string | undefined): Promise<void>;
}

/** Stades de la vie de l'acte ; ceux du schéma de ctg.yaml. */
const STADES = ['projet', 'conseil', 'signature', 'bilan'] as const satisfies readonly Stade[];
const STADE = `stade contrôlé, au lieu de celui de ctg.yaml${NBSP}: ${STADES.join(', ')}`;

const BUILD_FORMATS = ['codeframe', 'json'] as const satisfies readonly ReportFormat[];
/** Chaque cible et ce qu'elle produit ; le type oblige à les nommer toutes. */
export const TARGET_TEXTS: Readonly<Record<Target, string>> = {
  pdf: 'l’acte en PDF',
  html: 'l’acte en HTML, à lire ou à ouvrir dans Word',
  plan: 'le plan d’actions en tableau',
};
const CIBLES = Object.keys(TARGET_TEXTS) as Target[];

const TITLES: Readonly<Record<string, string>> = { 'Usage:': `Usage${NBSP}:`, 'Options:': `Options${NBSP}:`, 'Commands:': `Commandes${NBSP}:`, 'Arguments:': `Arguments${NBSP}:` };
const HELP = ['-h, --help', 'affiche cette aide'] as const;
const exits = Object.entries(EXIT_TEXTS).map(([code, text]) => `  ${code}  ${text}`);
const examples = (...list: readonly string[]): string => `\nExemples${NBSP}:\n${list.map((e) => `  ${e}`).join('\n')}`;

/** Bâtit la grammaire de la commande. */
export function createProgram(actions: Actions, out: { stdout(text: string): void; stderr(text: string): void }): Command {
  const program = new Command('ctg')
    .description('Compile les sources d’une convention territoriale globale en documents prêts à signer.')
    .usage('[options] <commande>')
    .version(VERSION, '-V, --version', 'affiche la version')
    .helpOption(...HELP)
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .showSuggestionAfterError(false)
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, optionDescription: (option) => option.description })
    .configureOutput({ writeOut: out.stdout, writeErr: out.stderr, outputError: () => undefined })
    .addHelpText('after', `\nCodes de sortie${NBSP}:\n${exits.join('\n')}`);
  program.exitOverride((error) => {
    throw translate(error, program);
  });
  const DIRECTORY = ['dossier', 'dossier du territoire, ou un dossier qu’il contient (par défaut, le dossier courant)'] as const;
  const command = (name: string, description: string, [argument, meaning]: readonly [string, string] = DIRECTORY): Command => {
    const added = program.command(name).description(description).helpOption(...HELP).usage(`[options] [${argument}]`);
    added.argument(`[${argument}]`, meaning);
    return added.exitOverride((error) => {
      throw translate(error, added);
    });
  };

  command('validate', 'contrôle les sources et dit tout ce qui ne va pas')
    .option('--format <format>', `nom d’un format de rapport, ou nom=fichier pour l’écrire dans un fichier ; peut être répété. Formats : ${Object.entries(FORMAT_TEXTS).map(([name, text]) => `${name} (${text}${name === 'codeframe' ? ', par défaut' : ''})`).join(', ')}`, parseFormat)
    .option('--stade <stade>', STADE, oneOf('--stade', STADES))
    .option('--fix', 'applique les corrections qui ne changent pas le sens (guillemets, dates, nombres, noms de communes), en gardant commentaires et mise en page')
    .option('--dry-run', 'avec --fix : montre ce qui changerait, sans rien écrire')
    .option('--max <nombre>', 'constats montrés au plus par fichier, dans les rapports à lire (codeframe, markdown, html) ; par défaut, tous', parseMax)
    .option('--fail-on <gravité>', 'gravité à partir de laquelle la commande échoue : erreur (par défaut), avertissement ou jamais', oneOf('--fail-on', FAIL_ON), 'erreur')
    .option('--trace', 'en cas de panne de ctg, affiche le détail technique')
    .addHelpText('after', examples('ctg validate', 'ctg validate --stade conseil', 'ctg validate --fix --dry-run', 'ctg validate --format json > rapport.json', 'ctg validate --format codeframe --format sarif=rapport.sarif --format html=rapport.html'))
    .action((directory: string | undefined, options: ValidateOptions) => actions.validate(directory, options));

  command('build', 'contrôle les sources puis écrit les documents, s’il n’y a aucune erreur')
    .option('--stade <stade>', STADE, oneOf('--stade', STADES))
    .option('-o, --sortie <dossier>', 'dossier où écrire (par défaut, sortie/ dans le dossier du territoire)')
    .option('--cible <cibles>', `documents voulus, séparés par des virgules (par défaut, tous) : ${CIBLES.map((c) => `${c} (${TARGET_TEXTS[c]})`).join(', ')}`, someOf('--cible', CIBLES), CIBLES)
    .option('--format <format>', 'codeframe, à lire dans un terminal (par défaut), ou json, pour un autre logiciel', oneOf('--format', BUILD_FORMATS), 'codeframe')
    .option('--trace', 'en cas de panne de ctg, affiche le détail technique')
    .addHelpText('after', examples('ctg build', 'ctg build -o ../envoi --cible pdf', 'ctg build examples/creusot-montceau'))
    .action((directory: string | undefined, options: BuildOptions) => actions.build(directory, options));

  command('watch', 'surveille les sources et, à chaque enregistrement, les contrôle et récrit les documents')
    .option('--stade <stade>', STADE, oneOf('--stade', STADES))
    .option('-o, --sortie <dossier>', 'dossier où écrire (par défaut, sortie/ dans le dossier du territoire)')
    .option('--cible <cibles>', `documents tenus à jour, séparés par des virgules (par défaut, html,plan) : ${CIBLES.join(', ')}`, someOf('--cible', CIBLES), ['html', 'plan'])
    .option('--trace', 'en cas de panne de ctg, affiche le détail technique')
    .addHelpText('after', `\nCtrl-C arrête la surveillance.${examples('ctg watch', 'ctg watch --cible pdf')}`)
    .action((directory: string | undefined, options: WatchOptions) => actions.watch(directory, options));

  command('explain', 'explique un code de constat, ou donne la liste des codes', ['code', 'code à expliquer, comme CTG4001 ; sans lui, la liste'])
    .option('--trace', 'en cas de panne de ctg, affiche le détail technique')
    .addHelpText('after', examples('ctg explain', 'ctg explain CTG4001'))
    .action((code: string | undefined) => actions.explain(code));
  return program;
}
