import type { Projet } from '../../resolve/projet.ts';

/** Une thématique et toutes celles qu'elle réunit. */
export const etendue = (projet: Projet, id: string): readonly string[] => [id, ...(projet.thematiques.get(id)?.couvre ?? [])];

/** Une action est-elle rangée sous une thématique inconnue ? C'est déjà signalé (CTG3001) : mieux vaut ne rien déduire du reste. */
export const douteuses = (projet: Projet): boolean => projet.plan.actions.some((a) => a.thematique !== null && !projet.thematiques.has(a.thematique));

/** Thématiques que traite au moins une action, celles qu'elles réunissent comprises. */
export function couvertes(projet: Projet): ReadonlySet<string> {
  const own = projet.plan.actions.flatMap((a) => [...(a.thematique === null ? [] : [a.thematique]), ...a.associees]);
  return new Set(own.flatMap((id) => etendue(projet, id)));
}
