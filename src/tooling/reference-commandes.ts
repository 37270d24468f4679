/** docs/reference/commandes.md : les commandes, d'après la grammaire que la ligne de commande emploie elle-même. */
import { NBSP } from '../base/francais.ts';
import { EXIT_TEXTS } from '../cli/exit.ts';
import { FORMAT_TEXTS } from '../cli/formats.ts';
import { examplesOf } from '../cli/grammar/command.ts';
import { createProgram } from '../cli/program.ts';
import { ENVIRONMENT } from './environnement.ts';
import { code, GENERATED, page, table } from './markdown.ts';

type Command = ReturnType<typeof createProgram>;

/** Une commande et celles qu'elle contient, chacune avec son tableau et ses exemples. */
function sections(command: Command, path: string): readonly string[] {
  const own = `${path} ${command.name()}`;
  const rows = [...command.registeredArguments.map((a) => [code(a.required ? `<${a.name()}>` : `[${a.name()}]`), a.description]), ...command.options.map((o) => [code(o.flags), o.description])];
  return [
    `## ${code(`${own} ${command.usage()}`)}`,
    `${command.name()} : ${command.description()}.`,
    ...(rows.length === 0 ? [] : [table(['Argument ou option', 'Description'], rows)]),
    ...(examplesOf(command).length === 0 ? [] : [`Exemples${NBSP}:`, `\`\`\`sh\n${examplesOf(command).join('\n')}\n\`\`\``]),
    ...command.commands.flatMap((c) => sections(c, own)),
  ];
}

export function referenceCommandes(): string {
  const silent = { stdout: () => undefined, stderr: () => undefined };
  const program = createProgram(() => Promise.resolve(), silent);
  return page(
    GENERATED,
    '# Les commandes',
    `${program.description()} \`ctg --help\` et \`ctg <commande> --help\` affichent l’aide ; \`ctg --version\`, la version.`,
    ...program.commands.flatMap((c) => sections(c, 'ctg')),
    'La page de manuel, `man ctg` là où elle est installée, dit la même chose ; `ctg completion` complète ces commandes dans le terminal.',
    '## Codes de sortie',
    table(['Code', 'Sens'], Object.entries(EXIT_TEXTS)),
    '## Sorties',
    'La sortie standard ne porte que le résultat : le rapport de `validate`, la liste des fichiers écrits par `build`, ou le rapport JSON de l’une ou l’autre avec `--format json`. Le reste va sur la sortie d’erreur ; les remarques d’avancement n’y paraissent que dans un terminal.',
    '`build` écrit tout ou rien : avec une erreur dans les sources, ou si un seul document ne peut pas être écrit, les documents d’avant restent intacts. Aucun autre fichier du dossier de sortie n’est touché.',
    '## Rapports',
    'Sans `--format`, `validate` écrit `codeframe` sur la sortie standard, dans un terminal comme en intégration continue. `--format` peut être répété : un rapport au plus va sur la sortie standard, les autres dans leur fichier (`--format sarif=rapport.sarif`), dont le dossier doit exister. Chaque fichier est écrit d’un coup, que les sources soient saines ou non. `build` prend les mêmes options : son rapport à lire va sur la sortie d’erreur, la liste des documents sur la sortie standard, et un rapport pour un logiciel y prend la place de la liste. `watch` tient ses rapports à jour dans leurs fichiers.',
    table(['Format', 'Pour'], Object.entries(FORMAT_TEXTS).map(([name, text]) => [code(name), text])),
    'Dans `sarif`, `junit`, `github` et `gitlab`, les chemins partent de la racine du dépôt : celle que donnent GitHub Actions (`GITHUB_WORKSPACE`) ou GitLab CI (`CI_PROJECT_DIR`), sinon le dossier courant. Ailleurs, ils partent du dossier du territoire. Dans `sarif` et `gitlab`, l’empreinte d’un constat ne change pas quand sa ligne se déplace.',
    'Dans `junit`, une erreur est un essai en échec, un avertissement ou une information un essai passé (« skipped »), un fichier sans constat un essai réussi. Ce rapport est valide selon le schéma XSD de Jenkins, et porte ce que GitLab lit (`classname`, `name` sans doublon, contenu de l’échec) ; le schéma d’Ant, qui exige une heure et un nom de machine, n’est pas suivi : ctg ne lit ni l’une ni l’autre. GitHub n’affiche que dix annotations de chaque gravité par étape : pour tout voir, préférez `sarif`.',
    '`--max 20` borne ce que montrent par fichier les rapports à lire, les erreurs d’abord ; le compte reste entier.',
    'Dans GitHub Actions :',
    '```yaml\n- run: npx --no -- ctg validate --format github --format sarif=ctg.sarif --format markdown=ctg.md\n```',
    'Dans GitLab CI :',
    '```yaml\nscript:\n  - npx --no -- ctg validate --format codeframe --format gitlab=ctg.json --format junit=ctg.xml\nartifacts:\n  when: always\n  reports:\n    codequality: ctg.json\n    junit: ctg.xml\n```',
    '## Environnement',
    table(['Variable', 'Effet'], ENVIRONMENT.map(([names, effect]) => [names.map(code).join(', '), effect])),
  );
}
