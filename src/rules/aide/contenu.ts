import type { Nodes } from 'mdast';

/** Ce texte imprimerait-il quelque chose ? Un commentaire ou un titre seul ne comptent pas. */
export function aDuContenu(node: Nodes): boolean {
  if (node.type === 'heading' || node.type === 'html') return false;
  if (node.type === 'image' || node.type === 'link') return true;
  if ('value' in node) return node.value.trim() !== '';
  return 'children' in node && node.children.some((child) => aDuContenu(child as Nodes));
}

/** Le texte d'un passage, balises ôtées. */
export function texteDe(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => texteDe(child as Nodes)).join(' ') : '';
}
