/** Fiche-action : bandeau de tête, grille de faits sur deux colonnes, sections. Commence une page. */
import type { FicheAction } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import type { PdfNode } from './definition.ts';
import { bare, tableLayout } from './layouts.ts';

function head(context: RenderContext, fiche: FicheAction): PdfNode {
  const { styles, theme, anchors, thematique } = context.shared;
  const destination = anchors.get(fiche.anchor);
  const over = { ...styles.overline };
  return {
    table: {
      widths: [5, '*'],
      body: [[
        { text: '', fillColor: thematique(fiche.thematique) },
        {
          stack: [
            { columns: [line(context, fiche.label, over, { width: '*' }), line(context, fiche.thematique, { ...styles.table, bold: true, color: theme.colors.ink }, { width: 'auto', alignment: 'right' })], columnGap: 10 },
            line(context, fiche.title, styles.title, { margin: [0, 2, 0, 0], outline: true, outlineText: `${fiche.label} – ${fiche.title}`, ...(destination === undefined ? {} : { mark: destination }), ...(context.outlineParent === null ? {} : { outlineParentId: context.outlineParent }) }),
          ],
          fillColor: theme.colors.tint,
          margin: [10, 8, 10, 9],
        },
      ]],
    },
    layout: bare,
    margin: [0, 0, 0, 10],
    keepWithNext: true,
  };
}

function facts(context: RenderContext, fiche: FicheAction): PdfNode[] {
  if (fiche.facts.length === 0) return [];
  const { styles, theme } = context.shared;
  const cells = fiche.facts.map(({ key, value }): PdfNode => ({
    stack: [line(context, key, styles.small), { text: context.inlines(context, value, styles.table), ...styles.table }],
  }));
  const body: PdfNode[][] = [];
  for (let i = 0; i < cells.length; i += 2) {
    const [first, second] = [cells[i] as PdfNode, cells[i + 1]];
    body.push(second === undefined ? [{ ...first, colSpan: 2 }, { text: '' }] : [first, second]);
  }
  return [{
    table: { widths: ['*', '*'], body },
    layout: tableLayout({ rule: theme.colors.rule, pad: [8, 3.5], flush: true, horizontal: () => 0.5 }),
    margin: [0, 0, 0, 8],
  }];
}

export function renderFiche(context: RenderContext, fiche: FicheAction): PdfNode[] {
  const { styles } = context.shared;
  const inside = { ...context, tone: styles.sans, compact: true };
  const sections = fiche.sections.flatMap((section) => [
    line(context, section.title, styles.heading2, { keepWithNext: true, margin: [0, 9, 0, 3] }),
    ...context.blocks(inside, section.children),
  ]);
  const [first, ...rest] = [head(context, fiche), ...facts(context, fiche), ...sections];
  return [{ ...first, pageBreak: 'before' }, ...rest];
}
