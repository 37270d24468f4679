import type { DocumentTree, Piece } from '../../document/arbre.ts';
import { escape } from './escape.ts';
import { ranked } from './heading.ts';
import { wordOnly, wordToc } from './word.ts';

/** Sommaire : des liens pour la page, un champ qui se compose lui-même pour Word. */
export function toc(tree: DocumentTree): string {
  const entries = tree.pieces.filter((piece) => piece.titled).map(entry).join('');
  if (entries === '') return '';
  return `<nav class="sommaire" aria-labelledby="sommaire">
<p class="sommaire-titre" id="sommaire" style="page-break-before: always">Sommaire</p>
${wordOnly(wordToc(), `\n<ul class="entrees">\n${entries}</ul>\n`)}
</nav>
`;
}

function entry(piece: Piece): string {
  const fiches = piece.children.flatMap((block) =>
    block.type === 'fiche-action' ? [`<li><a href="#${escape(block.anchor)}">${escape(`${block.label} – ${block.title}`)}</a></li>\n`] : [],
  );
  const nested = fiches.length === 0 ? '' : `\n<ul>\n${fiches.join('')}</ul>\n`;
  return `<li><a href="#${escape(piece.anchor)}">${ranked(piece.label, piece.title)}</a>${nested}</li>\n`;
}
