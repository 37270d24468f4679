/** Chiffres marquants : une carte par chiffre, des barres dont la valeur est écrite, la source dessous. */
import type { ChiffreItem, Chiffres } from '../../document/arbre.ts';
import { line, plain, type RenderContext } from './context.ts';
import type { PdfNode } from './definition.ts';
import { bare, tableLayout } from './layouts.ts';

const GUTTER = 22;

function bars(context: RenderContext, item: ChiffreItem, width: number): PdfNode[] {
  if (item.comparisons.length === 0) return [];
  const { styles, theme } = context.shared;
  const rows = [{ zone: item.zone, value: item.value, raw: item.raw, own: true }, ...item.comparisons.map((one) => ({ ...one, own: false }))];
  const top = Math.max(...rows.map((row) => Math.abs(row.raw)), Number.MIN_VALUE);
  const bold = { ...styles.smallText, bold: true };
  const percent = item.unit.startsWith('%') ? '\u00A0%' : '';
  const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => context.shared.textWidth(text, bold))) + 1;
  const label = Math.min(widest(rows.map((row) => row.zone)), width * 0.45);
  const figure = widest(rows.map((row) => row.value + percent));
  const room = width - label - figure - 12;
  return [{
    table: {
      widths: [label, room, figure],
      body: rows.map((row) => [
        line(context, row.zone, { ...styles.smallText, bold: row.own }),
        { canvas: [{ type: 'rect', x: 0, y: 2.2, w: Math.max(1, (Math.abs(row.raw) / top) * room), h: 7, color: row.own ? theme.colors.ink : theme.colors.rule }] },
        line(context, row.value + percent, { ...styles.smallText, bold: row.own }, { alignment: 'right' }),
      ]),
    },
    layout: { ...tableLayout({ pad: [3, 1] }), paddingLeft: (column) => (column === 0 ? 0 : 3), paddingRight: (column) => (column === 2 ? 0 : 3) },
    margin: [0, 4, 0, 1],
  }];
}

function card(context: RenderContext, item: ChiffreItem, width: number): PdfNode {
  const { styles, theme } = context.shared;
  const value = styles.title;
  const unit = { ...styles.table, bold: false };
  return {
    stack: [
      line(context, item.label, { ...styles.table, bold: true }),
      { text: [...plain(context, item.value, value), { text: '\u00A0' }, ...plain(context, item.unit, unit).map((run) => ({ ...unit, ...run }))], ...value, margin: [0, 1, 0, 0] },
      ...(item.comparisons.length === 0 ? [line(context, item.zone, styles.smallText, { margin: [0, 2, 0, 0] })] : bars(context, item, width)),
      line(context, item.source, styles.small, { margin: [0, 3, 0, 0] }),
    ],
    border: [false, true, false, false],
    borderColor: [theme.colors.ink, theme.colors.ink, theme.colors.ink, theme.colors.ink],
  };
}

export function renderChiffres(context: RenderContext, { items }: Chiffres): PdfNode[] {
  if (items.length === 0) return [];
  const columns = items.length === 1 || context.width < 300 ? 1 : 2;
  const width = (context.width - (columns - 1) * GUTTER) / columns;
  const empty = (): PdfNode => ({ text: '', border: [false, false, false, false] });
  const rows: PdfNode[] = [];
  for (let i = 0; i < items.length; i += columns) {
    const cells = items.slice(i, i + columns).map((item) => card(context, item, width));
    while (cells.length < columns) cells.push(empty());
    const row = cells.flatMap((cell, index) => (index === 0 ? [cell] : [empty(), cell]));
    rows.push({
      table: { widths: columns === 1 ? [width] : [width, GUTTER, width], body: [row] },
      layout: { ...bare, hLineWidth: (index) => (index === 0 ? 1.2 : 0), paddingTop: () => 5 },
      margin: [0, 0, 0, 14],
      keepTogether: true,
    });
  }
  return [{ stack: rows, margin: [0, 4, 0, 2] }];
}
