/** La grammaire de la ligne de commande : une commande par fichier de `grammar/`. L'aide, la référence, la page de manuel et l'autocomplétion en sont tirées. */
import { Argument, Command } from 'commander';
import { NBSP } from '../base/francais.ts';
import { EXIT_TEXTS } from './exit.ts';
import { declareBuild } from './grammar/build.ts';
import { declareCheckPdf } from './grammar/check-pdf.ts';
import type { Add, Declare, Run } from './grammar/command.ts';
import { declareCompletion } from './grammar/completion.ts';
import { declareExplain } from './grammar/explain.ts';
import { declareInit } from './grammar/init.ts';
import { declareExtract } from './grammar/extract.ts';
import { declareFmt } from './grammar/fmt.ts';
import { declareImport } from './grammar/import.ts';
import { declareSchemas } from './grammar/schemas.ts';
import { declareValidate } from './grammar/validate.ts';
import { declareVerify } from './grammar/verify.ts';
import { declareWatch } from './grammar/watch.ts';
import { oneOf, translate } from './usage.ts';
import { VERSION } from './version.ts';

/** Dans l'ordre où l'aide les montre. */
const COMMANDS: readonly Declare[] = [declareInit, declareImport, declareValidate, declareBuild, declareWatch, declareFmt, declareCheckPdf, declareVerify, declareExtract, declareExplain, declareSchemas, declareCompletion];

const TITLES: Readonly<Record<string, string>> = { 'Usage:': `Usage${NBSP}:`, 'Options:': `Options${NBSP}:`, 'Commands:': `Commandes${NBSP}:`, 'Arguments:': `Arguments${NBSP}:` };
const HELP = ['-h, --help', 'affiche cette aide'] as const;
const START = ['ctg init "Ma convention"    prépare le dossier, après quelques questions', 'ctg watch "Ma convention"   la montre pendant que vous écrivez', 'ctg build --help            l’aide d’une commande'].map((line) => `  ${line}`);
const exits = Object.entries(EXIT_TEXTS).map(([code, text]) => `  ${code}  ${text}`);

/** Bâtit la grammaire ; `run` exécute l'effet de la commande appelée. */
export function createProgram(run: Run, out: { stdout(text: string): void; stderr(text: string): void }): Command {
  const program = new Command('ctg')
    .description('Compile les sources d’une convention territoriale globale en documents prêts à signer.')
    .usage('[options] <commande>')
    .version(VERSION, '-V, --version', 'affiche la version')
    .helpOption(...HELP)
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .showSuggestionAfterError(false)
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, optionDescription: (option) => option.description, argumentDescription: (argument) => argument.description })
    .configureOutput({ writeOut: out.stdout, writeErr: out.stderr, outputError: () => undefined })
    .addHelpText('after', `\nPour commencer${NBSP}:\n${START.join('\n')}\n\nCodes de sortie${NBSP}:\n${exits.join('\n')}`);
  program.exitOverride((error) => {
    throw translate(error, program);
  });
  const add: Add = (name, description, args, parent = program) => {
    const names = args.map((a) => (a.required === true ? `<${a.name}>` : `[${a.name}]`));
    const added = parent.command(name).description(description).helpOption(...HELP).usage(['[options]', ...names].join(' '));
    args.forEach(({ name: word, meaning, values }, i) => {
      const argument = new Argument(names[i] ?? '', meaning);
      added.addArgument(values === undefined ? argument : argument.choices(values).argParser(oneOf(`<${word}>`, values)));
    });
    return added.exitOverride((error) => {
      throw translate(error, added);
    });
  };
  for (const declare of COMMANDS) declare(add, run);
  return program;
}
