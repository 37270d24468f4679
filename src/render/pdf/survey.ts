/** Ce qu'il faut savoir de l'arbre entier avant de le rendre. */
import type { Block, DocumentTree, Inline } from '../../document/arbre.ts';

/** Une couleur par thématique, dans l'ordre d'apparition. */
export function thematiques(tree: DocumentTree, palette: readonly string[]): ReadonlyMap<string, string> {
  const names = tree.pieces.flatMap((piece) => piece.children).flatMap((block) => {
    if (block.type === 'fiche-action') return [block.thematique];
    return block.type === 'plan-actions' ? block.rows.flatMap((row) => row.thematiques) : [];
  });
  return new Map([...new Set(names)].map((name, i) => [name, palette[i % palette.length] as string]));
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
    case 'fiche-action': return block.sections.some((section) => section.children.some(blockHas)) || block.facts.some((fact) => inlineHas(fact.value));
    case 'figure': return inlineHas(block.caption);
    default: return false;
  }
}

/** Le document écrit-il quelque part son nombre de pages ? */
export const hasPageTotal = (tree: DocumentTree): boolean => tree.pieces.some((piece) => piece.children.some(blockHas));
