import { guillemets } from '../base/francais.ts';
import { millesime, officielle, sure } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

export const articleDeCommune: Rule = {
  code: 'CTG4305',
  slug: 'article-de-commune',
  title: 'Article devant le nom d’une commune',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const o = officielle(projet);
    if (o === null) return;
    for (const c of projet.communes) {
      const article = o.territoire.value.communes[c.rang]?.article;
      const reference = sure(c);
      if (article === undefined || reference === null || article === reference.article) continue;
      yield {
        message: `${guillemets(`article: ${article}`)} ne s’accorde pas avec le nom officiel : on dit ${guillemets(`la commune ${reference.de}`)} (${millesime(o)}). La faute passerait partout où la commune est nommée.`,
        hint: `Retirez « article » : ctg le trouve seul${reference.article === 'aucun' ? '' : ` d’après le nom officiel, ${reference.nom}`}.`,
        span: o.territoire.at(['communes', c.rang, 'article']),
      };
    }
  },
};
