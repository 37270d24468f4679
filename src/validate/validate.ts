import type { ZodType, z } from 'zod';
import { MOTIF_DATE, MOTIF_IDENTIFIANT } from '../../schemas/commun.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { dateExiste, joursDuMois } from '../base/francais.ts';
import type { Path } from '../base/span.ts';
import { suggest } from '../base/suggestion.ts';
import type { YamlContent } from '../sources/types.ts';
import { describe } from '../sources/yaml.ts';
import { keysOf, type Meta, metaOf, schemaAt } from './introspect.ts';
import { type AllSchemas, SCHEMAS, type SchemaKind } from './schemas.ts';

type Issue = z.core.$ZodIssue;

/** Valeur d'un fichier → valeur typée, ou ce qui ne va pas, dit dans nos mots. */
export function validate<K extends SchemaKind>(kind: K, content: YamlContent): Outcome<z.infer<AllSchemas[K]> | null> {
  const schema: ZodType = SCHEMAS[kind];
  const value = content.value ?? (schemaAcceptsEmpty(kind) ? {} : null);
  const result = schema.safeParse(value);
  const diagnostics = [...(result.success ? [] : result.error.issues.flatMap((issue) => translate(issue, [], schema, value, content))), ...dates(value, [], content)];
  const valid = result.success && !diagnostics.some((d) => d.severity === 'erreur');
  return [valid ? (result.data as z.infer<AllSchemas[K]>) : null, diagnostics];
}

/** Un en-tête Markdown absent vaut un en-tête vide, là où rien n'y est obligatoire. */
const schemaAcceptsEmpty = (kind: SchemaKind): boolean => kind === 'article' || kind === 'annexe' || kind === 'texte-diagnostic' || kind === 'fiche-action';

const valueAt = (value: unknown, path: Path): unknown => path.reduce<unknown>((v, step) => (v !== null && typeof v === 'object' ? (v as Record<string | number, unknown>)[step] : undefined), value);

function translate(issue: Issue, prefix: Path, schema: ZodType, root: unknown, content: YamlContent): Diagnostic[] {
  const path: Path = [...prefix, ...(issue.path as (string | number)[])];
  const value = valueAt(root, path);
  const here = schemaAt(schema, path);
  const meta = metaOf(here);
  const example = yamlExample(path, meta.example);
  const name = String(path.at(-1) ?? '');
  if (value === undefined && issue.code !== 'unrecognized_keys') {
    return [diagnostic('CTG2001', { champ: name, titre: meta.title.toLowerCase(), exemple: example }, content.at(path.slice(0, -1), 'key'))];
  }
  const span = content.at(path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysOf(here);
      return issue.keys.map((key) => diagnostic('CTG2002', { cle: key, suggestion: suggest(key, known), admis: known }, content.at([...path, key], 'key')));
    }
    case 'invalid_value':
      return [invalidValue(value, issue.values.map(String), span)];
    case 'invalid_union': {
      const values = issue.errors.flatMap((list) => list.flatMap((e) => (e.code === 'invalid_value' ? e.values.map(String) : [])));
      return [invalidValue(value, values, span)];
    }
    case 'invalid_format': {
      const pattern = issue.format === 'regex' ? issue.pattern : undefined;
      const attendu = pattern === MOTIF_DATE.toString() ? 'une date AAAA-MM-JJ' : pattern === MOTIF_IDENTIFIANT.toString() ? 'un identifiant en minuscules sans accent, avec des tirets' : attendue(meta);
      return [diagnostic('CTG2005', { valeur: String(value), attendu, exemple: example }, span)];
    }
    case 'invalid_key':
      return [diagnostic('CTG2005', { valeur: name, attendu: 'un identifiant en minuscules sans accent, avec des tirets', exemple: null }, content.at(path, 'key'))];
    case 'invalid_type':
      return [wrongType(issue.expected, value, path, content, example)];
    case 'too_small':
      if (value === '') return [diagnostic('CTG2001', { champ: name, titre: meta.title.toLowerCase(), exemple: example }, span)];
      return [diagnostic('CTG2004', { detail: issue.origin === 'array' ? `${describe(value) === 'une liste' ? 'Cette liste' : 'Cette valeur'} doit compter au moins ${String(issue.minimum)} élément(s).` : `${String(value)} est trop petit\u00A0: au moins ${String(issue.minimum)}.` }, span)];
    case 'too_big':
      return [diagnostic('CTG2004', { detail: `${String(value)} est trop grand\u00A0: au plus ${String(issue.maximum)}.` }, span)];
    default:
      return [diagnostic('CTG2004', { detail: `Cette valeur ne convient pas${meta.title === '' ? '' : ` pour le champ « ${meta.title} »`}.` }, span)];
  }
}

/** Ce qu'on attend, d'après le schéma : sa description si elle en donne une, sinon son titre. */
const attendue = ({ title, description }: Meta): string => {
  const phrase = description || title || 'une autre écriture';
  return `${phrase.charAt(0).toLowerCase()}${phrase.slice(1).replace(/\.$/, '')}`;
};

function invalidValue(value: unknown, admis: readonly string[], span: ReturnType<YamlContent['at']>): Diagnostic {
  const shown = value === null ? '(vide)' : typeof value === 'object' ? describe(value) : String(value);
  return diagnostic('CTG2003', { valeur: shown, admis, suggestion: typeof value === 'string' ? suggest(value, admis) : null }, span);
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true (oui) ou false (non)',
  array: 'une liste, un élément par ligne après un tiret',
  object: 'un groupe de champs',
  record: 'une suite d’identifiants, chacun avec ses champs',
};

function wrongType(expected: string, value: unknown, path: Path, content: YamlContent, example: string | null): Diagnostic {
  const span = content.at(path);
  const recu = describe(value);
  let conseil = example === null ? null : `Par exemple : ${example}`;
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) conseil = `Mettez la valeur entre guillemets droits : "${content.raw(path) ?? String(value)}"`;
  else if ((expected === 'number' || expected === 'int') && typeof value === 'string') {
    const candidate = value.replace(/[\s\u00A0\u202F€%]/g, '').replace(',', '.');
    if (candidate !== '' && Number.isFinite(Number(candidate))) conseil = `Écrivez le nombre sans guillemets, espace ni unité, avec un point décimal : ${candidate}`;
  } else if (expected === 'string' && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const [key] = Object.keys(value);
    const [inner] = Object.values(value);
    if (key !== undefined && (typeof inner === 'string' || typeof inner === 'number' || inner === null)) {
      return diagnostic('CTG1004', { exemple: `"${key} : ${inner === null ? '' : String(inner)}"` }, content.at([...path, key], 'key'));
    }
  } else if (expected === 'array' && typeof value === 'string') conseil = `Écrivez la valeur entre crochets : [${value}]`;
  else if (expected === 'array' && typeof value === 'number') conseil = `Écrivez la valeur entre crochets : [${String(value)}]`;
  return diagnostic('CTG2006', { attendu: EXPECTED[expected] ?? 'une autre valeur', recu, conseil }, span);
}

/** Exemple en une ligne, s'il tient en une ligne. */
function yamlExample(path: Path, example: unknown): string | null {
  const name = path.at(-1);
  if (example === undefined || (typeof example === 'object' && !Array.isArray(example))) return null;
  const shown = Array.isArray(example) ? `[${example.map(String).join(', ')}]` : typeof example === 'string' && /^[\d]|: /.test(example) && !MOTIF_DATE.test(example) ? `"${example}"` : String(example);
  return typeof name === 'string' ? `${name}: ${shown}` : shown;
}

/** Les dates bien écrites qui n'existent pas (31 avril). */
function dates(value: unknown, path: Path, content: YamlContent): Diagnostic[] {
  if (typeof value === 'string') {
    if (!MOTIF_DATE.test(value) || dateExiste(value)) return [];
    const [annee = '', mois = '', jour = ''] = value.split('-');
    const last = Number(mois) >= 1 && Number(mois) <= 12 ? joursDuMois(Number(annee), Number(mois)) : 0;
    const conseil = last > 0 && Number(jour) > last ? `Ce mois finit le ${String(last)} : ${annee}-${mois}-${String(last)}.` : 'Écrivez la date année-mois-jour : 2024-01-31.';
    return [diagnostic('CTG2007', { date: value, conseil }, content.at(path))];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => dates(item, [...path, i], content));
  if (value !== null && typeof value === 'object') return Object.entries(value).flatMap(([key, item]) => dates(item, [...path, key], content));
  return [];
}
