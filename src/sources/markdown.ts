import type { Nodes, Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { indesirables } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { SourceText, Span } from '../base/span.ts';
import { LIMITS } from './places.ts';
import type { YamlContent } from './types.ts';
import { parseYaml } from './yaml.ts';

/** De GFM, les tableaux et les notes seulement : le reste ferait des liens de `www.caf.fr`. */
export function gfm(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push(gfmTable(), gfmFootnote());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown(), gfmFootnoteFromMarkdown());
}

const reader = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(gfm).freeze();
const corps = unified().use(remarkParse).use(gfm).freeze();

/** L'arbre d'un texte Markdown sans en-tête, rien d'autre vérifié. */
export const arbreMarkdown = (text: string): Root => corps.parse(text) as Root;

export interface MarkdownContent {
  readonly entete: YamlContent;
  readonly body: Root;
}

/** Analyse un fichier Markdown et son en-tête YAML, dont les endroits sont ceux du fichier. */
export function parseMarkdown(source: SourceText): Outcome<MarkdownContent | null> {
  const { text, file } = source;
  const whole: Span = { file, start: 0, end: 3 };
  const deep = deepLine(text);
  if (deep !== null) return [null, [diagnostic('CTG1007', { limite: LIMITS.depth }, { file, start: deep, end: deep + 1 })]];
  const root = reader.parse(text) as Root;
  const tooDeep = deepNode(root);
  if (tooDeep !== null) return [null, [diagnostic('CTG1007', { limite: LIMITS.depth }, { file, start: tooDeep, end: tooDeep + 1 })]];

  const hidden = hiddenCharacter(root, file);
  if (hidden !== null) return [null, [hidden]];

  const [first, ...rest] = root.children;
  if (first?.type !== 'yaml') {
    if (/^---[ \t]*\r?\n[\w-]+:/.test(text)) return [null, [diagnostic('CTG1010', {}, whole)]];
    const misplaced = /^\s+---[ \t]*\r?\n[\w-]+:/.exec(text);
    if (misplaced !== null) return [null, [diagnostic('CTG1015', {}, { file, start: misplaced[0].indexOf('---'), end: misplaced[0].indexOf('---') + 3 })]];
    return [{ entete: { value: {}, at: () => ({ file, start: 0, end: 0 }), raw: () => null, absent: true }, body: root }, []];
  }
  const start = (first.position?.start.offset ?? 0) + 3;
  const end = Math.max(start, (first.position?.end.offset ?? start) - 3);
  const [content, diagnostics] = parseYaml(source, start, end);
  if (content === null) return [null, diagnostics];
  const entete: YamlContent = content.value === null ? { ...content, value: {}, at: () => whole } : { ...content, at: (path, target) => (path.length === 0 ? whole : content.at(path, target)) };
  return [{ entete, body: { ...root, children: rest } }, diagnostics];
}

/** Début de la première ligne qui emboîte trop de listes ou de citations ; une borne avant l'analyse, qui est lente sur elles. */
function deepLine(text: string): number | null {
  for (const { 0: prefix, index } of text.matchAll(/^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]*)+/gm)) {
    const marks = prefix.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
    const margin = /^[ \t]*/.exec(prefix)?.[0].length ?? 0;
    if (marks + Math.floor(margin / 2) > LIMITS.depth) return index;
  }
  return null;
}

/** Début du premier nœud trop profond (gras dans du gras, liens emboîtés…) ; les étapes suivantes sont récursives. Sans récursion ici. */
function deepNode(root: Root): number | null {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    // Une liste compte deux nœuds par niveau, et son texte deux de plus.
    if (depth > LIMITS.depth * 2 + 4) return level[0]?.position?.start.offset ?? 0;
    level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []));
  }
  return null;
}

/** Un caractère invisible écrit par son code (`&#x202E;`) : la source ne le montrait pas. */
function hiddenCharacter(node: Nodes, file: string): Diagnostic | null {
  if (node.type === 'text') {
    const [found] = indesirables(node.value);
    const start = node.position?.start.offset ?? 0;
    if (found !== undefined) return diagnostic('CTG1013', { point: found.point, nom: found.nom, fois: 1 }, { file, start, end: node.position?.end.offset ?? start });
  }
  for (const child of 'children' in node ? (node.children as Nodes[]) : []) {
    const found = hiddenCharacter(child, file);
    if (found !== null) return found;
  }
  return null;
}
