import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseAllDocuments, type ParsedNode, visit, type YAMLError } from 'yaml';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { guillemets } from '../base/francais.ts';
import type { Path, SourceText, Span } from '../base/span.ts';
import { LIMITS } from './places.ts';
import type { YamlContent } from './types.ts';

/**
 * Analyse un texte YAML (ou la tranche [start, end[ d'un fichier Markdown). Les endroits viennent des nœuds de `yaml`,
 * jamais reconstruits. Ancres, alias et étiquettes sont refusés : ni bombes, ni surprises.
 */
export function parseYaml(source: SourceText, start = 0, end = source.text.length): Outcome<YamlContent | null> {
  const text = start === 0 && end === source.text.length ? source.text : source.text.slice(start, end);
  const span = (from: number, to: number): Span => ({ file: source.file, start: start + from, end: start + Math.max(from, to) });
  const tooDeep = (): Outcome<null> => [null, [diagnostic('CTG1007', { limite: LIMITS.depth }, span(0, 0))]];
  if (flowDepth(text) > LIMITS.depth) return tooDeep();

  let documents: Document.Parsed[];
  try {
    const parsed = parseAllDocuments(text, { version: '1.2', schema: 'core', uniqueKeys: true, strict: true, merge: false, prettyErrors: false });
    documents = Array.isArray(parsed) ? [...parsed] : [];
  } catch (error) {
    if (error instanceof RangeError) return tooDeep();
    throw error;
  }
  const document = documents[0];
  if (document === undefined) return [{ value: null, at: () => span(0, text.length), raw: () => null }, []];

  const diagnostics = errors(document, text, span);
  if (diagnostics.length > 0) return [null, diagnostics];
  const second = documents[1];
  if (second !== undefined) return [null, [diagnostic('CTG1008', {}, span(second.range[0], second.range[0] + 3))]];

  const refused = refuse(document, text, span);
  if (refused.length > 0) return [null, refused];

  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return [{ value, at: (path, target) => locate(document, path, target ?? 'value', span), raw: (path) => rawScalar(document, path) }, []];
}

/** Profondeur maximale de crochets et d'accolades : une borne avant l'analyse, qui est récursive. */
function flowDepth(text: string): number {
  let depth = 0;
  let max = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 91 || c === 123) max = Math.max(max, ++depth);
    else if ((c === 93 || c === 125) && depth > 0) depth--;
  }
  return max;
}

type MakeSpan = (from: number, to: number) => Span;

const DETAILS: Readonly<Record<string, string>> = {
  MISSING_CHAR: 'Il manque un caractère ici : une virgule, un crochet, ou l’espace après les deux-points.',
  UNEXPECTED_TOKEN: 'Ce caractère n’est pas attendu ici.',
  MULTILINE_IMPLICIT_KEY: 'Il manque les deux-points après cette clé, ou la ligne suivante est mal alignée.',
  BLOCK_IN_FLOW: 'Une liste en tirets ne peut pas se trouver entre crochets ou accolades.',
  BAD_DIRECTIVE: 'Cette ligne commence par « % », réservé au langage YAML.',
  BAD_DQ_ESCAPE: 'Entre guillemets droits, la barre oblique inverse « \\ » annonce un code que YAML ne connaît pas.',
  KEY_OVER_1024_CHARS: 'Cette clé est bien trop longue : un deux-points suivi d’une espace se cache sans doute dans le texte.',
  IMPOSSIBLE: 'Cette ligne n’a pas de sens en YAML.',
};

/** Une faute de syntaxe en entraîne d'autres : on garde la première, et toutes les clés en double. */
function errors(document: Document.Parsed, text: string, span: MakeSpan): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let first = true;
  for (const error of document.errors) {
    const [from, to] = error.pos;
    if (error.code === 'DUPLICATE_KEY') {
      const key = /^[^:\n]*/.exec(text.slice(from))?.[0].trim() ?? '';
      diagnostics.push(diagnostic('CTG1002', { cle: key }, span(from, from + Math.max(1, key.length))));
    } else if (first) {
      first = false;
      diagnostics.push(unclosed(error, document, text, span) ?? translate(error, text, from, to, span));
    }
  }
  return diagnostics;
}

/** Un guillemet ou un crochet non refermé court jusqu'à la fin du fichier : c'est son ouverture qu'il faut montrer. */
function unclosed(error: YAMLError, document: Document.Parsed, text: string, span: MakeSpan): Diagnostic | null {
  const quote = error.code === 'MISSING_CHAR' && /closing/i.test(error.message);
  const bracket = error.code === 'BAD_INDENT' && /^Flow/.test(error.message);
  if (!quote && !bracket) return null;
  let open: number | null = null;
  visit(document, {
    Scalar: (_, node) => {
      if (quote && node.range && /^["']/.test(text.charAt(node.range[0]))) open = node.range[0];
    },
    Collection: (_, node) => {
      if (bracket && node.range && /^[[{]/.test(text.charAt(node.range[0])) && !/[\]}]/.test(text.charAt(node.range[1] - 1))) open = node.range[0];
    },
  });
  if (open === null) return null;
  const place = span(open, open + 1);
  if (quote) return diagnostic('CTG1009', {}, place);
  const detail = text.charAt(open) === '{' ? 'L’accolade ouverte ici n’est pas refermée, ou ce qu’elle contient' : 'Le crochet ouvert ici n’est pas refermé, ou ce qu’il contient';
  return diagnostic('CTG1001', { detail: `${detail} n’est pas assez en retrait.` }, place);
}

function translate(error: YAMLError, text: string, from: number, to: number, span: MakeSpan): Diagnostic {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', from) === -1 ? text.length : text.indexOf('\n', from);
  const line = text.slice(lineStart, lineEnd);
  const place = span(from, Math.max(from + 1, Math.min(to, lineEnd)));
  if (/^[ ]*\t/.test(line) || error.code === 'TAB_AS_INDENT') {
    const tab = line.indexOf('\t');
    return diagnostic('CTG1003', {}, tab === -1 ? place : span(lineStart + tab, lineStart + tab + 1));
  }
  const colon = /^(\s*(?:- )?\s*[^\s:#][^:]*:\s+)([^"'\s|>[{].*:(?:\s.*|$))$/.exec(line.replace(/\r$/, ''));
  if (colon !== null && (error.code === 'BLOCK_AS_IMPLICIT_KEY' || error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'UNEXPECTED_TOKEN')) {
    const [, head = '', value = ''] = colon;
    return diagnostic('CTG1004', { exemple: `${head.trim()} "${value.replaceAll('"', '\\"')}"` }, span(lineStart + head.length, lineStart + head.length + value.length));
  }
  // Une ligne trop en retrait sous « clé: valeur » : c'est elle qui est fautive, non celle qui la précède.
  const next = /^( +)[\w-]+[ \t]*:(?:\s|$)/.exec(text.slice(lineEnd + 1, lineEnd + 200));
  if ((error.code === 'BLOCK_AS_IMPLICIT_KEY' || error.code === 'MULTILINE_IMPLICIT_KEY') && next !== null && (next[1] as string).length > line.search(/\S/)) {
    return diagnostic('CTG1005', {}, span(lineEnd + 1, lineEnd + 1 + (next[1] as string).length));
  }
  switch (error.code) {
    case 'BAD_INDENT':
      return diagnostic('CTG1005', {}, place);
    case 'BAD_ALIAS':
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
      return diagnostic('CTG1006', { marque: text.slice(from, Math.max(from + 1, Math.min(to, lineEnd))) }, place);
    case 'BAD_SCALAR_START':
      return diagnostic('CTG1011', { caractere: text.charAt(from) }, place);
    case 'MULTIPLE_DOCS':
      return diagnostic('CTG1008', {}, place);
    default:
      break;
  }
  return diagnostic('CTG1001', { detail: DETAILS[error.code] ?? 'Cette ligne n’est pas du YAML bien formé.' }, place);
}

/** Alias, ancres et étiquettes explicites ; profondeur. */
function refuse(document: Document.Parsed, text: string, span: MakeSpan): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, (_, node, ancestors) => {
    if (ancestors.length > LIMITS.depth * 2) {
      found.push(diagnostic('CTG1007', { limite: LIMITS.depth }, nodeSpan(node as ParsedNode, span) ?? span(0, 0)));
      return visit.BREAK;
    }
    if (isPair(node) || node === null || typeof node !== 'object' || !('range' in node)) return undefined;
    const item = node as Node & { anchor?: string; tag?: string };
    const place = nodeSpan(item, span) ?? span(0, 0);
    if (isAlias(node)) found.push(diagnostic('CTG1006', { marque: text.slice(item.range?.[0] ?? 0, item.range?.[1] ?? 0) }, place));
    else if (item.anchor !== undefined) found.push(diagnostic('CTG1006', { marque: `&${item.anchor}` }, place));
    else if (item.tag?.startsWith('!') === true) found.push(diagnostic('CTG1006', { marque: item.tag }, place));
    return undefined;
  });
  return found;
}

const nodeSpan = (node: Node | null | undefined, span: MakeSpan): Span | null => (node?.range ? span(node.range[0], node.range[1]) : null);

/** Suit un chemin ; rend le nœud final (ou null) et la dernière paire rencontrée, dont la clé situe ce qui manque. */
function follow(document: Document.Parsed, path: Path): { node: Node | null; pair: Pair | null; complete: boolean } {
  let node: Node | null = document.contents;
  let pair: Pair | null = null;
  for (const step of path) {
    if (isMap(node)) {
      const next: Pair | undefined = node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(step));
      if (next === undefined) return { node, pair, complete: false };
      pair = next;
      node = next.value as Node | null;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) return { node, pair, complete: false };
      node = item as Node;
      pair = null;
    } else return { node, pair, complete: false };
  }
  return { node, pair, complete: true };
}

function locate(document: Document.Parsed, path: Path, target: 'key' | 'value', span: MakeSpan): Span {
  const { node, pair, complete } = follow(document, path);
  const key = pair === null ? null : nodeSpan(pair.key as Node, span);
  const value = nodeSpan(node, span);
  // Une valeur sur plusieurs lignes se désigne par sa clé ; un élément de liste, par sa première clé.
  const chosen = target === 'key' || !complete || (value !== null && (isMap(node) || isSeq(node))) ? (key ?? firstKey(node, span) ?? value) : (value ?? key);
  return chosen ?? span(0, 0);
}

function firstKey(node: Node | null, span: MakeSpan): Span | null {
  if (isMap(node) && node.items[0] !== undefined) return nodeSpan(node.items[0].key as Node, span);
  return null;
}

function rawScalar(document: Document.Parsed, path: Path): string | null {
  const { node, complete } = follow(document, path);
  return complete && isScalar(node) ? (node.source ?? null) : null;
}

/** Ce que contient une valeur YAML, dit simplement. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'une valeur vide';
  if (Array.isArray(value)) return 'une liste';
  switch (typeof value) {
    case 'string':
      return `le texte ${guillemets(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
    case 'number':
      return `le nombre ${String(value)}`;
    case 'boolean':
      return value ? 'la valeur true (oui)' : 'la valeur false (non)';
    default:
      return 'un groupe de champs';
  }
}
