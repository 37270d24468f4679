import { enumeration, guillemets, pluriel } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import type { Fiche } from '../resolve/projet.ts';
import { citer } from './aide/mots.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const planEtFiche: Rule = {
  code: 'CTG4204',
  slug: 'plan-et-fiche',
  title: 'Plan et fiche-action en désaccord',
  severity: always('erreur'),
  needsWhole: false,
  *check({ fiches }) {
    for (const fiche of fiches) {
      // Une action introuvable est déjà signalée (CTG3001) : comparer à la moitié du plan n'apprendrait rien.
      if (fiche.actions.length !== fiche.value.actions.length) continue;
      const { value, at, actions } = fiche;
      yield* compare(
        fiche,
        'echeances',
        'échéance',
        value.echeances,
        actions.flatMap((a) => a.value.echeances ?? []),
      );
      yield* compare(
        fiche,
        'pilotes',
        'pilote',
        value.pilotes,
        actions.flatMap((a) => a.pilotes),
      );
      for (const action of actions) {
        const { objectif } = value;
        if (objectif === undefined || action.chemin.some((n) => n.id === objectif)) continue;
        const parent = action.chemin.at(-1);
        yield finding(
          `La fiche-action range l’action ${citer(action.value.titre)} sous ${guillemets(objectif)} ; le plan la range sous ${guillemets(parent?.id ?? '')}.`,
          at(['objectif']),
          action.at([], 'key'),
        );
      }
    }
  },
};

function* compare({ at, actions }: Fiche, field: string, mot: string, redits: readonly (string | number)[] | undefined, prevus: readonly (string | number)[]): Iterable<Finding> {
  const first = actions[0];
  if (redits === undefined || first === undefined) return;
  const show = (items: readonly (string | number)[]): string =>
    items.length === 0 ? `aucun${mot === 'pilote' ? '' : 'e'} ${mot}` : `${pluriel(items.length, mot)} ${enumeration(items.map(String))}`;
  const [left, right] = [unique(redits), unique(prevus)];
  if (left.join() === right.join()) return;
  yield finding(`La fiche-action donne ${show(left)} ; le plan donne ${show(right)}.`, at([field]), first.at([field]));
}

const unique = <T extends string | number>(items: readonly T[]): readonly T[] => [...new Set(items)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

const finding = (constat: string, span: Span, plan: Span): Finding => ({
  message: `${constat} L’acte porterait les deux, et nul ne saurait lequel engage.`,
  hint: 'Retirez ce champ de la fiche : ctg y met ce que dit le plan. Ou corrigez celui des deux qui est faux.',
  span,
  related: [{ message: 'ce que dit le plan', span: plan }],
});
