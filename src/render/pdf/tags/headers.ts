/** Cellules d'en-tête citées par d'autres cellules : des balises aux éléments. */
import type { Element } from './element.ts';
import type { Tag } from './tag.ts';

/** Relie chaque cellule aux en-têtes que sa balise nomme. Un en-tête nommé qui n'est pas dans l'arbre est une faute de ctg. */
export function linkHeaders(root: Element): void {
  const cells: Element[] = [];
  const byTag = new Map<Tag, Element>();
  const visit = (element: Element): void => {
    if (element.type === 'TH') byTag.set(element.tag, element);
    if (element.tag.headers !== undefined) cells.push(element);
    element.children().forEach(visit);
  };
  visit(root);
  for (const cell of cells) {
    cell.headers = (cell.tag.headers ?? []).map((wanted) => {
      const found = byTag.get(wanted);
      if (found === undefined) throw new Error("une cellule cite un en-tête absent de l'arbre de structure");
      return found;
    });
  }
}
