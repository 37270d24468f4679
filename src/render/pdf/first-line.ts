import type { PdfNode } from './definition.ts';

/** Pose une ancre sur la première ligne de ces nœuds, si elle n'en a pas déjà une ; dit si c'est fait. */
export function anchorFirst(nodes: readonly PdfNode[], mark: PdfNode): boolean {
  return nodes.some((node) => {
    if (node.text !== undefined) {
      if (node.mark !== undefined) return false;
      Object.assign(node, mark);
      return true;
    }
    const children = node.stack ?? node.columns ?? node.ul ?? node.ol ?? node.table?.body.flat() ?? [];
    return anchorFirst(children, mark);
  });
}
