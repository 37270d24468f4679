import type { DocumentTree, PlanActions } from '../../document/arbre.ts';

/** Le plan d'actions de l'arbre, ou undefined. Il est toujours au premier rang d'une pièce. */
export function findPlan(tree: DocumentTree): PlanActions | undefined {
  return tree.pieces.flatMap((piece) => piece.children).find((block) => block.type === 'plan-actions');
}
