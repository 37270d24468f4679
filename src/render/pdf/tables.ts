/** Tableaux et suites de libellés et de valeurs. */
import type { Cell, KeyValues, Row, Table } from '../../document/arbre.ts';
import { blocksNeed, type CellNeed, fitColumns, join, type Need } from './column-widths.ts';
import { line, type RenderContext } from './context.ts';
import type { PdfNode, TextStyle } from './definition.ts';
import { tableLayout } from './layouts.ts';
import { type Tag, tag } from './tags/tag.ts';

const PAD = 5;

/** Le contenu d'une cellule, sans l'espace que son dernier bloc laisserait sous lui. */
function cellBlocks(context: RenderContext, blocks: Cell['children']): PdfNode[] {
  const nodes = context.blocks(context, blocks);
  const last = nodes[nodes.length - 1];
  if (last?.margin) last.margin = [last.margin[0], last.margin[1], last.margin[2], 0];
  return nodes;
}

/** Place les cellules dans une grille pleine : pdfmake veut une case par colonne, même sous une cellule fusionnée. */
function grid(rows: readonly Row[], columns: number, render: (cell: Cell, column: number, row: number) => PdfNode): PdfNode[][] {
  const filled: (PdfNode | undefined)[][] = rows.map(() => new Array<PdfNode | undefined>(columns).fill(undefined));
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      while (column < columns && filled[r]?.[column] !== undefined) column += 1;
      if (column >= columns) break;
      const colSpan = Math.min(cell.colspan ?? 1, columns - column);
      const rowSpan = Math.min(cell.rowspan ?? 1, rows.length - r);
      for (let y = 0; y < rowSpan; y += 1) for (let x = 0; x < colSpan; x += 1) (filled[r + y] as PdfNode[])[column + x] = { text: '' };
      (filled[r] as PdfNode[])[column] = { ...render(cell, column, r), ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
      column += colSpan;
    }
  });
  return filled.map((row) => row.map((cell) => cell ?? { text: '' }));
}

/** Les largeurs calculées tombent juste : sans ce jeu, un arrondi couperait le mot qui les a fixées. */
const EASE = 0.6;
const NOTHING: Need = { min: 0, max: 0 };

const columnCount = (table: Table): number => Math.max(1, table.widths.length, ...[...table.head, ...table.body].map((row) => row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0)));

/** Ce que demande chaque cellule ; une cellule fusionnée ne contraint personne. */
function cellNeeds(context: RenderContext, table: Table, columns: number, style: TextStyle): (CellNeed | null)[][] {
  const bold = { ...style, bold: true };
  const gather = (rows: readonly Row[], head: boolean): (CellNeed | null)[][] => {
    const found = rows.map(() => new Array<CellNeed | null>(columns).fill(null));
    grid(rows, columns, (cell, column, row) => {
      const header = head || cell.header === true || column < table.headerColumns;
      if ((cell.colspan ?? 1) === 1) (found[row] as (CellNeed | null)[])[column] = blocksNeed(cell.children, header ? bold : style, context.shared.textWidth);
      return { text: '' };
    });
    return found;
  };
  return [...gather(table.head, true), ...gather(table.body, false)];
}

interface ColumnLayout { readonly widths: readonly number[]; readonly style: TextStyle }
const known = new WeakMap<readonly Table[], ColumnLayout>();

/** Largeurs intérieures et corps du texte : les tableaux de même en-tête ont les mêmes, pour que l'œil descende tout droit. */
function columnLayout(context: RenderContext, table: Table, small: boolean): ColumnLayout {
  const { styles, tableGroups } = context.shared;
  const group = tableGroups.get(table) ?? [table];
  const before = known.get(group);
  if (before !== undefined) return before;
  const columns = columnCount(table);
  const room = context.width - columns * 2 * PAD;
  const measure = (style: TextStyle): { rows: (CellNeed | null)[][]; needs: Need[] } => {
    const rows = group.flatMap((one) => cellNeeds(context, one, columns, style));
    const needs = Array.from({ length: columns }, (_, column) => {
      const { min, max } = join(rows.map((row) => row[column] ?? NOTHING));
      return { min: min + EASE, max: max + EASE };
    });
    return { rows, needs };
  };
  const normal = measure(styles.table);
  const fits = !small && normal.needs.reduce((sum, { min }) => sum + min, 0) <= room;
  const { rows, needs } = fits ? normal : measure(styles.smallText);
  const made = { widths: fitColumns(needs, rows, table.widths, room), style: fits ? styles.table : styles.smallText };
  known.set(group, made);
  return made;
}

/** Une rangée faite d'un seul en-tête : il vaut pour les rangées qui le suivent. */
const isBand = (cell: Cell, columns: number): boolean => cell.header === true && (cell.colspan ?? 1) >= columns;

/**
 * Dans un tableau à bandeaux, la place ne dit pas où un bandeau finit : chaque cellule nomme ses en-têtes (sa colonne, son
 * bandeau, sa rangée). Vide pour les autres tableaux, où la portée suffit.
 */
function linkedTags(table: Table, columns: number): ReadonlyMap<Cell, Tag> {
  const tags = new Map<Cell, Tag>();
  if (!table.body.some((row) => row.some((cell) => isBand(cell, columns)))) return tags;
  const spans = ({ colspan = 1, rowspan = 1 }: Cell): Pick<Tag, 'colSpan' | 'rowSpan'> => ({ ...(colspan > 1 ? { colSpan: colspan } : {}), ...(rowspan > 1 ? { rowSpan: rowspan } : {}) });
  const above: Tag[][] = Array.from({ length: columns }, () => []);
  grid(table.head, columns, (cell, column) => {
    const own = tag('TH', { scope: 'Column', ...spans(cell) });
    for (let i = 0; i < (cell.colspan ?? 1); i += 1) above[column + i]?.push(own);
    tags.set(cell, own);
    return { text: '' };
  });
  let bands: readonly Tag[] = [];
  const beside: Tag[][] = table.body.map(() => []);
  grid(table.body, columns, (cell, column, row) => {
    if (isBand(cell, columns)) {
      const own = tag('TH', { scope: 'Column', ...spans(cell) });
      bands = [own];
      tags.set(cell, own);
      return { text: '' };
    }
    const header = (cell.header ?? false) !== false || column < table.headerColumns;
    const headers = [...(above[column] ?? []), ...bands, ...(beside[row] ?? [])];
    const own = tag(header ? 'TH' : 'TD', { ...(header ? { scope: 'Row' } : {}), ...spans(cell), ...(headers.length === 0 ? {} : { headers }) });
    if (header) for (let i = 0; i < (cell.rowspan ?? 1); i += 1) beside[row + i]?.push(own);
    tags.set(cell, own);
    return { text: '' };
  });
  return tags;
}

/** `small` : petit corps et rangées serrées. */
export function renderTable(context: RenderContext, table: Table, small = false): PdfNode[] {
  const { styles, theme } = context.shared;
  const columns = columnCount(table);
  const { widths, style } = columnLayout(context, table, small);
  const tagged = linkedTags(table, columns);
  const inside = (cell: Cell, header: boolean, head: boolean): PdfNode => ({
    ...(tagged.has(cell) ? { tag: tagged.get(cell) as Tag } : head ? { scope: 'Column' as const } : header || cell.header === 'discret' ? { scope: 'Row' as const } : {}),
    stack: cellBlocks({ ...context, tone: header || cell.mark === true ? { ...style, bold: true, color: theme.colors.ink } : style, compact: true, width: context.width / columns }, cell.children),
    alignment: cell.align ?? 'left',
    ...style,
    ...(header ? { bold: true, color: theme.colors.ink } : {}),
    ...(head || isBand(cell, columns) ? { fillColor: theme.colors.tint } : {}),
    ...(cell.mark === true ? { bold: true, color: theme.colors.ink, fillColor: theme.colors.band } : {}),
  });
  const body = [
    ...grid(table.head, columns, (cell) => inside(cell, true, true)),
    ...grid(table.body, columns, (cell, column) => inside(cell, cell.header === true || column < table.headerColumns, false)),
  ];
  if (body.length === 0) return [];
  const node: PdfNode = {
    table: { widths: [...widths], headerRows: Math.min(table.head.length, body.length - 1), body },
    layout: tableLayout({ rule: theme.colors.rule, pad: [PAD, small ? 1.5 : 3.5], horizontal: (row, rows) => (row === 0 || row === rows ? 0.9 : 0.5) }),
    margin: [0, 3, 0, context.compact ? 4 : 12],
  };
  if (table.caption === null) return [node];
  const whole = tag('Table');
  return [line(context, table.caption, { ...styles.table, bold: true, color: theme.colors.ink }, { within: [whole], tag: tag('Caption'), margin: [0, 6, 0, 3], keepWithNext: true }), { ...node, tag: whole }];
}

export function renderKeyValues(context: RenderContext, { entries }: KeyValues): PdfNode[] {
  const { styles, theme } = context.shared;
  if (entries.length === 0) return [];
  const key = { ...styles.table, bold: true, color: theme.colors.muted };
  const first = Math.min(130, context.width * 0.32);
  return [{
    table: {
      widths: [first, '*'],
      body: entries.map((entry) => [line(context, entry.key, key, { scope: 'Row' }), { stack: cellBlocks({ ...context, tone: styles.table, compact: true, width: context.width - first - 2 * PAD }, entry.value), ...styles.table }]),
    },
    layout: tableLayout({ rule: theme.colors.rule, pad: [PAD, 3], flush: true, horizontal: () => 0.5 }),
    margin: [0, 3, 0, context.compact ? 4 : 12],
  }];
}
