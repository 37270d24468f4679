/** Tableaux et suites de libellés et de valeurs. */
import type { Cell, KeyValues, Row, Table } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import { blockTexts } from '../../document/texte.ts';
import { columnWidths, wordRoom } from './column-widths.ts';
import type { PdfNode } from './definition.ts';
import { tableLayout } from './layouts.ts';

const PAD = 5;

/** Le contenu d'une cellule, sans l'espace que son dernier bloc laisserait sous lui. */
function cellBlocks(context: RenderContext, blocks: Cell['children']): PdfNode[] {
  const nodes = context.blocks(context, blocks);
  const last = nodes[nodes.length - 1];
  if (last?.margin) last.margin = [last.margin[0], last.margin[1], last.margin[2], 0];
  return nodes;
}

/** Place les cellules dans une grille pleine : pdfmake veut une case par colonne, même sous une cellule fusionnée. */
function grid(rows: readonly Row[], columns: number, render: (cell: Cell, column: number) => PdfNode): PdfNode[][] {
  const filled: (PdfNode | undefined)[][] = rows.map(() => new Array<PdfNode | undefined>(columns).fill(undefined));
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      while (column < columns && filled[r]?.[column] !== undefined) column += 1;
      if (column >= columns) break;
      const colSpan = Math.min(cell.colspan ?? 1, columns - column);
      const rowSpan = Math.min(cell.rowspan ?? 1, rows.length - r);
      for (let y = 0; y < rowSpan; y += 1) for (let x = 0; x < colSpan; x += 1) (filled[r + y] as PdfNode[])[column + x] = { text: '' };
      (filled[r] as PdfNode[])[column] = { ...render(cell, column), ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
      column += colSpan;
    }
  });
  return filled.map((row) => row.map((cell) => cell ?? { text: '' }));
}

export function renderTable(context: RenderContext, table: Table): PdfNode[] {
  const { styles, theme } = context.shared;
  const columns = Math.max(1, table.widths.length, ...[...table.head, ...table.body].map((row) => row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0)));
  const style = columns > 6 ? styles.smallText : styles.table;
  const inside = (cell: Cell, header: boolean): PdfNode => ({
    stack: cellBlocks({ ...context, tone: header ? { ...style, bold: true, color: theme.colors.ink } : style, compact: true, width: context.width / columns }, cell.children),
    alignment: cell.align ?? 'left',
    ...style,
    ...(header ? { bold: true, color: theme.colors.ink, fillColor: theme.colors.tint } : {}),
  });
  // Le plus long mot de chaque colonne, cellules fondues exceptées.
  const texts = Array.from({ length: columns }, (): string[] => []);
  for (const row of [...table.head, ...table.body]) {
    if (row.length === columns) row.forEach((cell, i) => (texts[i] as string[]).push(...cell.children.flatMap((block) => blockTexts(block))));
  }
  const widths = columnWidths(table.widths, texts.map((own) => wordRoom(own, style.fontSize ?? 10)), context.width - columns * 2 * PAD);
  const body = [
    ...grid(table.head, columns, (cell) => inside(cell, true)),
    ...grid(table.body, columns, (cell, column) => inside(cell, cell.header === true || column < table.headerColumns)),
  ];
  if (body.length === 0) return [];
  const node: PdfNode = {
    table: { widths, headerRows: Math.min(table.head.length, body.length - 1), body },
    layout: tableLayout({ rule: theme.colors.rule, pad: [PAD, 3.5], horizontal: (row, rows) => (row === 0 || row === rows ? 0.9 : 0.5) }),
    margin: [0, 3, 0, context.compact ? 4 : 12],
  };
  if (table.caption === null) return [node];
  return [line(context, table.caption, { ...styles.table, bold: true, color: theme.colors.ink }, { margin: [0, 6, 0, 3], keepWithNext: true }), node];
}

export function renderKeyValues(context: RenderContext, { entries }: KeyValues): PdfNode[] {
  const { styles, theme } = context.shared;
  if (entries.length === 0) return [];
  const key = { ...styles.table, bold: true, color: theme.colors.muted };
  const first = Math.min(130, context.width * 0.32);
  return [{
    table: {
      widths: [first, '*'],
      body: entries.map((entry) => [line(context, entry.key, key), { stack: cellBlocks({ ...context, tone: styles.table, compact: true, width: context.width - first - 2 * PAD }, entry.value), ...styles.table }]),
    },
    layout: tableLayout({ rule: theme.colors.rule, pad: [PAD, 3], flush: true, horizontal: () => 0.5 }),
    margin: [0, 3, 0, context.compact ? 4 : 12],
  }];
}
