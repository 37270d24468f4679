/** Les notes, à la fin de ce qui les appelle : un filet court, leur titre, puis une liste dont chaque élément est une Note. */
import type { Notes } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import type { PdfNode } from './definition.ts';
import { anchorFirst } from './first-line.ts';
import { tag } from './tags/tag.ts';
import { within } from './tags/within.ts';

/** Longueur du filet, en points. */
const RULE = 72;
/** Largeur que prend le numéro. */
const LABEL = 16;

export function renderNotes(context: RenderContext, { title, said, items }: Notes): PdfNode[] {
  const { styles, theme, anchors } = context.shared;
  // Avec la police de ce qu'elles éclairent : celle du texte dans un article, celle des titres dans une fiche.
  const tone = { ...styles.note, ...(context.tone.font === undefined ? {} : { font: context.tone.font }) };
  const inside: RenderContext = { ...context, tone, compact: true, width: context.width - LABEL };
  const whole = tag('Div', { title: said });
  const head: PdfNode = {
    stack: [
      { canvas: [{ type: 'line', x1: 0, x2: RULE, y1: 0, y2: 0, lineColor: theme.colors.rule, lineWidth: 0.8 }], margin: [0, 0, 0, 4] },
      line(context, title, { ...styles.small, bold: true, color: theme.colors.ink }, { margin: [0, 0, 0, 2] }),
    ],
    keepWithNext: true,
    margin: [0, 12, 0, 0],
  };
  const list: PdfNode = {
    ...tone,
    ol: items.map(({ id, children }): PdfNode => {
      const nodes = context.blocks(inside, children);
      const destination = anchors.get(id);
      if (destination !== undefined) anchorFirst(nodes, { mark: destination });
      return { within: [tag('Note')], stack: nodes };
    }),
    start: items[0]?.number ?? 1,
    markerColor: theme.colors.muted,
    margin: [0, 0, 0, 7.5],
  };
  return [within(head, whole), within(list, whole)];
}
