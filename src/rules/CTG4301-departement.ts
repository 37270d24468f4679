import { guillemets } from '../base/francais.ts';
import { suggest } from '../base/suggestion.ts';
import { millesime, officielle } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

export const departementConnu: Rule = {
  code: 'CTG4301',
  slug: 'departement',
  title: 'Département inconnu',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const o = officielle(projet);
    if (o === null || o.departement !== null) return;
    const { departement } = o.territoire.value;
    const hint = suggest(departement, o.geographie.departements.map((d) => d.nom));
    // Ni un nom voisin, ni un code Insee : un territoire d'exemple, dont il n'y a rien à dire.
    if (hint === null && projet.communes.every((c) => c.officielle === null)) return;
    yield {
      message: `${guillemets(departement)} n’est pas un département (${millesime(o)}). Les communes du territoire ne peuvent pas être vérifiées par leur nom.`,
      hint: hint ?? 'Écrivez le nom du département tel qu’il se lit sur une carte : « Saône-et-Loire ».',
      span: o.territoire.at(['departement']),
    };
  },
};
