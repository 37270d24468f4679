/**
 * Lien qui ouvre un endroit dans VS Code : `vscode://file/C:/Dossier/plan.yaml:3:5`. `root` est un chemin absolu, de Windows
 * (lecteur ou partage réseau) ou non ; `file` part de cette racine, en barres obliques.
 */
export function editorLink(root: string, file: string, line: number, column: number): string {
  const windows = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(root);
  const base = (windows ? root.replaceAll('\\', '/') : root).replace(/\/+$/, '');
  const encoded = `${base}/${file}`
    .split('/')
    .map((part, i) => (windows && i === 0 && /^[A-Za-z]:$/.test(part) ? part : encodeURIComponent(part)))
    .join('/');
  return `vscode://file${encoded.startsWith('/') ? '' : '/'}${encoded}:${line}:${column}`;
}
