import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseAllDocuments, type ParsedNode, visit, type YAMLMap } from 'yaml';
import { extrait } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { guillemets } from '../base/francais.ts';
import type { Path, SourceText, Span } from '../base/span.ts';
import { LIMITS } from './places.ts';
import type { YamlContent } from './types.ts';
import { type MakeSpan, yamlErrors } from './yaml-errors.ts';

/**
 * Analyse un texte YAML (ou la tranche [start, end[ d'un fichier Markdown). Les endroits viennent des nœuds de `yaml`,
 * jamais reconstruits. Ancres, alias et étiquettes sont refusés : ni bombes, ni surprises.
 */
export function parseYaml(source: SourceText, start = 0, end = source.text.length): Outcome<YamlContent | null> {
  const text = start === 0 && end === source.text.length ? source.text : source.text.slice(start, end);
  // Une faute au bout du texte se montre dans le texte.
  const within = (offset: number): number => start + Math.max(0, Math.min(offset, text.length));
  const span = (from: number, to: number): Span => ({ file: source.file, start: within(from), end: within(Math.max(from, to)) });
  const tooDeep = (): Outcome<null> => [null, [diagnostic('CTG1007', { limite: LIMITS.depth }, span(0, 0))]];
  if (flowDepth(text) > LIMITS.depth) return tooDeep();

  const hard = hardSpaces(text, span);
  if (hard.length > 0) return [null, hard];
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

  const diagnostics = yamlErrors(document, text, span);
  if (diagnostics.length > 0) return [null, diagnostics];
  const second = documents[1];
  if (second !== undefined) return [null, [diagnostic('CTG1008', {}, span(second.range[0], second.range[0] + 3))]];

  const refused = refuse(document, text, span);
  if (refused.length > 0) return [null, refused];

  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return [{ value, at: (path, target) => locate(document, path, target ?? 'value', span), raw: (path) => rawScalar(document, path, text) }, cutByComment(document, text, span)];
}

/** Profondeur maximale de crochets et d'accolades : une borne avant l'analyse, qui est récursive. */
function flowDepth(text: string): number {
  let depth = 0;
  let max = 0;
  for (const [c] of text.matchAll(/[[\]{}]/g)) {
    if (c === '[' || c === '{') max = Math.max(max, ++depth);
    else if (depth > 0) depth--;
  }
  return max;
}

/** Alias, ancres et étiquettes explicites ; profondeur ; groupes pris pour des clés ; textes coupés par une virgule entre accolades. */
function refuse(document: Document.Parsed, text: string, span: MakeSpan): Diagnostic[] {
  const found: Diagnostic[] = [];
  const marks = new Set<string>();
  const mark = (marque: string, place: Span): void => {
    // Une ancre et ses alias sont une seule faute.
    const name = marque.replace(/^[&*]/, '');
    if (!marks.has(name)) found.push(diagnostic('CTG1006', { marque: extrait(marque), exemple: null }, place));
    marks.add(name);
  };
  visit(document, (_, node, ancestors) => {
    if (ancestors.length > LIMITS.depth * 2) {
      found.push(diagnostic('CTG1007', { limite: LIMITS.depth }, nodeSpan(node as ParsedNode, span) ?? span(0, 0)));
      return visit.BREAK;
    }
    const nested = isMap(node) ? node.items.find((p) => isMap(p.key) || isSeq(p.key)) : undefined;
    if (nested !== undefined) {
      const conseil = 'Mettez tout le texte entre guillemets droits, ou retirez l’accolade ou le crochet de trop.';
      found.push(diagnostic('CTG1001', { detail: 'Une accolade ou un crochet ouvre ici un nom de champ, qui doit être un simple mot.', conseil }, nodeSpan(nested.key as ParsedNode, span) ?? span(0, 0)));
      return visit.SKIP;
    }
    if (isMap(node) && node.flow === true) found.push(...commas(node, text, span));
    if (isPair(node) || node === null || typeof node !== 'object' || !('range' in node)) return undefined;
    const item = node as Node & { anchor?: string; tag?: string };
    const start = item.range?.[0] ?? 0;
    if (isAlias(node)) mark(text.slice(start, item.range?.[1] ?? 0), nodeSpan(item, span) ?? span(0, 0));
    else if (item.anchor !== undefined) mark(`&${item.anchor}`, before(text, start, `&${item.anchor}`, span));
    else if (item.tag !== undefined) mark(item.tag.replace(/^tag:yaml\.org,2002:/, '!!'), before(text, start, '!', span));
    return undefined;
  });
  return found;
}

/** Une ancre ou une étiquette précède son nœud. */
function before(text: string, start: number, mark: string, span: MakeSpan): Span {
  let at = text.lastIndexOf(mark, start);
  while (at > 0 && mark === '!' && text.charAt(at - 1) === '!') at -= 1;
  return at === -1 ? span(start, start + 1) : span(at, at + (/^\S+/.exec(text.slice(at))?.[0].length ?? 1));
}

/** `{ qualite: Référents, par domaine }` : la virgule ouvre un champ « par domaine » sans valeur. */
function commas(map: YAMLMap, text: string, span: MakeSpan): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [i, pair] of map.items.entries()) {
    const previous = map.items[i - 1];
    if (pair.value !== null || (previous !== undefined && previous.value === null)) continue;
    let last = i;
    while (map.items[last + 1]?.value === null) last += 1;
    const from = (pair.key as Node).range?.[0] ?? 0;
    const to = (map.items[last]?.key as Node | undefined)?.range?.[1] ?? from;
    const head = previous?.key as Node | undefined;
    const start = (previous?.value as Node | undefined)?.range?.[0] ?? from;
    const exemple = head === undefined ? null : `${text.slice(head.range?.[0], head.range?.[1])}: "${extrait(text.slice(start, to).replace(/^["']|["'](?=,)/g, ''), 80)}"`;
    found.push(diagnostic('CTG1012', { texte: extrait(text.slice(from, to)), exemple }, span(from, to)));
  }
  return found;
}

/** `titre: Lot #2` : YAML prend la fin pour un commentaire. Un vrai commentaire laisse une espace après le croisillon. */
function cutByComment(document: Document.Parsed, text: string, span: MakeSpan): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Scalar: (_, node) => {
      if (node.type !== 'PLAIN' || node.value === null || node.range == null || !/^[^\s#]/.test(node.comment ?? '')) return;
      const at = text.indexOf('#', node.range[1]);
      const line = /^[^\r\n]*/.exec(text.slice(at))?.[0].trimEnd() ?? '#';
      found.push(diagnostic('CTG1014', { perdu: extrait(line), correct: `"${extrait(`${text.slice(node.range[0], node.range[1])} ${line}`, 80)}"` }, span(at, at + line.length)));
    },
  });
  return found;
}

/** Un retrait fait d'espaces insécables (copier-coller d'une page ou d'un courriel) : YAML n'y voit pas un retrait. */
function hardSpaces(text: string, span: MakeSpan): Diagnostic[] {
  const found = /^ *([\u00A0\u202F\u2007\u3000])[ \u00A0\u202F\u2007\u3000]*(?:- |[\w-]+:(?:\s|$))/mu.exec(text);
  if (found === null) return [];
  const at = found.index + found[0].indexOf(found[1] as string);
  return [diagnostic('CTG1003', { caractere: 'une espace insécable' }, span(at, at + 1))];
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

/** Texte d'un scalaire tel qu'il est écrit ; « #Bourg » pour une valeur que YAML a prise pour un commentaire. */
function rawScalar(document: Document.Parsed, path: Path, text: string): string | null {
  const { node, complete } = follow(document, path);
  if (!complete || !isScalar(node)) return null;
  if (node.value !== null || (node.source ?? '') !== '' || node.range == null) return node.source ?? null;
  return /^[ \t]*(#[^\s#].*)/.exec(text.slice(node.range[0], node.range[0] + 200))?.[1]?.trimEnd() ?? '';
}

/** Ce que contient une valeur YAML, dit simplement. `raw` est le nombre tel qu'il est écrit. */
export function describe(value: unknown, raw: string | null = null): string {
  if (value === null || value === undefined) return 'une valeur vide';
  if (Array.isArray(value)) return 'une liste';
  switch (typeof value) {
    case 'string':
      return `le texte ${guillemets(extrait(value, 40))}`;
    case 'number':
      return Number.isFinite(value) ? `le nombre ${String(value)}` : `${guillemets(raw ?? String(value))}, qui n’est pas un nombre`;
    case 'boolean':
      return value ? 'la valeur true (oui)' : 'la valeur false (non)';
    default:
      return 'un groupe de champs';
  }
}
