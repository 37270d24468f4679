import { enIdentifiant, guillemets } from '../base/francais.ts';
import { millesime, officielle } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

export const codeInsee: Rule = {
  code: 'CTG4304',
  slug: 'code-insee',
  title: 'Code Insee et nom de commune',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const o = officielle(projet);
    if (o === null) return;
    for (const c of projet.communes) {
      if (c.insee === null) continue;
      const trouvee = o.geographie.commune(c.insee);
      if (trouvee !== null && enIdentifiant(trouvee.nom) === c.id) continue;
      // Un signataire donne le nom officiel : CTG3013 dit que celui-ci est faux.
      if (projet.signataires.some((s) => s.commune?.id === c.id && s.value.commune !== c.nom)) continue;
      const memeNom = o.departement === null ? [] : o.geographie.nommees(c.nom, o.departement);
      const [seule] = memeNom;
      // Ni le code ni le nom ne sont connus : CTG4302 ou CTG4303 parle du nom.
      if (trouvee === null && seule === undefined) continue;
      yield {
        message:
          trouvee === null
            ? `Le code Insee ${c.insee} n’est celui d’aucune commune (${millesime(o)}). Les données tirées de ce code manqueraient.`
            : `Le code Insee ${c.insee} est celui de ${guillemets(trouvee.nom)}, non de ${guillemets(c.nom)} (${millesime(o)}). Population, SIREN et intercommunalité seraient ceux d’une autre.`,
        hint: seule !== undefined && memeNom.length === 1 ? `Le code de ${seule.nom} est ${seule.code}.` : 'Corrigez le code, ou le nom : le nom officiel, article compris.',
        span: o.territoire.at(['communes', c.rang, 'insee']),
      };
    }
  },
};
