/** Autocomplétion pour bash, 3.2 compris (celui de macOS) : ni `mapfile`, ni le paquet bash-completion. */
import { type CommandWords, flags, flat, type Follow } from './words.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const words = (list: readonly string[]): string => quote(list.join('\n'));

function propose(follow: Follow): string {
  switch (follow.kind) {
    case 'mots':
      return `COMPREPLY=($(compgen -W ${words(follow.mots)} -- "$mot"))`;
    case 'fichier':
      return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$mot"))';
    case 'dossier':
      return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$mot"))';
    case 'libre':
      return ':';
  }
}

export function bash(root: CommandWords): string {
  const all = flat(root);
  const inner = all.slice(1).map((c) => quote(c.path)).join(' | ');
  const values = all.flatMap((c) =>
    c.options.flatMap((o) => (o.value === null ? [] : [`    ${flags(o).map((f) => quote(`${c.path} ${f}`)).join(' | ')}) ${propose(o.value)}; return ;;`])),
  );
  const cases = all.map((c) => {
    const rest: Follow | null = c.commands.length > 0 ? { kind: 'mots', mots: c.commands.map((s) => s.name) } : c.argument;
    return [`    ${quote(c.path)})`, `      if [[ $mot == -* ]]; then COMPREPLY=($(compgen -W ${words(c.options.flatMap(flags))} -- "$mot"))`, `      else ${rest === null ? ':' : propose(rest)}`, '      fi ;;'].join('\n');
  });
  return `# Autocomplétion de ${root.name} pour bash. À lire à l'ouverture du terminal : source <(${root.name} completion bash)
_${root.name}() {
  local IFS=$'\\n' mot="\${COMP_WORDS[COMP_CWORD]}" avant="\${COMP_WORDS[COMP_CWORD-1]}" chemin=${root.name} i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$chemin \${COMP_WORDS[i]}" in
      ${inner}) chemin="$chemin \${COMP_WORDS[i]}" ;;
    esac
  done
  case "$chemin $avant" in
${values.join('\n')}
  esac
  case "$chemin" in
${cases.join('\n')}
  esac
}
complete -F _${root.name} ${root.name}
`;
}
