import { guillemets } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

export const nomDeLaFiche: Rule = {
  code: 'CTG4264',
  slug: 'nom-de-la-fiche',
  title: 'Fiche nommée d’après une autre action',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ fiches, plan }) {
    const actions = new Map(plan.actions.map((a) => [a.id, a]));
    for (const fiche of fiches) {
      const nommee = actions.get(fiche.id);
      if (nommee === undefined || fiche.actions.length === 0 || fiche.actions.some((a) => a.id === fiche.id)) continue;
      yield {
        message: `Ce fichier porte le nom de l’action ${guillemets(fiche.id)}, et développe ${fiche.actions.map((a) => guillemets(a.id)).join(', ')}. La fiche serait imprimée sous une action qui n’est pas la sienne.`,
        hint: `Écrivez « actions: [${fiche.id}] », ou donnez au fichier le nom de l’action qu’il développe.`,
        span: fiche.at(['actions']),
        related: [{ message: citer(nommee.value.titre), span: nommee.at(['titre']) }],
      };
    }
  },
};
