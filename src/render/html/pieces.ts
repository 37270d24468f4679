import type { Piece } from '../../document/arbre.ts';
import type { Context } from './context.ts';
import { ranked } from './heading.ts';
import { libreOfficeOnly } from './libreoffice.ts';
import { wordOnly } from './word.ts';

const SAUT = 'style="page-break-before: always"';

/** Une pièce ; la première et les annexes commencent une page. */
export function renderPiece(ctx: Context, piece: Piece, index: number): string {
  const breaks = index === 0 || piece.kind === 'annexe';
  const level = ctx.outline.piece(piece.titled);
  const anchor = ctx.anchors.attribute(piece.anchor);
  const classes = `piece ${piece.kind}${breaks ? ' page' : ''}`;
  if (!piece.titled) {
    // Sans titre pour porter le saut, chaque traitement de texte reçoit le sien ; le navigateur a la classe `page`.
    const jump = breaks ? `${wordOnly(`<br clear="all" ${SAUT}>`)}${libreOfficeOnly(`<p ${SAUT}></p>`)}\n` : '';
    return `<div class="${classes}"${anchor}>\n${jump}${ctx.blocks(piece.children)}</div>\n`;
  }
  const title = `<h${level}${anchor}${breaks ? ` class="page" ${SAUT}` : ''}>${ranked(piece.label, piece.title)}</h${level}>`;
  return `<section class="piece ${piece.kind}">\n${title}\n${ctx.blocks(piece.children)}</section>\n`;
}
