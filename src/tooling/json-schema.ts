/** Les schémas de `schemas/`, en JSON Schema draft-07 : ce que VS Code lit pour compléter et contrôler un YAML. */
import { type ZodType, z } from 'zod';
import { schemaActe } from '../../schemas/acte.ts';
import { SCHEMAS } from '../validate/schemas.ts';

/** Mot-clé d'un champ qui renvoie à autre chose. */
const REFERENCE = 'x-ctg-reference';

export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** Chaque sorte de fichier et son schéma ; s'y ajoute l'acte joint au PDF. */
const ALL: Readonly<Record<string, ZodType>> = { ...SCHEMAS, acte: schemaActe };

function convert(kind: string, schema: ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      // Bornes que Zod met à tout entier.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      // Un mot à nous, que les éditeurs ne lisent pas : `ctg schemas` y met les identifiants du territoire.
      if (jsonSchema['reference'] !== undefined) jsonSchema[REFERENCE] = jsonSchema['reference'];
      delete jsonSchema['reference'];
    },
  });
  return { $schema, $id: `${kind}.schema.json`, ...rest } as JsonSchema;
}

/** Sorte de fichier → JSON Schema. */
export const jsonSchemas = (): ReadonlyMap<string, JsonSchema> => new Map(Object.entries(ALL).map(([kind, schema]) => [kind, convert(kind, schema)]));
