import { combien } from '../base/francais.ts';
import type { Action } from '../resolve/projet.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

export const indicateursDesActions: Rule = {
  code: 'CTG4252',
  slug: 'indicateurs',
  title: 'Action sans indicateur',
  severity: always('avertissement'),
  needsWhole: true,
  *check({ plan, fiches, indicateurs }) {
    const mesurees = new Set([
      ...fiches.filter((f) => f.sections.some((s) => s.id === 'indicateurs')).flatMap((f) => f.actions.map((a) => a.id)),
      ...indicateurs.flatMap((i) => i.value.actions ?? []),
    ]);
    // Un constat par branche du plan : trente avertissements semblables ne seraient pas lus.
    const branches = new Map<string, Action[]>();
    for (const action of plan.actions) {
      if ((action.value.indicateurs ?? []).length > 0 || mesurees.has(action.id) || action.value.avancement === 'abandonné') continue;
      const racine = action.chemin[0]?.id ?? '';
      branches.set(racine, [...(branches.get(racine) ?? []), action]);
    }
    for (const [first, ...others] of branches.values()) {
      if (first === undefined) continue;
      const suite = others.length === 0 ? '' : ` (et ${combien(others.length, 'autre action', 'autres actions')} de la même branche)`;
      yield {
        message: `L’action ${citer(first.value.titre)} n’a pas d’indicateur${suite}. Au bilan, rien ne dirait si elle a réussi.`,
        hint: `Ajoutez « indicateurs: » à l’action, une section « ## Indicateurs » à sa fiche, ou un indicateur chiffré dans indicateurs.yaml ; avec un point de départ et une cible si possible.`,
        span: first.at([], 'key'),
        related: others.map((a) => ({ message: `${citer(a.value.titre)} non plus`, span: a.at([], 'key') })),
      };
    }
  },
};
