import { guillemets } from '../base/francais.ts';
import { millesime, officielle } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

export const communeFusionnee: Rule = {
  code: 'CTG4303',
  slug: 'commune-fusionnee',
  title: 'Commune fusionnée',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const o = officielle(projet);
    if (o === null || o.departement === null) return;
    for (const c of projet.communes) {
      if (c.officielle !== null || o.geographie.nommees(c.nom, o.departement).length > 0) continue;
      const ancienne = o.geographie.ancienne(c.nom, o.departement);
      const nouvelle = ancienne === null ? null : o.geographie.commune(ancienne.nouvelle);
      if (nouvelle === null) continue;
      yield {
        message: `${guillemets(c.nom)} fait partie de la commune nouvelle ${guillemets(nouvelle.nom)} (${nouvelle.code}, ${millesime(o)}). Une commune qui n’existe plus ne peut ni délibérer, ni signer.`,
        hint: `Remplacez-la par ${nouvelle.nom} ; gardez l’ancien nom dans les textes si l’on y parle du lieu.`,
        span: o.territoire.at(['communes', c.rang, 'nom']),
      };
    }
  },
};
