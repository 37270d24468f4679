import { combien, dateEnLettres, enumeration } from '../base/francais.ts';
import { dernierVote } from './aide/collectivites.ts';
import { plusAnnees } from './aide/periode.ts';
import type { Rule } from './rule.ts';

export const representantsDeLaCaf: Rule = {
  code: 'CTG4010',
  slug: 'representants-de-la-caf',
  title: 'Représentants de la Caf à vérifier',
  severity: { projet: null, conseil: 'information', signature: 'information', bilan: null },
  needsWhole: false,
  *check(projet, { seuil }) {
    const annees = seuil('annees_sans_verifier');
    const vote = dernierVote(projet);
    for (const s of projet.signataires) {
      const date = s.value.deliberation?.date;
      const [premier] = s.value.representants ?? [];
      if (s.value.categorie !== 'caf' || vote === null || date === undefined || premier === undefined || vote <= plusAnnees(date, annees)) continue;
      yield {
        message: `La délibération de la Caf date du ${dateEnLettres(date)}, plus de ${combien(annees, 'an')} avant le vote. Vérifiez que ${enumeration((s.value.representants ?? []).map((r) => `${r.civilite} ${r.prenom} ${r.nom}`))} ${(s.value.representants ?? []).length > 1 ? 'sont' : 'est'} toujours en fonction.`,
        hint: 'Demandez à la Caf qui signera. S’il n’y a pas de changement, il n’y a rien à faire.',
        span: s.at(['representants', 0, 'nom']),
      };
    }
  },
};
