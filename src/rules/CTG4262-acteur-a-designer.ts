import { citer } from './aide/mots.ts';
import type { Rule } from './rule.ts';

export const acteurADesigner: Rule = {
  code: 'CTG4262',
  slug: 'acteur-a-designer',
  title: 'Acteur à désigner',
  severity: { projet: 'information', conseil: 'avertissement', signature: 'avertissement', bilan: 'avertissement' },
  needsWhole: false,
  *check({ acteurs }) {
    for (const { id, nom, span, aDesigner } of acteurs.values()) {
      if (!aDesigner) continue;
      yield {
        message: `${citer(nom)} reste à désigner. Tant qu’il ne l’est pas, les actions et les instances qui comptent sur lui n’ont personne.`,
        hint: `Une fois la personne ou le service connu, retirez « a_designer: true » de ${id}, dans acteurs.yaml.`,
        span,
      };
    }
  },
};
