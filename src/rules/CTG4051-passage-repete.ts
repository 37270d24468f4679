import { combien, enIdentifiant } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import { plainText, spanOf } from '../resolve/markdown.ts';
import { citer } from './aide/mots.ts';
import { textesLongs, tous } from './aide/proses.ts';
import { always, type Rule } from './rule.ts';

export const passageRepete: Rule = {
  code: 'CTG4051',
  slug: 'passage-repete',
  title: 'Passage écrit deux fois',
  severity: always('information'),
  needsWhole: false,
  *check(projet, { seuil }) {
    const longueur = seuil('longueur_minimale');
    const vus = new Map<string, Span>();
    for (const { file, body, fiche } of textesLongs(projet)) {
      const repetes: { readonly phrase: string; readonly span: Span; readonly premier: Span }[] = [];
      for (const paragraphe of tous(body, 'paragraph')) {
        for (const phrase of plainText(paragraphe).split(/(?<=[.!?])\s+/)) {
          const cle = enIdentifiant(phrase);
          if (cle.length < longueur) continue;
          const rang = fiche ? `${file} ${cle}` : cle;
          const premier = vus.get(rang);
          const span = spanOf(paragraphe, file);
          if (premier === undefined) vus.set(rang, span);
          else repetes.push({ phrase, span, premier });
        }
      }
      const [un, ...autres] = repetes;
      if (un === undefined) continue;
      // Un texte copié en entier ne fait qu'un constat.
      yield {
        message: `${citer(un.phrase.trim())} est écrit deux fois${autres.length > 0 ? `, comme ${combien(autres.length, 'autre passage', 'autres passages')} de ce fichier` : ''}. Un passage recopié se lit comme un oubli de relecture.`,
        hint: 'Gardez-le à un seul endroit ; au besoin, renvoyez à l’article ou à l’annexe qui le contient.',
        span: un.span,
        related: [{ message: 'la première fois', span: un.premier }],
      };
    }
  },
};
