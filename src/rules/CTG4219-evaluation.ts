import { enumeration } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { INDICATEURS } from './formes/indicateurs.ts';
import type { Rule } from './rule.ts';

export const evaluation: Rule = {
  code: 'CTG4219',
  slug: 'evaluation',
  title: 'Évaluation à préciser',
  severity: { projet: null, conseil: null, signature: 'avertissement', bilan: 'avertissement' },
  needsWhole: true,
  *check({ convention, indicateurs, charges, gouvernance }) {
    if (convention === null) return;
    const communs = indicateurs.filter((i) => (i.value.actions ?? []).length === 0);
    if (communs.length === 0) {
      yield {
        message: 'Aucun indicateur ne porte sur la convention entière. Le bilan additionnerait des actions sans dire ce qu’elles ont changé ensemble.',
        hint: 'Ajoutez-en un au moins dans indicateurs.yaml, sans « actions: ».',
        span: convention.at(['modele'], 'key'),
      };
    }
    const sansRythme = communs.filter((i) => i.value.periodicite === undefined);
    const [first] = sansRythme;
    if (first !== undefined) {
      yield {
        message: `On ne sait pas à quel rythme se relèvent des indicateurs de la convention : ${enumeration(sansRythme.map((i) => citer(i.value.libelle)))}. Sans date, ils ne le seront qu’à la fin.`,
        hint: 'Ajoutez « periodicite: annuelle », ou le rythme convenu.',
        span: first.at([], 'key'),
      };
    }
    if (charges.length === 0 || gouvernance === null || indicateurs.some((i) => INDICATEURS.cooperation.test(`${i.value.libelle} ${i.value.responsable ?? ''}`))) return;
    yield {
      message: 'La convention décrit des postes de coopération, et aucun indicateur n’en mesure les effets. Ils se fixent dès la signature.',
      hint: 'Ajoutez à indicateurs.yaml un indicateur de la fonction de coopération : partenariats, services, compétences exercées en commun.',
      span: gouvernance.at(['charges_cooperation'], 'key'),
    };
  },
};
