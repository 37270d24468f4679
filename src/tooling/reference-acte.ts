/** docs/reference/convention-json.md : ce que contient le fichier joint au PDF, d'après son schéma. */
import type { JsonSchema } from './json-schema.ts';
import { GENERATED, page } from './markdown.ts';
import { fields } from './reference-sources.ts';

export function referenceActe(schemas: ReadonlyMap<string, JsonSchema>): string {
  const schema = schemas.get('acte');
  if (schema === undefined) throw new Error('pas de schéma « acte »');
  return page(
    GENERATED,
    '# convention.json, l’acte pour un logiciel',
    'Chaque PDF fait par ctg porte deux fichiers, que montre le volet des pièces jointes d’un lecteur de PDF : `sources.zip`, les sources dont il est tiré, et `convention.json`, ce que l’acte dit, pour un logiciel. Son schéma est `schemas/json/acte.schema.json`. Rien n’y vient d’un fichier déclaré privé, sauf ce que l’acte imprime.',
    '`format` augmente dès que cette forme change.',
    ...fields(schema),
  );
}
