import { combien, dateEnLettres } from '../base/francais.ts';
import { bornes, lendemain, plusAnnees } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';

export const periodeDeLaConvention: Rule = {
  code: 'CTG4101',
  slug: 'periode',
  title: 'Période de la convention',
  severity: always('erreur'),
  needsWhole: false,
  nonNegotiable: true,
  *check(projet) {
    const { convention, modele } = projet;
    const periode = bornes(projet);
    if (convention === null || periode === null || periode.debut === null) return;
    const { debut } = periode;
    const { fin } = convention.value.periode;
    const span = convention.at(['periode', 'fin']);
    if (fin <= debut) {
      yield {
        message: `La convention finirait le ${dateEnLettres(fin)}, avant de commencer le ${dateEnLettres(debut)}${convention.value.periode.debut === 'signature' ? ' au plus tôt, par la signature ou le dernier vote' : ''}.`,
        hint: 'Corrigez « debut » ou « fin ».',
        span,
      };
      return;
    }
    const { min_annees: min, max_annees: max } = modele?.value.duree ?? {};
    const hint = `Corrigez la période. Une durée différente, convenue avec la Caf, demande un modèle propre au territoire (dossier modeles/).`;
    const duree = `Du ${dateEnLettres(debut)} au ${dateEnLettres(fin)}, la convention durerait`;
    if (max !== undefined && fin >= plusAnnees(debut, max)) yield { message: `${duree} plus que le modèle ne l’admet : ${combien(max, 'an')} au plus.`, hint, span };
    if (min !== undefined && lendemain(fin) < plusAnnees(debut, min)) yield { message: `${duree} moins que le modèle ne l’admet : ${combien(min, 'an')} au moins.`, hint, span };
  },
};
