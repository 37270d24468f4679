import { guillemets } from '../base/francais.ts';
import { millesime, officielle } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

export const communeInconnue: Rule = {
  code: 'CTG4302',
  slug: 'commune-inconnue',
  title: 'Commune inconnue',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const o = officielle(projet);
    if (o === null || o.departement === null) return;
    const { departement, geographie } = o;
    for (const c of projet.communes) {
      // Un code Insee connu désigne la commune : CTG4304 compare alors les noms.
      if (c.officielle !== null || geographie.nommees(c.nom, departement).length > 0 || geographie.ancienne(c.nom, departement) !== null) continue;
      yield {
        message: `Aucune commune ne s’appelle ${guillemets(c.nom)} dans ce département : ${o.territoire.value.departement} (${millesime(o)}). Un nom faux passerait dans les parties, les visas et les signatures.`,
        hint: geographie.proposer(c.nom, departement) ?? 'Écrivez le nom officiel, article compris. Si la commune est d’un autre département, ajoutez son code « insee ».',
        span: o.territoire.at(['communes', c.rang, 'nom']),
      };
    }
  },
};
