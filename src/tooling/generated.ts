/** Tout ce qui est produit d'après le code et gardé dans le dépôt. Un essai vérifie que rien n'y est périmé. */
import { jsonSchemas } from './json-schema.ts';
import { referenceClauses } from './reference-clauses.ts';
import { referenceCommandes } from './reference-commandes.ts';
import { referenceDiagnostics } from './reference-diagnostics.ts';
import { referenceSources } from './reference-sources.ts';

/** Dossiers dont chaque fichier est produit : un fichier de trop y est périmé. */
export const GENERATED_DIRECTORIES = ['schemas/json', 'docs/reference'] as const;

/** Chemin dans le dépôt → texte. `read` lit un fichier du dépôt. */
export function generated(read: (path: string) => string): ReadonlyMap<string, string> {
  const schemas = jsonSchemas();
  return new Map([
    ...[...schemas].map(([kind, schema]): [string, string] => [`schemas/json/${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
    ['docs/reference/sources.md', referenceSources(schemas)],
    ['docs/reference/commandes.md', referenceCommandes()],
    ['docs/reference/diagnostics.md', referenceDiagnostics((name) => read(`src/rules/${name}`))],
    ['docs/reference/clauses.md', referenceClauses()],
  ]);
}
