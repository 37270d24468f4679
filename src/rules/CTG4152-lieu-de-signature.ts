import type { Rule } from './rule.ts';

export const lieuDeSignature: Rule = {
  code: 'CTG4152',
  slug: 'lieu-de-signature',
  title: 'Lieu de signature absent',
  severity: { projet: null, conseil: null, signature: 'avertissement', bilan: 'avertissement' },
  needsWhole: false,
  *check({ convention }) {
    if (convention === null || convention.value.signature !== undefined) return;
    yield {
      message: 'Rien ne dit où la convention est signée : « Fait à » resterait suivi d’un blanc, dans un acte que l’on imprime pour le signer.',
      hint: 'Ajoutez à convention.yaml « signature: » et, en dessous, « lieu: » avec le nom de la commune.',
      span: convention.at(['periode'], 'key'),
    };
  },
};
