/**
 * Ancres de l'arbre et destinations du PDF. Le format trie les noms de destination, et pdfkit le fait selon la langue du
 * poste : des noms de même longueur (`s0001`) donnent le même ordre partout.
 */
import type { Block, DocumentTree } from '../../document/arbre.ts';

export type Anchors = ReadonlyMap<string, string>;

function blockAnchors(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading': return [block.id];
    case 'plan-actions': return block.rows.map((row) => row.anchor);
    case 'fiche-action': return [block.anchor, ...block.sections.flatMap((section) => section.children.flatMap(blockAnchors))];
    case 'quote': case 'callout': case 'partie': return block.children.flatMap(blockAnchors);
    default: return [];
  }
}

/** Une destination par ancre, dans l'ordre du document. */
export function collectAnchors(tree: DocumentTree): Anchors {
  const anchors = new Map<string, string>();
  const names = tree.pieces.flatMap((piece) => [piece.anchor, ...piece.children.flatMap(blockAnchors)]);
  for (const name of names) if (!anchors.has(name)) anchors.set(name, `s${String(anchors.size + 1).padStart(4, '0')}`);
  return anchors;
}
