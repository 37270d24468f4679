import { dateEnLettres, enumeration } from '../base/francais.ts';
import { collectivites } from './aide/collectivites.ts';
import type { Rule } from './rule.ts';

const COMPTES = [
  { champ: 'en_exercice', nom: 'les membres en exercice' },
  { champ: 'presents', nom: 'les présents' },
  { champ: 'pouvoirs', nom: 'les pouvoirs' },
  { champ: 'votants', nom: 'les votants' },
  { champ: 'pour', nom: 'les voix pour' },
  { champ: 'contre', nom: 'les voix contre' },
  { champ: 'abstentions', nom: 'les abstentions' },
] as const;

export const decompteIncomplet: Rule = {
  code: 'CTG4166',
  slug: 'decompte-incomplet',
  title: 'Décompte du vote incomplet',
  severity: { projet: null, conseil: null, signature: 'avertissement', bilan: 'avertissement' },
  needsWhole: false,
  *check(projet) {
    for (const s of collectivites(projet)) {
      const vote = s.value.deliberation;
      if (vote?.date === undefined) continue;
      const manque = COMPTES.filter(({ champ }) => vote[champ] === undefined);
      // Sans aucun nombre, la source n'en donne pas : il n'y a rien à compléter.
      if (manque.length === 0 || manque.length === COMPTES.length) continue;
      yield {
        message: `Le décompte du vote du ${dateEnLettres(vote.date)} (${s.court}) est donné en partie : il manque ${enumeration(manque.map((m) => m.nom))}. Ni le quorum ni le compte des voix ne se vérifient.`,
        hint: `Complétez ${enumeration(manque.map((m) => `« ${m.champ}: »`))} d’après l’extrait du registre ; zéro s’écrit aussi.`,
        span: s.at(['deliberation', 'date']),
      };
    }
  },
};
