import { nombre } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

/** Les ETP se comptent au centième : pas d'erreur d'arrondi binaire. */
const centiemes = (etp: number): number => Math.round(etp * 100);

export const effectifs: Rule = {
  code: 'CTG4213',
  slug: 'effectifs',
  title: 'Effectif des chargés de coopération',
  severity: always('erreur'),
  needsWhole: false,
  *check({ charges, gouvernance }) {
    const impossibles = charges.filter(({ value }) => value.etp <= 0 || value.etp > 1);
    for (const { value, at } of impossibles) {
      yield {
        message: `Le temps de travail de ${citer(value.intitule)} est de ${nombre(value.etp)} équivalent temps plein ; un poste en compte plus de 0 et 1 au plus.`,
        hint:
          value.etp > 1 && value.etp <= 100
            ? `Un temps de travail en pourcentage s’écrit en part : ${String(value.etp / 100)}. Plusieurs postes s’écrivent un par un.`
            : 'Un mi-temps s’écrit 0.5.',
        span: at(['etp']),
      };
    }
    const annonce = gouvernance?.value.effectif_annonce;
    if (gouvernance === null || annonce === undefined) return;
    const somme = charges.reduce((total, c) => total + centiemes(c.value.etp), 0);
    if (annonce.etp !== undefined && impossibles.length === 0 && centiemes(annonce.etp) !== somme) {
      yield {
        message: `${nombre(annonce.etp)} ETP sont annoncés ; la somme des postes fait ${nombre(somme / 100)}. L’acte décrirait d’autres moyens que ceux annoncés.`,
        hint: 'Corrigez le total annoncé, ou le temps d’un poste.',
        span: gouvernance.at(['effectif_annonce', 'etp']),
      };
    }
    if (annonce.postes !== undefined && annonce.postes !== charges.length) {
      yield {
        message: `${nombre(annonce.postes)} postes sont annoncés ; gouvernance.yaml en décrit ${nombre(charges.length)}.`,
        hint: 'Corrigez le nombre annoncé, ou décrivez les postes qui manquent.',
        span: gouvernance.at(['effectif_annonce', 'postes']),
      };
    }
  },
};
