/** Ce qui entoure les sources : réglages d'éditeur, intégration continue, notice de l'équipe. */
import { DIRECTORIES, ROOT_FILES } from '../sources/places.ts';

/** Chemin dans le territoire → fichier de `templates/depot`. Les noms à point n'y sont pas : npm en écarte certains. */
export const COMMUNS: Readonly<Record<string, string>> = {
  'README.md': 'LISEZMOI.md',
  '.gitignore': 'gitignore',
  '.gitattributes': 'gitattributes',
  'package.json': 'paquet.json',
  '.vscode/extensions.json': 'vscode/extensions.json',
  '.vscode/tasks.json': 'vscode/tasks.json',
  '.githooks/pre-commit': 'pre-commit',
};

export const FORGES = ['github', 'gitlab'] as const;
export type Forge = (typeof FORGES)[number];
export const INTEGRATION: Readonly<Record<Forge, readonly [chemin: string, modele: string]>> = {
  github: ['.github/workflows/ctg.yml', 'github/ctg.yml'],
  gitlab: ['.gitlab-ci.yml', 'gitlab-ci.yml'],
};

/** Fichiers exécutables une fois écrits. */
export const EXECUTABLES: ReadonlySet<string> = new Set(['.githooks/pre-commit']);

/** Réglages de VS Code : chaque sorte de fichier et son schéma, sans rien aller chercher sur le réseau. */
export function reglagesEditeur(): string {
  const schemas: [string, string][] = [
    ...ROOT_FILES.filter((p) => p.file.endsWith('.yaml')).map((p): [string, string] => [p.kind, p.file]),
    ...DIRECTORIES.filter((d) => d.extension === '.yaml').map((d): [string, string] => [d.kind, `${d.directory}/*.yaml`]),
  ];
  return `${JSON.stringify(
    {
      'files.encoding': 'utf8',
      'files.eol': '\n',
      'files.insertFinalNewline': true,
      'files.exclude': { node_modules: true },
      'editor.wordWrap': 'on',
      'yaml.schemaStore.enable': false,
      'yaml.schemas': Object.fromEntries(schemas.map(([kind, glob]) => [`.vscode/schemas/${kind}.schema.json`, glob])),
      'redhat.telemetry.enabled': false,
    },
    null,
    2,
  )}\n`;
}

/** Sortes de fichiers dont le schéma accompagne le territoire : tout ce que ctg lit, en-têtes de Markdown compris. */
export const schemasDe = (disponibles: readonly string[]): readonly string[] => disponibles.filter((f) => f.endsWith('.schema.json') && !f.startsWith('diagnostics.'));

/** Remplit les trous `{{nom}}` d'un modèle de fichier. Un trou inconnu est une faute de ctg. */
export function remplir(modele: string, valeurs: Readonly<Record<string, string>>): string {
  return modele.replace(/\{\{([a-z]+)\}\}/g, (_, nom: string) => {
    const valeur = valeurs[nom];
    if (valeur === undefined) throw new Error(`trou inconnu dans templates/depot : ${nom}`);
    return valeur;
  });
}
