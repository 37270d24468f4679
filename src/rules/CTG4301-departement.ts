import { guillemets } from '../base/francais.ts';
import { departementInconnu, millesime, officielle } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

export const departementConnu: Rule = {
  code: 'CTG4301',
  slug: 'departement',
  title: 'Département inconnu',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const o = officielle(projet);
    if (o === null) return;
    const { departement } = o.territoire.value;
    const hint = departementInconnu(projet, o);
    if (hint === null) return;
    yield {
      message: `${guillemets(departement)} n’est pas un département (${millesime(o)}). Les communes du territoire ne peuvent pas être vérifiées par leur nom.`,
      hint,
      span: o.territoire.at(['departement']),
    };
  },
};
