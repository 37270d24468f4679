import type { Piece } from '../../document/arbre.ts';
import type { Context } from './context.ts';
import { ranked } from './heading.ts';
import { wordSection } from './word.ts';

const SAUT = 'style="page-break-before: always"';

/** La première pièce et les annexes commencent une page. */
export function startsPage(piece: Piece, index: number): boolean {
  return index === 0 || piece.kind === 'annexe';
}

/** Une pièce. Celle qui porte le plan d'actions est à l'italienne, titre compris. */
export function renderPiece(ctx: Context, piece: Piece, index: number): string {
  if (!piece.children.some((block) => block.type === 'plan-actions')) return upright(ctx, piece, index, '');
  return `${wordSection(2)}${upright(ctx, piece, index, ' paysage')}${wordSection(3)}`;
}

function upright(ctx: Context, piece: Piece, index: number, more: string): string {
  const breaks = startsPage(piece, index);
  const level = ctx.outline.piece(piece.titled);
  const anchor = ctx.anchors.attribute(piece.anchor);
  if (piece.titled) {
    const title = `<h${level}${anchor}${breaks ? ` class="page" ${SAUT}` : ''}>${ranked(piece.label, piece.title)}</h${level}>`;
    return `<section class="${piece.kind}${more}">\n${title}\n${ctx.blocks(piece.children)}</section>\n`;
  }
  // Sans titre pour porter le saut, un paragraphe que les navigateurs ne montrent pas : eux ont la classe `page`.
  const jump = breaks ? `<p class="bureau" ${SAUT}>\u00A0</p>\n` : '';
  // L'ancre est un <a> vide : d'un div qui porte un identifiant, LibreOffice fait une section, et perd le saut de page suivant.
  const mark = anchor === '' ? '' : `<a${anchor}></a>`;
  return `<div class="${piece.kind}${breaks ? ' page' : ''}${more}">\n${jump}${mark}${ctx.blocks(piece.children)}</div>\n`;
}
