/**
 * Ancres de l'arbre et destinations du PDF. Le format trie les noms de destination, et pdfkit le fait selon la langue du
 * poste : des noms de même longueur (`s0001`) donnent le même ordre partout.
 */
import type { Block, DocumentTree, Inline } from '../../document/arbre.ts';

export type Anchors = ReadonlyMap<string, string>;

/** Les retours d'une note nomment ses appels, où qu'ils soient. */
const backAnchors = (inlines: readonly Inline[]): readonly string[] => inlines.flatMap((inline) => (inline.type === 'note-back' ? [inline.target] : []));

function blockAnchors(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading': return [block.id];
    case 'notes': return block.items.flatMap(({ id, children }) => [id, ...children.flatMap((child) => (child.type === 'paragraph' ? backAnchors(child.children) : []))]);
    case 'plan-actions': return block.rows.map((row) => row.anchor);
    case 'fiche-action': return [block.anchor, ...block.sections.flatMap((section) => section.children.flatMap(blockAnchors)), ...(block.notes === undefined ? [] : blockAnchors(block.notes))];
    case 'quote': case 'callout': case 'partie': return block.children.flatMap(blockAnchors);
    default: return [];
  }
}

/** Une destination par ancre, dans l'ordre du document. */
export function collectAnchors(tree: DocumentTree): Anchors {
  const names = [...new Set(tree.pieces.flatMap((piece) => [piece.anchor, ...piece.children.flatMap(blockAnchors)]))];
  const digits = Math.max(4, String(names.length).length);
  return new Map(names.map((name, i) => [name, `s${String(i + 1).padStart(digits, '0')}`]));
}
