/** Les schémas JSON d'un territoire : ceux de ctg, qui proposent en plus ses propres identifiants. */

/** Identifiant → ce qu'il désigne, par sorte de renvoi. */
export type Propositions = Readonly<Record<string, ReadonlyMap<string, string>>>;

const REFERENCE = 'x-ctg-reference';
/** Au-delà, un éditeur proposerait une liste que personne ne lit. */
const LIMITE = 2_000;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Une liste fermée refuserait ce qui n'est pas encore déclaré : on propose, et la forme reste la règle. */
function proposer(schema: Readonly<Record<string, Json>>, choix: ReadonlyMap<string, string>): Json {
  const { type, pattern, minLength, ...rest } = schema;
  const forme = { ...(type === undefined ? {} : { type }), ...(pattern === undefined ? {} : { pattern }), ...(minLength === undefined ? {} : { minLength }) };
  const connus = [...choix].slice(0, LIMITE).map(([id, nom]) => ({ const: id, ...(nom === '' ? {} : { title: nom, description: nom }) }));
  return { ...rest, anyOf: [...connus, forme] };
}

function parcourir(value: Json, propositions: Propositions): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((v) => parcourir(v, propositions));
  const object = Object.fromEntries(Object.entries(value as Readonly<Record<string, Json>>).map(([k, v]) => [k, parcourir(v, propositions)]));
  const reference = object[REFERENCE];
  const choix = typeof reference === 'string' ? propositions[reference] : undefined;
  return choix === undefined || choix.size === 0 ? object : proposer(object, choix);
}

/** Un schéma livré avec ctg, en texte → le même, qui propose les identifiants donnés. */
export const schemaDuTerritoire = (texte: string, propositions: Propositions): string => `${JSON.stringify(parcourir(JSON.parse(texte) as Json, propositions), null, 2)}\n`;
