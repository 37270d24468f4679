/** Les ancres d'un arbre et les renvois qui y mènent. */
import type { Span } from '../base/span.ts';
import type { DocumentTree } from './arbre.ts';

/** Toutes les ancres où un renvoi peut mener. */
export function anchors(tree: DocumentTree): ReadonlySet<string> {
  const found = new Set<string>();
  for (const piece of tree.pieces) {
    found.add(piece.anchor);
    for (const block of piece.children) {
      if (block.type === 'heading') found.add(block.id);
      else if (block.type === 'fiche-action') found.add(block.anchor);
      else if (block.type === 'plan-actions') for (const row of block.rows) found.add(row.anchor);
    }
  }
  return found;
}

/** Tous les renvois, avec l'endroit du bloc qui les porte. */
export function crossRefs(tree: DocumentTree): readonly { readonly target: string; readonly span: Span | null }[] {
  const found: { target: string; span: Span | null }[] = [];
  const visit = (node: unknown, span: Span | null): void => {
    if (node === null || typeof node !== 'object' || node instanceof Uint8Array) return;
    if (Array.isArray(node)) for (const item of node) visit(item, span);
    else {
      const own = (node as { span?: Span | null }).span ?? span;
      const { type, target, fiche } = node as { type?: unknown; target?: unknown; fiche?: { anchor: string } | null };
      if (type === 'crossref' && typeof target === 'string') found.push({ target, span: own });
      if (fiche !== undefined && fiche !== null) found.push({ target: fiche.anchor, span: own });
      for (const key of Object.keys(node)) if (key !== 'span') visit((node as Record<string, unknown>)[key], own);
    }
  };
  for (const piece of tree.pieces) visit(piece.children, null);
  return found;
}
