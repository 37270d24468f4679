/** Tout ce qui est produit d'après le code et gardé dans le dépôt. Un essai vérifie que rien n'y est périmé. */
import { jsonSchemas } from './json-schema.ts';
import { manuel } from './manuel.ts';
import { referenceActe } from './reference-acte.ts';
import { referenceClauses } from './reference-clauses.ts';
import { referenceCommandes } from './reference-commandes.ts';
import { referenceConformite } from './reference-conformite.ts';
import { referenceDiagnostics } from './reference-diagnostics.ts';
import { referenceSources } from './reference-sources.ts';
import { pagesDesRegles } from './regles.ts';
import { VERSION } from '../cli/version.ts';
import { REPORT_SCHEMA } from '../report/schema.ts';

/** Dossiers dont chaque fichier est produit : un fichier de trop y est périmé. */
export const GENERATED_DIRECTORIES = ['schemas/json', 'docs/reference', 'docs/regles'] as const;

/** Chemin dans le dépôt → texte. `read` lit un fichier du dépôt. */
export function generated(read: (path: string) => string): ReadonlyMap<string, string> {
  const schemas = jsonSchemas();
  const readPage = (name: string): string => read(`src/rules/${name}`);
  return new Map([
    ...[...schemas].map(([kind, schema]): [string, string] => [`schemas/json/${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
    ['schemas/json/diagnostics.schema.json', `${JSON.stringify(REPORT_SCHEMA, null, 2)}\n`],
    ['docs/reference/sources.md', referenceSources(schemas)],
    ['docs/reference/convention-json.md', referenceActe(schemas)],
    ['docs/reference/commandes.md', referenceCommandes()],
    ['docs/reference/conformite.md', referenceConformite()],
    ['docs/reference/ctg.1', manuel(VERSION)],
    ['docs/reference/diagnostics.md', referenceDiagnostics(readPage)],
    ['docs/reference/clauses.md', referenceClauses()],
    ...pagesDesRegles(readPage),
  ]);
}
