import type { Notes } from '../../document/arbre.ts';
import type { Context } from './context.ts';
import { escape } from './escape.ts';
import { styled } from './table.ts';

/** Les notes d'une pièce ou d'une fiche : une liste numérotée, que Word et LibreOffice reprennent comme telle, et des liens dans les deux sens. */
export function notes(ctx: Context, { title, said, items }: Notes): string {
  const list = items.map((note) => `<li${ctx.anchors.attribute(note.id)}>${styled(ctx, note.children, 'texte-note')}</li>\n`);
  const start = items[0]?.number ?? 1;
  return `<div class="notes" role="doc-endnotes" aria-label="${escape(said)}">\n<p class="titre-notes">${escape(title)}</p>\n<ol${start === 1 ? '' : ` start="${String(start)}"`}>\n${list.join('')}</ol>\n</div>\n`;
}
