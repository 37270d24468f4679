import { combien, dateEnLettres } from '../base/francais.ts';
import { collectivites } from './aide/collectivites.ts';
import { always, type Rule } from './rule.ts';

export const effetAvantLeVote: Rule = {
  code: 'CTG4104',
  slug: 'effet-avant-le-vote',
  title: 'Effet antérieur au vote',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const { convention } = projet;
    if (convention === null || convention.value.periode.debut === 'signature') return;
    const { debut } = convention.value.periode;
    const tardifs = collectivites(projet).filter((s) => s.value.adhesion === undefined && (s.value.deliberation?.date ?? '') > debut);
    const [premier] = tardifs;
    if (premier === undefined) return;
    yield {
      message: `La convention prend effet le ${dateEnLettres(debut)}, avant ${tardifs.length === 1 ? `le vote du ${dateEnLettres(premier.value.deliberation?.date ?? '')}` : `${combien(tardifs.length, 'vote')} qui l’autorisent`}. Un acte ne peut en principe pas produire d’effet avant d’avoir été voté ; la Caf l’admet pour ses financements, le juge peut l’écarter.`,
      hint: 'Faites confirmer par la Caf que l’année entamée est couverte, et dites-le dans la délibération ; ou reportez « debut ».',
      span: convention.at(['periode', 'debut']),
      related: tardifs.map((s) => ({ message: `vote (${s.court})`, span: s.at(['deliberation', 'date']) })),
    };
  },
};
