import { dateEnLettres } from '../base/francais.ts';
import { bornesSures } from './aide/periode.ts';
import type { Rule } from './rule.ts';

export const evaluationAvantLeTerme: Rule = {
  code: 'CTG4111',
  slug: 'evaluation-avant-le-terme',
  title: 'Évaluation avant le terme',
  severity: { projet: null, conseil: null, signature: null, bilan: 'information' },
  needsWhole: true,
  *check(projet) {
    const { convention, calendrier } = projet;
    const periode = bornesSures(projet);
    if (convention === null || periode === null) return;
    const prevue = (calendrier?.value ?? []).some((e) => e.lot === 'suivi' && /évaluation|bilan/i.test(e.etape) && (e.date === undefined || e.date < periode.fin));
    if (prevue) return;
    yield {
      message: `La convention finit le ${dateEnLettres(periode.fin)}, et le calendrier ne prévoit ni évaluation ni bilan avant cette date. Le renouvellement n’est pas tacite : il se prépare, et d’abord par l’évaluation.`,
      hint: 'Ajoutez dans calendrier.yaml une étape « lot: suivi » pour l’évaluation, quelques mois avant le terme.',
      span: convention.at(['periode', 'fin']),
    };
  },
};
