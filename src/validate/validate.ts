import type { ZodType, z } from 'zod';
import { MOTIF_DATE, MOTIF_IDENTIFIANT } from '../../schemas/commun.ts';
import { extrait } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import { avecCorrection, type Diagnostic, type Outcome } from '../base/diagnostic.ts';
import type { Path, Span } from '../base/span.ts';
import { closest, suggest } from '../base/suggestion.ts';
import type { YamlContent } from '../sources/types.ts';
import { describe } from '../sources/yaml.ts';
import { attendue, correction, entreGuillemets, exemple, minuscule, nombreCorrige, valeurCorrigee } from './advice.ts';
import { isOptional, keysOf, metaOf, schemaAt } from './introspect.ts';
import { type AllSchemas, SCHEMAS, type SchemaKind } from './schemas.ts';
import { checkValues } from './values.ts';

type Issue = z.core.$ZodIssue;

/** Valeur d'un fichier → valeur typée, ou ce qui ne va pas, dit dans nos mots. */
export function validate<K extends SchemaKind>(kind: K, content: YamlContent): Outcome<z.infer<AllSchemas[K]> | null> {
  const schema: ZodType = SCHEMAS[kind];
  const value = content.value ?? (schemaAcceptsEmpty(kind) ? {} : null);
  if (value === null) {
    const { file } = content.at([]);
    return [null, [diagnostic('CTG0006', { fichier: file }, { file, start: 0, end: 0 })]];
  }
  const result = schema.safeParse(value);
  const issues = result.success ? [] : withoutTwins(result.error.issues, schema, value);
  const shape = issues.flatMap((issue) => translate(issue, { schema, root: value, content }));
  const told = new Set(shape.map((d) => d.span?.start));
  // Une valeur déjà refusée pour sa forme ne l'est pas une seconde fois pour son contenu.
  const diagnostics = [...shape, ...checkValues(value, [], content).filter((d) => !told.has(d.span?.start))];
  const valid = result.success && !diagnostics.some((d) => d.severity === 'erreur');
  return [valid ? (result.data as z.infer<AllSchemas[K]>) : null, diagnostics];
}

/** Un en-tête Markdown absent vaut un en-tête vide, là où rien n'y est obligatoire. */
const schemaAcceptsEmpty = (kind: SchemaKind): boolean => kind === 'article' || kind === 'annexe' || kind === 'texte-diagnostic' || kind === 'fiche-action';

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((v, step) => (v !== null && typeof v === 'object' && Object.hasOwn(v, step) ? (v as Record<string | number, unknown>)[step] : undefined), value);

/** Une clé mal écrite (« période ») rend aussi absente celle qu'elle voulait être : une seule faute, un seul constat. */
function withoutTwins(issues: readonly Issue[], schema: ZodType, root: unknown): readonly Issue[] {
  const wanted = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const at = issue.path as Path;
    for (const key of issue.keys) wanted.add([...at, closest(key, keysOf(schemaAt(schema, at))) ?? ''].join('\n'));
  }
  return issues.filter((issue) => issue.code === 'unrecognized_keys' || valueAt(root, issue.path as Path) !== undefined || !wanted.has(issue.path.join('\n')));
}

interface Context {
  readonly schema: ZodType;
  readonly root: unknown;
  readonly content: YamlContent;
}

function translate(issue: Issue, { schema, root, content }: Context): Diagnostic[] {
  const path = issue.path as Path;
  const value = valueAt(root, path);
  const here = schemaAt(schema, path);
  const example = exemple(schema, path);
  const name = String(path.at(-1) ?? '');
  const missing = (span: Span): Diagnostic[] => [diagnostic('CTG2001', { champ: name, titre: minuscule(metaOf(here).title), exemple: example }, span)];
  if (value === undefined && issue.code !== 'unrecognized_keys') {
    return content.absent === true ? [diagnostic('CTG2001', { champ: name, titre: '', exemple: null, conseil: `Commencez le fichier par trois lignes : « --- », « ${example ?? `${name}: …`} » et « --- ».` }, content.at([]))] : missing(content.at(path.slice(0, -1), 'key'));
  }
  const span = content.at(path);
  if (value === null) return empty(path, content, missing, isOptional(here));
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysOf(here);
      return issue.keys.map((key) => diagnostic('CTG2002', { cle: extrait(key), suggestion: suggest(key, known), admis: known }, content.at([...path, key], 'key')));
    }
    case 'invalid_value':
      return [invalidValue(value, issue.values, span)];
    case 'invalid_union':
      return [invalidValue(value, issue.errors.flatMap((list) => list.flatMap((e) => (e.code === 'invalid_value' ? e.values : []))), span)];
    case 'invalid_format': {
      const pattern = issue.format === 'regex' ? (issue.pattern ?? '') : '';
      const attendu = pattern === MOTIF_DATE.toString() ? 'une date, année puis mois puis jour' : pattern === MOTIF_IDENTIFIANT.toString() ? IDENTIFIANT : attendue(here);
      const found = diagnostic('CTG2005', { valeur: extrait(String(value)), attendu, exemple: example, conseil: correction(String(value), pattern) }, span);
      // Seule une date se corrige sans risque : un identifiant est peut-être cité ailleurs.
      return [avecCorrection(found, 'écrire la date année-mois-jour', pattern === MOTIF_DATE.toString() ? valeurCorrigee(String(value), pattern) : null)];
    }
    case 'invalid_key':
      return [diagnostic('CTG2005', { valeur: extrait(name), attendu: IDENTIFIANT, exemple: null, conseil: correction(name, MOTIF_IDENTIFIANT.toString()) }, content.at(path, 'key'))];
    case 'invalid_type':
      return [wrongType(issue.expected, value, path, content, example, here)];
    case 'too_small':
      if (value === '') return missing(span);
      return [diagnostic('CTG2004', { detail: issue.origin === 'array' ? `Cette liste doit compter au moins ${Number(issue.minimum) === 1 ? 'un élément' : `${String(issue.minimum)} éléments`}.` : `${String(value)} est trop petit\u00A0: au moins ${String(issue.minimum)}.`, exemple: example }, span)];
    case 'too_big':
      return [diagnostic('CTG2004', { detail: `${String(value)} est trop grand\u00A0: au plus ${String(issue.maximum)}.`, exemple: example }, span)];
    default:
      return [diagnostic('CTG2004', { detail: `Cette valeur ne convient pas${metaOf(here).title === '' ? '' : ` pour le champ « ${metaOf(here).title} »`}.`, exemple: example }, span)];
  }
}

const IDENTIFIANT = 'un identifiant en minuscules sans accent, avec des tirets';

/** Une ligne laissée vide, ou dont la valeur se lit comme du vide (`null`, `#…`). */
function empty(path: Path, content: YamlContent, missing: (span: Span) => Diagnostic[], optional: boolean): Diagnostic[] {
  const span = content.at(path);
  const raw = content.raw(path) ?? '';
  const say = (conseil: string): Diagnostic[] => [diagnostic('CTG2006', { attendu: 'une valeur', recu: 'une ligne vide', conseil }, span)];
  if (raw !== '') return [diagnostic('CTG2006', { attendu: 'une valeur', recu: `« ${raw} », que YAML lit comme du vide`, conseil: `Si c’est un texte, mettez-le entre guillemets droits : ${entreGuillemets(raw)}` }, span)];
  return optional ? say('Complétez la ligne, ou supprimez-la.') : missing(span);
}

function invalidValue(value: unknown, admises: readonly unknown[], span: Span): Diagnostic {
  const admis = admises.map(String);
  if (typeof value === 'string' && admises.some((a) => typeof a === 'number' && String(a) === value)) {
    return diagnostic('CTG2006', { attendu: 'un nombre', recu: describe(value), conseil: `Écrivez le nombre sans guillemets : ${value}` }, span);
  }
  const shown = typeof value === 'object' ? describe(value) : extrait(String(value));
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

const OUI_NON: Readonly<Record<string, string>> = { oui: 'true', yes: 'true', vrai: 'true', o: 'true', non: 'false', no: 'false', faux: 'false', n: 'false' };

function wrongType(expected: string, value: unknown, path: Path, content: YamlContent, example: string | null, here: ZodType | null): Diagnostic {
  const span = content.at(path);
  const name = path.at(-1);
  let conseil = example === null ? null : `Par exemple : ${example}`;
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    const raw = content.raw(path) ?? String(value);
    if (patternOf(here) === MOTIF_DATE.toString()) return diagnostic('CTG2005', { valeur: extrait(raw), attendu: 'une date, année puis mois puis jour', exemple: example }, span);
    conseil = `Mettez la valeur entre guillemets droits : ${entreGuillemets(raw)}`;
  } else if ((expected === 'number' || expected === 'int') && typeof value === 'string') {
    const candidate = nombreCorrige(value);
    if (candidate !== null) conseil = `Écrivez le nombre sans guillemets, espace ni unité, avec un point décimal : ${candidate}`;
  } else if (expected === 'string' && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const [key] = Object.keys(value);
    const [inner] = Object.values(value);
    if (key !== undefined && (typeof inner === 'string' || typeof inner === 'number' || inner === null)) {
      return diagnostic('CTG1004', { exemple: entreGuillemets(extrait(`${key} : ${inner === null ? '' : String(inner)}`, 120)) }, content.at([...path, key], 'key'));
    }
  } else if (expected === 'boolean' && typeof value === 'string') {
    const bool = OUI_NON[value.toLowerCase()];
    conseil = bool === undefined ? 'Écrivez true pour oui, false pour non.' : `Écrivez : ${typeof name === 'string' ? `${name}: ` : ''}${bool}`;
  } else if (expected === 'array' && (typeof value === 'string' || typeof value === 'number')) {
    conseil = `Écrivez la valeur entre crochets : [${extrait(String(value))}]`;
  } else if (expected === 'array') {
    const tiret = Object.keys(value as object).find((k) => k.startsWith('-'));
    conseil = tiret === undefined ? 'Commencez chaque élément par un tiret suivi d’une espace, ses autres champs alignés dessous.' : `Mettez une espace après le tiret : - ${tiret.slice(1)}: …`;
  } else if (conseil === null) conseil = expected === 'object' || expected === 'record' ? 'Écrivez chaque champ sur sa ligne, avec son nom, deux-points et une espace.' : 'Corrigez la valeur.';
  const found = diagnostic('CTG2006', { attendu: EXPECTED[expected] ?? 'une autre valeur', recu: describe(value, content.raw(path)), conseil }, span);
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return avecCorrection(found, 'mettre la valeur entre guillemets', entreGuillemets(content.raw(path) ?? String(value)));
  if ((expected === 'number' || expected === 'int') && typeof value === 'string') return avecCorrection(found, 'écrire le nombre sans guillemets', nombreCorrige(value));
  return found;
}

/** Motif d'un texte, s'il en suit un. */
function patternOf(schema: ZodType | null): string | null {
  if (schema === null) return null;
  const found = schema.safeParse('?');
  const issue = found.success ? undefined : found.error.issues.find((i) => i.code === 'invalid_format');
  return issue !== undefined && issue.code === 'invalid_format' ? (issue.pattern ?? null) : null;
}
