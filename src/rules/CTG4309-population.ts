import { nombre } from '../base/francais.ts';
import { millesime, officielle, sure } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

export const population: Rule = {
  code: 'CTG4309',
  slug: 'population',
  title: 'Population et population officielle',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet, { seuil }) {
    const ecart = seuil('ecart_maximum');
    const o = officielle(projet);
    if (o === null) return;
    for (const c of projet.communes) {
      const reference = sure(c)?.population ?? null;
      if (c.population === null || reference === null || Math.abs(c.population - reference) <= (reference * ecart) / 100) continue;
      yield {
        message: `${nombre(c.population)} habitants sont donnés à ${c.nom} ; la population officielle est de ${nombre(reference)} (${millesime(o)}). L’écart dépasse ${nombre(ecart)} % : plus qu’un changement d’année.`,
        hint: 'Vérifiez le nombre et son année. Les seuils de la loi en dépendent.',
        span: o.territoire.at(['communes', c.rang, 'population']),
      };
    }
  },
};
