import type { Paragraph, PhrasingContent } from 'mdast';
import { guillemets } from '../base/francais.ts';
import { plainText, spanOf } from '../resolve/markdown.ts';
import { textesLongs } from './aide/proses.ts';
import { always, type Rule } from './rule.ts';

export const phraseCoupee: Rule = {
  code: 'CTG4071',
  slug: 'phrase-coupee',
  title: 'Paragraphe sans fin',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet, { seuil }) {
    const longueur = seuil('longueur_minimale');
    for (const { file, body } of textesLongs(projet)) {
      for (const node of body.children) {
        if (node.type !== 'paragraph' || fini(node, longueur)) continue;
        const texte = plainText(node).trim();
        yield {
          message: `Le paragraphe s’arrête sur ${guillemets(texte.slice(-40).replace(/^\S*\s/, ''))}, sans point. La suite a peut-être été perdue en recopiant.`,
          hint: 'Ajoutez la fin de la phrase, ou le point.',
          span: spanOf(node, file),
        };
      }
    }
  },
};

function fini({ children }: Paragraph, longueur: number): boolean {
  const visibles = children.filter((c): c is Exclude<PhrasingContent, { type: 'html' | 'footnoteReference' }> => c.type !== 'html' && c.type !== 'footnoteReference');
  const texte = visibles.map(plainText).join('').trim();
  // Une image, un renvoi ou des mots en gras, seuls, ne font pas une phrase ; un bloc de ctg (:::instances) non plus.
  if (visibles.length <= 1 && visibles[0]?.type !== 'text') return true;
  if (texte.length < longueur || texte.startsWith(':::')) return true;
  const dernier = visibles.at(-1);
  // Un renvoi en fin de paragraphe n'a pas de texte ici : il manque le point qui le suit.
  return dernier !== undefined && /[.!?…:;»)\]”]$/u.test(plainText(dernier).trimEnd());
}
