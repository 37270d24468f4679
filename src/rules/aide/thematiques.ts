import type { Projet } from '../../resolve/projet.ts';

/** Une thématique et toutes celles qu'elle réunit. */
export const etendue = (projet: Projet, id: string): readonly string[] => [id, ...(projet.thematiques.get(id)?.couvre ?? [])];

/** Thématiques que traite au moins une action, celles qu'elles réunissent comprises. */
export function couvertes(projet: Projet): ReadonlySet<string> {
  const own = projet.plan.actions.flatMap((a) => [...(a.thematique === null ? [] : [a.thematique]), ...(a.value.thematiques_associees ?? [])]);
  return new Set(own.flatMap((id) => etendue(projet, id)));
}
