/** Ce qu'il faut savoir de l'arbre entier avant de le rendre. */
import type { Block, DocumentTree, Inline, Table } from '../../document/arbre.ts';
import { treeTexts } from '../../document/texte.ts';
import { plainText } from './inlines.ts';

/** Une couleur par thématique, dans l'ordre d'apparition. */
export function thematiques(tree: DocumentTree, palette: readonly string[]): ReadonlyMap<string, string> {
  const names = tree.pieces.flatMap((piece) => piece.children).flatMap((block) => {
    if (block.type === 'fiche-action') return [block.thematique];
    return block.type === 'plan-actions' ? block.rows.flatMap((row) => row.thematiques) : [];
  });
  return new Map([...new Set(names)].map((name, i) => [name, palette[i % palette.length] as string]));
}

/** Tableaux de même en-tête dans une même pièce. */
export function tableGroups(tree: DocumentTree): ReadonlyMap<Table, readonly Table[]> {
  const groups = new Map<Table, Table[]>();
  for (const piece of tree.pieces) {
    const byHead = new Map<string, Table[]>();
    for (const block of piece.children) {
      if (block.type !== 'table') continue;
      const key = JSON.stringify([block.widths.length, block.head.map((row) => row.map((cell) => cell.children.map((child) => (child.type === 'paragraph' ? plainText(child.children) : child.type))))]);
      const group = byHead.get(key) ?? [];
      byHead.set(key, group);
      group.push(block);
      groups.set(block, group);
    }
  }
  return groups;
}

const inlineHas = (inlines: readonly Inline[]): boolean => inlines.some((inline) => inline.type === 'page-total' || ('children' in inline && inlineHas(inline.children)));

function blockHas(block: Block): boolean {
  switch (block.type) {
    case 'heading': case 'paragraph': return inlineHas(block.children);
    case 'list': return block.items.some((item) => item.some(blockHas));
    case 'quote': case 'callout': case 'partie': return block.children.some(blockHas);
    case 'table': return [...block.head, ...block.body].some((row) => row.some((cell) => cell.children.some(blockHas)));
    case 'key-values': return block.entries.some((entry) => entry.value.some(blockHas));
    case 'signatures': return block.closing.some(blockHas);
    case 'fiche-action': return block.sections.some((section) => section.children.some(blockHas)) || block.facts.some((fact) => inlineHas(fact.value)) || (block.notes !== undefined && blockHas(block.notes));
    case 'figure': return inlineHas(block.caption);
    case 'notes': return block.items.some((note) => note.children.some(blockHas));
    default: return false;
  }
}

/** Le document écrit-il quelque part son nombre de pages ? */
export const hasPageTotal = (tree: DocumentTree): boolean => tree.pieces.some((piece) => piece.children.some(blockHas));

/** Signes imprimés par page, en moyenne, dans les actes d'exemple : pour deviner, jamais pour conclure. */
const SIGNS_PER_PAGE = 1500;

/** Nombre de chiffres probable du total des pages, au moins deux. */
export function likelyDigits(tree: DocumentTree): number {
  const signs = treeTexts(tree).reduce((sum, text) => sum + text.length, 0);
  return Math.max(2, String(Math.ceil(signs / SIGNS_PER_PAGE)).length);
}
