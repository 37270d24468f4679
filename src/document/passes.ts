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

// Une lettre accentuée n'est pas une lettre pour \b.
const BLANK = /\bX{2,}(?:\/X{2,})*(?:\/(?:20)?\d{2})?\b|\[?(?<![\p{L}\p{N}])à (?:compléter|définir|préciser)(?![\p{L}\p{N}])\]?/giu;

/**
 * La typographie de tous les textes d'une partie de l'arbre, sauf du code et des langues étrangères ; et, si `blancs`, les blancs laissés dans les textes, que le
 * projet surligne. Ce qui ne change pas reste le même objet : presque rien n'est recopié.
 */
export function reprendre<T>(node: T, blancs: boolean): T {
  if (typeof node === 'string') return typographier(node) as T;
  if (node === null || typeof node !== 'object' || node instanceof Uint8Array) return node;
  if (Array.isArray(node)) return suite(node as readonly unknown[], blancs) as T;
  const { type } = node as { type?: unknown };
  if (type === 'code' || type === 'code-block' || type === 'langue') return node;
  let changes: Record<string, unknown> | null = null;
  for (const key of Object.keys(node)) {
    if (OPAQUE.has(key)) continue;
    const value = (node as Record<string, unknown>)[key];
    const next = reprendre(value, blancs);
    if (next !== value) (changes ??= {})[key] = next;
  }
  return changes === null ? node : { ...node, ...changes };
}

function suite(items: readonly unknown[], blancs: boolean): readonly unknown[] {
  let made: unknown[] | null = null;
  for (const [i, item] of items.entries()) {
    const next = blancs && isText(item) && item.value.search(BLANK) !== -1 ? splitBlanks(item.value).map((inline) => reprendre(inline, false)) : [reprendre(item, blancs)];
    if (made === null && (next.length !== 1 || next[0] !== item)) made = items.slice(0, i);
    made?.push(...next);
  }
  return made ?? items;
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
  if (at < text.length) out.push({ type: 'text', value: text.slice(at) });
  return out;
}

/** Les passes sur le texte, dans l'ordre. Elles ne constatent rien : valider s'en passe. */
export const finish = (tree: DocumentTree): DocumentTree => reprendre(tree, tree.stade !== 'signature');
