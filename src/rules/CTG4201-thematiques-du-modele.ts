import { citer } from './aide/mots.ts';
import { couvertes, douteuses } from './aide/thematiques.ts';
import { beforeCouncil, type Rule } from './rule.ts';

export const thematiquesDuModele: Rule = {
  code: 'CTG4201',
  slug: 'thematiques-du-modele',
  title: 'Thématique demandée par le modèle',
  severity: beforeCouncil,
  needsWhole: true,
  *check(projet) {
    const { convention, modele, plan, thematiques } = projet;
    const minimum = modele?.value.thematiques;
    if (convention === null || modele === null || minimum === undefined || plan.actions.length === 0 || douteuses(projet)) return;
    const traitees = couvertes(projet);
    const span = convention.at(['modele']);
    for (const id of minimum.toutes ?? []) {
      if (traitees.has(id)) continue;
      yield {
        message: `Aucune action du plan ne porte sur la thématique ${citer(thematiques.get(id)?.titre ?? id)}, que ce modèle demande. La Caf pourrait refuser le plan.`,
        hint: `Ajoutez une action, ou rattachez-en une par « thematique: ${id} » (ou « thematiques_associees: [${id}] »).`,
        span,
      };
    }
    const autres = [...traitees].filter((id) => !(minimum.toutes ?? []).includes(id)).length;
    if (autres < (minimum.autres ?? 0)) {
      yield {
        message: `Ce modèle demande ${String(minimum.autres)} thématique(s) en plus de celles qu’il impose ; le plan en traite ${String(autres)}.`,
        hint: 'Ajoutez une action sur une autre thématique.',
        span,
      };
    }
  },
};
