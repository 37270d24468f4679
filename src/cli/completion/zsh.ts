/** Autocomplétion pour zsh : une fonction par commande, sur `_arguments`. */
import { type CommandWords, flags, flat, type Follow, type OptionWords } from './words.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** Dans une spécification de `_arguments`, ces signes ont un sens. */
const label = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');

function action(follow: Follow): string {
  switch (follow.kind) {
    case 'mots':
      return `(${follow.mots.join(' ')})`;
    case 'fichier':
      return '_files';
    case 'dossier':
      return '_files -/';
    case 'libre':
      return ' ';
  }
}

const option = (o: OptionWords): readonly string[] =>
  flags(o).map((flag) => quote(`*${flag}[${label(o.description)}]${o.value === null ? '' : `:valeur:${action(o.value)}`}`));

const functionName = (path: string): string => `_${path.replaceAll(' ', '_')}`;

function body(c: CommandWords): string {
  const options = c.options.flatMap(option);
  if (c.commands.length === 0) return `  _arguments ${[...options, ...(c.argument === null ? [] : [quote(`1:argument:${action(c.argument)}`)])].join(' \\\n    ')}`;
  return [
    '  local context state state_descr line',
    '  typeset -A opt_args',
    `  _arguments -C ${[...options, quote('1: :->commande'), quote('*:: :->suite')].join(' \\\n    ')}`,
    '  case $state in',
    '    commande)',
    '      local -a commandes',
    `      commandes=(${c.commands.map((s) => quote(`${s.name}:${label(s.description)}`)).join(' ')})`,
    '      _describe commande commandes ;;',
    '    suite)',
    '      case $words[1] in',
    ...c.commands.map((s) => `        ${s.name}) ${functionName(s.path)} ;;`),
    '      esac ;;',
    '  esac',
  ].join('\n');
}

export function zsh(root: CommandWords): string {
  const functions = flat(root).map((c) => `${functionName(c.path)}() {\n${body(c)}\n}`);
  return `#compdef ${root.name}
# Autocomplétion de ${root.name} pour zsh. À lire à l'ouverture du terminal, après compinit : source <(${root.name} completion zsh)
${functions.join('\n')}
if [ "$funcstack[1]" = "_${root.name}" ]; then _${root.name} "$@"; else compdef _${root.name} ${root.name}; fi
`;
}
