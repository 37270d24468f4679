/** docs/reference/ctg.1 : la page de manuel (`man ctg`), d'après la grammaire. Le format est celui de man(7). */
import { EXIT_TEXTS } from '../cli/exit.ts';
import { examplesOf } from '../cli/grammar/command.ts';
import { createProgram } from '../cli/program.ts';
import { ENVIRONMENT } from './environnement.ts';

type Command = ReturnType<typeof createProgram>;

/** Un texte que man ne prendra pas pour un ordre : barres obliques inverses, traits d'union, point ou apostrophe en tête. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('\u00A0', '\\ ')
    .replaceAll('\u202F', '\\ ')
    .replace(/^(?=[.'])/gm, '\\&');

const bold = (text: string): string => `\\fB${roff(text)}\\fR`;
const item = (head: string, text: string): readonly string[] => ['.TP', head, roff(text)];

function command(c: Command, path: string): readonly string[] {
  const own = `${path} ${c.name()}`;
  return [
    `.SS ${roff(`${own} ${c.usage()}`)}`,
    `${roff(c.description())}.`,
    ...c.registeredArguments.flatMap((a) => item(bold(a.name()), a.description)),
    ...c.options.flatMap((o) => item(bold(o.flags), o.description)),
    ...(examplesOf(c).length === 0 ? [] : ['.PP', 'Exemples\\ :', '.nf', '.RS', ...examplesOf(c).map(roff), '.RE', '.fi']),
    ...c.commands.flatMap((s) => command(s, own)),
  ];
}

export function manuel(version: string): string {
  const silent = { stdout: () => undefined, stderr: () => undefined };
  const program = createProgram(() => Promise.resolve(), silent);
  return `${[
    '.\\" Page produite par « npm run generate » : ne pas la modifier à la main.',
    `.TH CTG 1 "" "ctg ${version}" "Manuel de ctg"`,
    '.SH NOM',
    `ctg \\- ${roff(program.description().replace(/\.$/, '').replace(/^C/, 'c'))}`,
    '.SH SYNOPSIS',
    `${bold('ctg')} ${roff(program.usage())}`,
    '.SH COMMANDES',
    ...program.commands.flatMap((c) => command(c, 'ctg')),
    '.SH CODES DE SORTIE',
    ...Object.entries(EXIT_TEXTS).flatMap(([code, text]) => item(bold(code), text)),
    '.SH ENVIRONNEMENT',
    ...ENVIRONMENT.flatMap(([names, text]) => item(names.map(bold).join(', '), text)),
    '.SH VOIR AUSSI',
    'La référence complète est dans le dossier docs de ctg.',
  ].join('\n')}\n`;
}
