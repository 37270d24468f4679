/** Lire un arbre mdast sans savoir qui l'a produit : texte nu, endroits, parcours. */
import type { Node, Nodes } from 'mdast';
import type { Span } from '../base/span.ts';

export const spanOf = (node: Node, file: string): Span => ({ file, start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });

/** Texte visible d'un nœud. */
export function plainText(node: Nodes): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('children' in node) return node.children.map((child) => plainText(child as Nodes)).join('');
  if (node.type === 'break') return ' ';
  return '';
}

/** Visite en profondeur, dans l'ordre du texte. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child as Nodes, visit);
}
