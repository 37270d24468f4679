import { capitale, dateEnLettres, enumeration } from '../base/francais.ts';
import { collectivites, jourDeSignature } from './aide/collectivites.ts';
import type { Rule } from './rule.ts';

const FORMALITES = [
  { champ: 'transmission', faite: 'transmise au contrôle de légalité', manque: 'la transmission au contrôle de légalité' },
  { champ: 'publication', faite: 'publiée', manque: 'la publication' },
] as const;

export const transmissionEtPublication: Rule = {
  code: 'CTG4103',
  slug: 'transmission-et-publication',
  title: 'Délibération exécutoire avant la signature',
  severity: { projet: null, conseil: null, signature: 'erreur', bilan: 'erreur' },
  needsWhole: false,
  nonNegotiable: true,
  *check(projet) {
    for (const s of collectivites(projet)) {
      const vote = s.value.deliberation;
      if (vote?.date === undefined) continue;
      const manque = FORMALITES.filter(({ champ }) => vote[champ] === undefined);
      if (manque.length > 0) {
        yield {
          message: `La délibération (${s.court}) du ${dateEnLettres(vote.date)} n’est pas exécutoire : il manque ${enumeration(manque.map((m) => `la date de ${m.manque}`))}. Signée avant, la convention serait illégale.`,
          hint: `Ajoutez ${enumeration(manque.map((m) => `« ${m.champ}: »`))} quand c’est fait, et attendez le lendemain pour signer.`,
          span: s.at(['deliberation', 'date']),
        };
      }
      const signature = jourDeSignature(projet, s);
      // Votée après la signature : CTG4102 le dit.
      if (signature === null || vote.date > signature) continue;
      for (const { champ, faite } of FORMALITES) {
        const jour = vote[champ];
        if (jour === undefined || jour < signature) continue;
        yield {
          message: `${capitale(s.court)} signe le ${dateEnLettres(signature)} ; sa délibération n’est ${faite} que le ${dateEnLettres(jour)}. Signée avant que la délibération soit exécutoire, fût-ce le même jour, la convention est illégale (Conseil d’État, avis du 10 juin 1996).`,
          hint: 'Corrigez la date si elle est fausse. Sinon, il faut signer de nouveau, après la transmission et la publication.',
          span: s.at(['deliberation', champ]),
        };
      }
    }
  },
};
