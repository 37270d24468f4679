/** Le schéma publié du rapport JSON (schemas/json/diagnostics.schema.json). Un lecteur doit admettre des champs de plus : la version ne dit que les ruptures. */
const line = { type: ['integer', 'null'], minimum: 1 } as const;
const place = {
  file: { title: 'Fichier', description: 'Chemin depuis le dossier du territoire, en barres obliques ; null si le constat ne porte pas sur un fichier.', type: ['string', 'null'] },
  line: { title: 'Ligne', description: 'À partir de 1 ; null si l’endroit n’est pas connu.', ...line },
  column: { title: 'Colonne', description: 'À partir de 1, en unités UTF-16.', ...line },
  endLine: { title: 'Ligne de fin', ...line },
  endColumn: { title: 'Colonne de fin', description: 'Exclue.', ...line },
} as const;
const count = { type: 'integer', minimum: 0 } as const;

export const REPORT_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'diagnostics.schema.json',
  title: 'Rapport de ctg',
  description: 'Ce qu’écrit « ctg validate --format json », et « ctg build --format json » avec outputs en plus. D’autres champs peuvent s’ajouter sans que la version change.',
  type: 'object',
  required: ['version', 'diagnostics', 'summary'],
  properties: {
    version: { title: 'Version du format', description: 'Change quand un champ disparaît ou change de sens.', const: 1 },
    diagnostics: {
      title: 'Constats',
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'severity', 'title', 'message', 'hint', 'file', 'line', 'column', 'endLine', 'endColumn', 'related'],
        properties: {
          code: { title: 'Code', description: 'Ne change jamais de sens.', type: 'string', pattern: '^CTG[0-9]{4}$' },
          severity: { title: 'Gravité', enum: ['erreur', 'avertissement', 'information'] },
          title: { title: 'Titre', description: 'Le même pour tous les constats du code.', type: 'string' },
          message: { title: 'Message', description: 'Ce qui ne va pas, ici.', type: 'string' },
          hint: { title: 'Conseil', description: 'Ce qu’il faut faire.', type: ['string', 'null'] },
          ...place,
          related: {
            title: 'Autres endroits',
            type: 'array',
            items: { type: 'object', required: ['message', 'file', 'line', 'column', 'endLine', 'endColumn'], properties: { message: { type: 'string' }, ...place } },
          },
        },
      },
    },
    summary: {
      title: 'Compte',
      type: 'object',
      required: ['errors', 'warnings', 'notes', 'files', 'text'],
      properties: { errors: count, warnings: count, notes: count, files: count, text: { description: 'Le compte en une phrase.', type: 'string' } },
    },
    outputs: { title: 'Documents écrits', description: 'Avec build seulement.', type: 'array', items: { type: 'string' } },
  },
} as const;
