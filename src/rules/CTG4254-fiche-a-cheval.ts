import { guillemets } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

export const ficheACheval: Rule = {
  code: 'CTG4254',
  slug: 'fiche-a-cheval',
  title: 'Fiche-action à cheval sur plusieurs objectifs',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ fiches }) {
    for (const { actions, at } of fiches) {
      const parents = [...new Set(actions.map((a) => a.chemin.at(-1)))].filter((n) => n !== undefined);
      if (parents.length < 2) continue;
      yield {
        message: `Cette fiche réunit des actions de ${String(parents.length)} objectifs du plan : ${parents.map((p) => citer(p.titre)).join(', ')}. Le lecteur qui part du plan ne la trouvera pas à sa place.`,
        hint: `Faites une fiche par objectif, ou rangez ces actions sous le même objectif ; si l’action est transversale, laissez ainsi et précisez ${guillemets('thematique:')}.`,
        span: at(['actions']),
        related: actions.map((a) => ({ message: `${guillemets(a.id)} est ici dans le plan`, span: a.at([], 'key') })),
      };
    }
  },
};
