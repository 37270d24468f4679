/** Ce que dit un schéma Zod à un endroit : titre, exemple, clés admises. Enveloppe les seuls rouages de Zod dont on dépend. */
import type { core, ZodType } from 'zod';

interface Def {
  readonly type: string;
  readonly innerType?: ZodType;
  readonly shape?: Readonly<Record<string, ZodType>>;
  readonly valueType?: ZodType;
  readonly element?: ZodType;
  readonly values?: readonly (string | number)[];
  readonly entries?: Readonly<Record<string, string>>;
}

const def = (schema: ZodType): Def => (schema as unknown as core.$ZodType)._zod.def as unknown as Def;

const unwrap = (schema: ZodType): ZodType => {
  const inner = def(schema).innerType;
  return inner === undefined ? schema : unwrap(inner);
};

/** Schéma à un chemin, avec ses enveloppes (`optional`…) ; null si le chemin n'y mène pas. */
export function schemaAt(schema: ZodType, path: readonly PropertyKey[]): ZodType | null {
  let current: ZodType | undefined = schema;
  for (const step of path) {
    const d: Def = def(unwrap(current));
    current = (d.shape !== undefined && Object.hasOwn(d.shape, step) ? d.shape[String(step)] : undefined) ?? d.valueType ?? d.element;
    if (current === undefined) return null;
  }
  return current;
}

export interface Meta {
  readonly title: string;
  readonly description: string;
  readonly example: unknown;
}

/** Titre, description et premier exemple, cherchés d'enveloppe en enveloppe. */
export function metaOf(schema: ZodType | null): Meta {
  let title = '';
  let description = '';
  let example: unknown;
  for (let current: ZodType | undefined = schema ?? undefined; current !== undefined; current = def(current).innerType) {
    const meta = current.meta() as { title?: string; description?: string; examples?: readonly unknown[] } | undefined;
    if (title === '') title = meta?.title ?? '';
    if (description === '') description = meta?.description ?? '';
    if (example === undefined) example = meta?.examples?.[0];
  }
  return { title, description, example };
}

/** Clés d'un objet strict, ou liste vide. */
export const keysOf = (schema: ZodType | null): readonly string[] => (schema === null ? [] : Object.keys(def(unwrap(schema)).shape ?? {}));

/** Le champ peut-il manquer ? */
export const isOptional = (schema: ZodType | null): boolean => schema?.safeParse(undefined).success === true;
