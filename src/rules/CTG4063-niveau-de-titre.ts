import { combien } from '../base/francais.ts';
import { plainText, spanOf } from '../resolve/markdown.ts';
import { citer } from './aide/mots.ts';
import { textesLongs, tous } from './aide/proses.ts';
import { always, type Rule } from './rule.ts';

export const niveauDeTitre: Rule = {
  code: 'CTG4063',
  slug: 'niveau-de-titre',
  title: 'Niveau de titre sauté',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    for (const { file, body, fiche } of textesLongs(projet)) {
      // Les titres d'une fiche sont ceux de ses sections.
      if (fiche) continue;
      const titres = tous(body, 'heading');
      // Le premier titre d'un texte donne le plus haut niveau ; un autre, plus haut que lui, montre que c'est lui qui est trop bas.
      let avant = titres.reduce((plus, t) => Math.min(plus, t.depth), 6) - 1;
      for (const titre of titres) {
        if (titre.depth > avant + 1) {
          yield {
            message: `${citer(plainText(titre))} est un titre de niveau ${String(titre.depth)}, et il en manque ${combien(titre.depth - avant - 1, 'au-dessus', 'au-dessus')}. Le sommaire paraîtrait troué, et un lecteur d’écran y chercherait une partie absente.`,
            hint: `Retirez ${combien(titre.depth - avant - 1, 'dièse')} : « ${'#'.repeat(avant + 1)} » au lieu de « ${'#'.repeat(titre.depth)} ».`,
            span: spanOf(titre, file),
          };
        }
        avant = titre.depth;
      }
    }
  },
};
