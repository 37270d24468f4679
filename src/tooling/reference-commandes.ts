/** docs/reference/commandes.md : les commandes, d'après la grammaire que la ligne de commande emploie elle-même. */
import { EXIT_TEXTS } from '../cli/exit.ts';
import { createProgram } from '../cli/program.ts';
import { code, GENERATED, page, table } from './markdown.ts';

export function referenceCommandes(): string {
  const silent = { stdout: () => undefined, stderr: () => undefined };
  const program = createProgram({ validate: () => Promise.resolve(), build: () => Promise.resolve() }, silent);
  const sections = program.commands.flatMap((command) => [
    `## ${code(`ctg ${command.name()} ${command.usage()}`)}`,
    `${command.name()} : ${command.description()}.`,
    table(
      ['Argument ou option', 'Description'],
      [...command.registeredArguments.map((a) => [code(`[${a.name()}]`), a.description]), ...command.options.map((o) => [code(o.flags), o.description])],
    ),
  ]);
  return page(
    GENERATED,
    '# Les commandes',
    `${program.description()} \`ctg --help\` et \`ctg <commande> --help\` affichent l’aide ; \`ctg --version\`, la version.`,
    ...sections,
    '## Codes de sortie',
    table(['Code', 'Sens'], Object.entries(EXIT_TEXTS)),
    '## Sorties',
    'La sortie standard ne porte que le résultat : le rapport de `validate`, la liste des fichiers écrits par `build`, ou le rapport JSON de l’une ou l’autre avec `--format json`. Le reste va sur la sortie d’erreur ; les remarques d’avancement n’y paraissent que dans un terminal.',
    '`build` écrit tout ou rien : avec une erreur dans les sources, ou si un seul document ne peut pas être écrit, les documents d’avant restent intacts. Aucun autre fichier du dossier de sortie n’est touché.',
    '## Environnement',
    table(
      ['Variable', 'Effet'],
      [
        [code('NO_COLOR'), 'jamais de couleur ; l’emporte sur le reste'],
        [code('FORCE_COLOR'), 'de la couleur, même hors d’un terminal'],
        [code('CTG_TRACE=1'), 'comme --trace'],
        [code('SOURCE_DATE_EPOCH'), 'date des documents, en secondes depuis 1970, pour une compilation reproductible'],
      ],
    ),
  );
}
