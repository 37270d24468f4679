import { guillemets } from '../base/francais.ts';
import { beforeCouncil, type Rule } from './rule.ts';

/** De l'UTF-8 lu comme du latin-1 : « Ã© » pour « é », « â€™ » pour « ’ », ou le losange d'un caractère perdu. */
const MAL_DECODE = /Ã[\u0080-\u00BF©¨ª«¯®´¶¹»‰ˆ€§¢ ]|â€[™œ“”˜¦\u0080-\u00BF]|Â[«»°\u00A0]|\uFFFD/u;

export const texteMalDecode: Rule = {
  code: 'CTG4061',
  slug: 'texte-mal-decode',
  title: 'Accents abîmés',
  severity: beforeCouncil,
  needsWhole: false,
  *check({ textes }) {
    for (const texte of textes) {
      const found = MAL_DECODE.exec(texte.texte);
      if (found === null) continue;
      yield {
        message: `${guillemets(found[0])} est un accent abîmé par un copier-coller ou un mauvais encodage. Il serait imprimé tel quel.`,
        hint: 'Retapez le mot avec ses accents, et cherchez les mêmes signes dans tout le fichier.',
        span: texte.passage(found.index, found.index + found[0].length),
      };
    }
  },
};
