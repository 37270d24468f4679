/** Autocomplétion pour fish. */
import { type CommandWords, flat, type Follow, type OptionWords } from './words.ts';

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function propose(follow: Follow): string {
  switch (follow.kind) {
    case 'mots':
      return `-x -a ${quote(follow.mots.join(' '))}`;
    case 'fichier':
      return '-r -F';
    case 'dossier':
      return "-x -a '(__fish_complete_directories)'";
    case 'libre':
      return '-x';
  }
}

export function fish(root: CommandWords): string {
  const all = flat(root);
  const within = (c: CommandWords): string => `complete -c ${root.name} -n ${quote(`__${root.name}_dans "${c.path}"`)}`;
  const option = (o: OptionWords): string => [`-l ${o.long.replace(/^--/, '')}`, ...(o.short === null ? [] : [`-s ${o.short.slice(1)}`]), ...(o.value === null ? [] : [propose(o.value)]), `-d ${quote(o.description)}`].join(' ');
  const lines = all.flatMap((c) => [
    ...c.commands.map((s) => `${within(c)} -a ${s.name} -d ${quote(s.description)}`),
    ...c.options.map((o) => `${within(c)} ${option(o)}`),
    ...(c.argument === null || c.argument.kind === 'libre' ? [] : [`${within(c)} ${propose(c.argument)}`]),
  ]);
  return `# Autocomplétion de ${root.name} pour fish. À garder une fois pour toutes : ${root.name} completion fish > ~/.config/fish/completions/${root.name}.fish
function __${root.name}_dans
    set -l chemin ${root.name}
    for mot in (commandline -opc)[2..-1]
        switch "$chemin $mot"
            case ${all.slice(1).map((c) => quote(c.path)).join(' ')}
                set chemin "$chemin $mot"
        end
    end
    test "$chemin" = "$argv[1]"
end
complete -c ${root.name} -f
${lines.join('\n')}
`;
}
