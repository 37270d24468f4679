/** Tableaux : rangées et cellules de l'arbre de structure, d'après les nœuds mesurés. */
import type { LaidNode } from '../flow/types.ts';
import type { Element } from './element.ts';
import type { Tag } from './tag.ts';

/** La balise d'une cellule : la sienne, ou celle que disent sa place et ses fusions. */
function cellTag(cell: LaidNode, head: boolean): Tag {
  if (cell.tag !== undefined && cell.tag !== 'artifact') return cell.tag;
  const scope = cell.scope ?? (head ? 'Column' : undefined);
  return {
    type: scope === undefined ? 'TD' : 'TH',
    ...(scope === undefined ? {} : { scope }),
    ...((cell.rowSpan ?? 1) > 1 ? { rowSpan: cell.rowSpan as number } : {}),
    ...((cell.colSpan ?? 1) > 1 ? { colSpan: cell.colSpan as number } : {}),
  };
}

/** Ouvre les rangées et les cellules d'un tableau ; rend l'élément de chaque cellule. Une cellule-artefact n'en a pas. */
export function openRows(table: Element, node: LaidNode): ReadonlyMap<LaidNode, Element> {
  const cells = new Map<LaidNode, Element>();
  const body = node.table?.body ?? [];
  const head = node.table?.headerRows ?? 0;
  body.forEach((row, index) => {
    const real = row.filter((cell) => !cell._span && cell.tag !== 'artifact');
    if (real.length === 0) return;
    const part = head === 0 ? table : table.part(index < head ? 'THead' : 'TBody');
    const line = part.child({ type: 'TR' });
    for (const cell of real) cells.set(cell, line.child(cellTag(cell, index < head)));
  });
  return cells;
}
