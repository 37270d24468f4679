import { citer } from './aide/mots.ts';
import type { Rule } from './rule.ts';

export const avenantDate: Rule = {
  code: 'CTG4160',
  slug: 'avenant-date',
  title: 'Avenant sans date de signature',
  severity: { projet: null, conseil: null, signature: null, bilan: 'avertissement' },
  needsWhole: false,
  *check({ avenants }) {
    for (const { value, at } of avenants) {
      if (value.date !== undefined) continue;
      yield {
        message: `L’avenant ${citer(value.objet)} n’a pas de date de signature. Au bilan, rien ne dit depuis quand il s’applique, ni s’il a été signé.`,
        hint: 'Ajoutez « date: » s’il est signé. S’il ne l’est pas encore, il n’y a rien à changer.',
        span: at(['objet']),
      };
    }
  },
};
