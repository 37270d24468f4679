import { enumeration } from '../base/francais.ts';
import { collectivites } from './aide/collectivites.ts';
import type { Rule } from './rule.ts';

export const donneesOuvertes: Rule = {
  code: 'CTG4159',
  slug: 'donnees-ouvertes',
  title: 'Délibération en données ouvertes',
  severity: { projet: null, conseil: null, signature: 'information', bilan: 'information' },
  needsWhole: false,
  *check(projet) {
    for (const s of collectivites(projet)) {
      const d = s.value.deliberation;
      // Sans date, CTG4102 dit déjà que la délibération n'est pas connue ; sans matière ni adresse, elle n'est pas destinée aux données ouvertes.
      if (d?.date === undefined || (d.matiere === undefined && d.adresse === undefined)) continue;
      const manque = [
        ...((s.value.siren ?? s.commune?.officielle?.siren ?? undefined) === undefined ? ['« siren: »'] : []),
        ...(d.objet === undefined ? ['« objet: »'] : []),
        ...(d.matiere === undefined ? ['« matiere: »'] : []),
      ];
      if (manque.length === 0) continue;
      yield {
        message: `Pour publier cette délibération dans le format ouvert commun (SCDL), il manque ${enumeration(manque)}.`,
        hint: 'Rien ne presse : ces champs ne servent qu’à la publication en données ouvertes.',
        span: s.at(['deliberation', d.matiere === undefined ? 'adresse' : 'matiere']),
      };
    }
  },
};
