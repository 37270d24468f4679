import { capitale, dateEnLettres, enumeration } from '../base/francais.ts';
import { collectivites, jourDeSignature } from './aide/collectivites.ts';
import type { Rule } from './rule.ts';

export const deliberationDeChacun: Rule = {
  code: 'CTG4102',
  slug: 'deliberation-de-chacun',
  title: 'Délibération avant la signature',
  severity: { projet: null, conseil: null, signature: 'erreur', bilan: 'erreur' },
  needsWhole: false,
  nonNegotiable: true,
  *check(projet) {
    for (const s of collectivites(projet)) {
      const { date, numero } = s.value.deliberation ?? {};
      const manque = [...(date === undefined ? ['sa date'] : []), ...(numero === undefined ? ['son numéro'] : [])];
      if (manque.length > 0) {
        yield {
          message: `La délibération qui autorise ${s.court} à signer n’est pas complète : il manque ${enumeration(manque)}. ${date === undefined ? 'Sans vote, son représentant ne peut pas l’engager' : 'On ne saurait pas retrouver l’acte qui l’autorise'}.`,
          hint: 'Ajoutez dans ce fichier « deliberation: » avec « date: » et « numero: », tels qu’ils figurent au registre.',
          span: s.at(date === undefined ? ['categorie'] : ['deliberation', 'date']),
        };
      }
      const signature = jourDeSignature(projet, s);
      if (date === undefined || signature === null || date <= signature) continue;
      yield {
        message: `${capitale(s.court)} aurait voté le ${dateEnLettres(date)}, après la signature du ${dateEnLettres(signature)}. Un vote ne peut pas autoriser une signature déjà donnée.`,
        hint: 'Corrigez la date de la séance, ou la date de signature.',
        span: s.at(['deliberation', 'date']),
      };
    }
  },
};
