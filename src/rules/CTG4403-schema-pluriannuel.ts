import { enumeration, nombre } from '../base/francais.ts';
import { redevables, soumise } from './aide/petite-enfance.ts';
import type { Rule } from './rule.ts';

export const schemaPluriannuel: Rule = {
  code: 'CTG4403',
  slug: 'schema-pluriannuel',
  title: 'Schéma pluriannuel petite enfance',
  severity: { projet: null, conseil: 'information', signature: 'information', bilan: 'information' },
  needsWhole: true,
  *check(projet, { seuil, date }) {
    const { convention } = projet;
    const plusDe = seuil('habitants');
    if (convention === null || convention.value.vaut_schema_petite_enfance !== undefined || !soumise(projet, { date })) return;
    const dus = redevables(projet, 'planifier', plusDe);
    const existe = (convention.value.articulations ?? []).some((a) => /schéma pluriannuel|jeune enfant|petite enfance/i.test(a.nom));
    if (dus.length === 0 || existe) return;
    yield {
      message: `Au-delà de ${nombre(plusDe)} habitants, un schéma pluriannuel de l’accueil du jeune enfant est dû (${enumeration(dus.map((r) => r.nom))}). La convention peut en tenir lieu ; rien ne dit si c’est le cas.`,
      hint: 'Écrivez « vaut_schema_petite_enfance: true » si elle en tient lieu, « false » sinon ; ou citez le schéma dans « articulations: ».',
      span: convention.at(['modele']),
    };
  },
};
