import { dateEnLettres } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { annee } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';

export const cibleEtEcheance: Rule = {
  code: 'CTG4263',
  slug: 'cible-et-echeance',
  title: 'Cible antérieure à l’action',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ indicateurs, plan }) {
    const actions = new Map(plan.actions.map((a) => [a.id, a]));
    for (const { value, at } of indicateurs) {
      const [cible, depart] = [value.cible?.date, value.depart?.date];
      if (cible === undefined) continue;
      if (depart !== undefined && depart >= cible) {
        yield {
          message: `${citer(value.libelle)} part du ${dateEnLettres(depart)} et vise le ${dateEnLettres(cible)} : le départ suit l’arrivée, et rien ne se mesurerait entre les deux.`,
          hint: 'Corrigez l’une des deux dates.',
          span: at(['cible', 'date']),
          related: [{ message: 'la date de départ', span: at(['depart', 'date']) }],
        };
      }
      for (const id of value.actions ?? []) {
        const action = actions.get(id);
        const premiere = Math.min(...(action?.value.echeances ?? []));
        if (action === undefined || !Number.isFinite(premiere) || annee(cible) >= premiere) continue;
        yield {
          message: `La cible de ${citer(value.libelle)} est fixée au ${dateEnLettres(cible)}, avant ${citer(action.value.titre)}, prévue en ${String(premiere)}. On mesurerait ce qui n’est pas encore fait.`,
          hint: 'Reculez la cible, ou avancez l’échéance de l’action.',
          span: at(['cible', 'date']),
          related: [{ message: 'les échéances de l’action', span: action.at(['echeances']) }],
        };
      }
    }
  },
};
