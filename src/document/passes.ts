/** Les passes sur l'arbre, chacune pure : sous-titres numérotés et ancrés à la composition ; puis blancs repérés et typographie. */
import type { Block, DocumentTree, Inline, Piece } from './arbre.ts';
import { typographier } from './typographie.ts';

/** Numérote les sous-titres de niveau 2 des articles (« 4.1 ») et donne une ancre à chaque titre. */
export function numberHeadings(piece: Piece): Piece {
  const rank = piece.kind === 'article' ? /(\d+)$/.exec(piece.label ?? '')?.[1] : undefined;
  let second = 0;
  let anchors = 0;
  const visit = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((block) => {
      if (block.type === 'heading') {
        anchors += 1;
        if (block.level === 2) second += 1;
        return { ...block, id: `${piece.anchor}-${String(anchors)}`, number: rank !== undefined && block.level === 2 ? `${rank}.${String(second)}` : null };
      }
      return block.type === 'quote' || block.type === 'callout' || block.type === 'partie' ? { ...block, children: visit(block.children) } : block;
    });
  return { ...piece, children: visit(piece.children) };
}

/** Champs qui ne sont pas du texte imprimé. */
const OPAQUE = new Set(['type', 'id', 'anchor', 'target', 'url', 'role', 'media', 'align', 'stade', 'lang', 'fingerprint', 'date', 'kind', 'bytes', 'svg', 'span', 'raw', 'image', 'logos', 'number', 'rings', 'year', 'rank']);

/** Applique la typographie à tous les textes d'un arbre, sauf au code. */
export function typographyPass<T>(node: T): T {
  if (typeof node === 'string') return typographier(node) as T;
  if (Array.isArray(node)) return node.map((item: unknown) => typographyPass(item)) as T;
  if (node === null || typeof node !== 'object') return node;
  const { type } = node as { type?: unknown };
  if (type === 'code' || type === 'code-block') return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, OPAQUE.has(key) ? value : typographyPass(value as unknown)])) as T;
}

const BLANK = /\bX{2,}(?:\/X{2,})*(?:\/(?:20)?\d{2})?\b|\[?\bà (?:compléter|définir|préciser)\b\]?/gi;

/** Repère les blancs laissés dans les textes, pour que le projet les surligne. */
export function blankPass<T>(node: T): T {
  if (Array.isArray(node)) return node.flatMap((item: unknown): unknown[] => (isText(item) ? [...splitBlanks(item.value)] : [blankPass(item)])) as T;
  if (node === null || typeof node !== 'object' || node instanceof Uint8Array) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, OPAQUE.has(key) ? value : blankPass(value as unknown)])) as T;
}

const isText = (item: unknown): item is Extract<Inline, { type: 'text' }> => item !== null && typeof item === 'object' && (item as { type?: unknown }).type === 'text';

function splitBlanks(text: string): readonly Inline[] {
  const out: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(BLANK)) {
    if (match.index > at) out.push({ type: 'text', value: text.slice(at, match.index) });
    out.push({ type: 'blank', value: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length || out.length === 0) out.push({ type: 'text', value: text.slice(at) });
  return out;
}

/** Les passes sur le texte, dans l'ordre. Elles ne constatent rien : valider s'en passe. */
export const finish = (tree: DocumentTree): DocumentTree => typographyPass(tree.stade === 'signature' ? tree : blankPass(tree));
