import { guillemets } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

export const hypotheseChoisie: Rule = {
  code: 'CTG4002',
  slug: 'hypothese-choisie',
  title: 'Hypothèse à choisir',
  severity: always('erreur'),
  needsWhole: false,
  *check({ convention, modele }) {
    if (convention === null || modele === null || modele.value.hypotheses !== true || convention.value.hypothese !== undefined) return;
    yield {
      message: `Le modèle ${guillemets(modele.id)} a deux hypothèses et aucune n’est choisie. Les articles diraient à la fois que le plan d’actions est arrêté et qu’il reste à faire.`,
      hint: 'Ajoutez « hypothese: 1 » si le diagnostic n’est pas achevé (le plan viendra par avenant), ou « hypothese: 2 » si le plan d’actions est arrêté.',
      span: convention.at(['modele']),
    };
  },
};
