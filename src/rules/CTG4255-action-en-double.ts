import { enIdentifiant } from '../base/francais.ts';
import type { Action } from '../resolve/projet.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

export const actionEnDouble: Rule = {
  code: 'CTG4255',
  slug: 'action-en-double',
  title: 'Action inscrite deux fois',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ plan }) {
    const vues = new Map<string, Action>();
    for (const action of plan.actions) {
      const cle = enIdentifiant(action.value.titre);
      // Un intitulé encore en blanc relève de CTG4001.
      if (cle === 'a-completer') continue;
      const premiere = vues.get(cle);
      if (premiere === undefined) {
        vues.set(cle, action);
        continue;
      }
      yield {
        message: `${citer(action.value.titre)} est inscrite deux fois au plan (${premiere.numero} et ${action.numero}). Le nombre d’actions annoncé serait faux, et chacune aurait son pilote et son échéance.`,
        hint: 'Retirez l’une des deux. Une action qui sert plusieurs thématiques s’écrit une fois, avec « thematiques_associees: ».',
        span: action.at(['titre']),
        related: [{ message: 'la première', span: premiere.at(['titre']) }],
      };
    }
  },
};
