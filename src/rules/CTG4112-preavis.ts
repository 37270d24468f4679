import { combien } from '../base/francais.ts';
import { beforeCouncil, type Rule } from './rule.ts';

export const preavis: Rule = {
  code: 'CTG4112',
  slug: 'preavis',
  title: 'Préavis et mise en demeure',
  severity: beforeCouncil,
  needsWhole: false,
  *check({ convention, modele }, { seuil }) {
    const given = convention?.value.preavis;
    if (convention === null || given === undefined) return;
    const { denonciation_mois: denonciation, mise_en_demeure_mois: demeure } = given;
    const maximum = seuil('denonciation_maximum');
    if (denonciation > maximum) {
      yield {
        message: `Le préavis de dénonciation est de ${combien(denonciation, 'mois', 'mois')}. Au-delà de ${combien(maximum, 'mois', 'mois')}, une partie ne pourrait presque plus sortir de la convention.`,
        hint: 'Le délai se donne en mois : « 3 » pour trois mois.',
        span: convention.at(['preavis', 'denonciation_mois']),
      };
    }
    if (demeure !== undefined && demeure > denonciation) {
      yield {
        message: `La mise en demeure laisse ${combien(demeure, 'mois', 'mois')}, plus que le préavis de dénonciation (${combien(denonciation, 'mois', 'mois')}). Dénoncer serait plus rapide que sanctionner une faute.`,
        hint: 'Vérifiez que les deux délais ne sont pas intervertis.',
        span: convention.at(['preavis', 'mise_en_demeure_mois']),
      };
    }
    if (demeure === undefined && modele?.value.preavis.mise_en_demeure_mois !== undefined) {
      yield {
        message: `Le préavis remplace celui du modèle sans dire le délai de la mise en demeure, que le modèle prévoit (${combien(modele.value.preavis.mise_en_demeure_mois, 'mois', 'mois')}).`,
        hint: `Ajoutez « mise_en_demeure_mois: ${String(modele.value.preavis.mise_en_demeure_mois)} », ou un autre délai convenu.`,
        span: convention.at(['preavis']),
      };
    }
  },
};
