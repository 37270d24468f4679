/** Hauteur exacte d'un nœud mesuré, pour une largeur donnée, sans le mettre en page. */
import { columnCalculator } from './internals.ts';
import { breakWords, lineHeight } from './lines.ts';
import type { LaidNode } from './types.ts';

const margin = (node: LaidNode, side: number): number => node._margin?.[side] ?? 0;
const inner = (node: LaidNode, width: number): number => width - margin(node, 0) - margin(node, 2);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);

export function textHeights(node: LaidNode, width: number): number[] {
  return breakWords(node._inlines ?? [], width, node.hanging).map(lineHeight);
}

function columnWidths(node: LaidNode, width: number): number[] {
  const columns = node.columns ?? [];
  columnCalculator.buildColumnWidths(columns, width - (columns.length - 1) * (node._gap ?? 0));
  return columns.map((column) => column._calcWidth ?? 0);
}

/** Hauteur d'une rangée, filet du dessous compris. */
export function rowHeight(node: LaidNode, row: number, width: number): number {
  const table = node.table as NonNullable<LaidNode['table']>;
  const layout = node._layout as NonNullable<LaidNode['_layout']>;
  const offsets = node._offsets as NonNullable<LaidNode['_offsets']>;
  columnCalculator.buildColumnWidths(table.widths, width - offsets.total, offsets.total, node);
  const cells = table.body[row] ?? [];
  let content = 0;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] as LaidNode;
    if (cell._span || (cell.rowSpan ?? 1) > 1) continue;
    let cellWidth = table.widths[column]?._calcWidth ?? 0;
    for (let i = 1; i < (cell.colSpan ?? 1); i += 1) cellWidth += (table.widths[column + i]?._calcWidth ?? 0) + (offsets.offsets[column + i] ?? 0);
    content = Math.max(content, heightOf(cell, cellWidth));
  }
  const fixed = table.heights?.(row);
  if (typeof fixed === 'number') content = Math.max(content, fixed);
  const asNode = node as never;
  return content + layout.paddingTop(row, asNode) + layout.paddingBottom(row, asNode) + layout.hLineWidth(row + 1, asNode);
}

/** Hauteur d'un nœud, marges comprises. */
export function heightOf(node: LaidNode, outer: number): number {
  if (node._span || node.absolutePosition !== undefined) return 0;
  const width = inner(node, outer);
  return margin(node, 1) + margin(node, 3) + contentHeight(node, width);
}

function contentHeight(node: LaidNode, width: number): number {
  if (node.stack) return sum(node.stack.map((child) => heightOf(child, width)));
  if (node.columns) {
    const widths = columnWidths(node, width);
    return most(node.columns.map((column, i) => heightOf(column, widths[i] ?? 0)));
  }
  const items = node.ul ?? node.ol;
  if (items) return sum(items.map((item) => heightOf(item, width - (node._gapSize?.width ?? 0))));
  if (node.table) return (node._layout?.hLineWidth(0, node as never) ?? 0) + sum(node.table.body.map((_, row) => rowHeight(node, row, width)));
  if (node.text !== undefined) return sum(textHeights(node, width));
  return node._height ?? node._minHeight ?? 0;
}

/** Rangées que des cellules fusionnées lient à celle-ci : la première rangée libre après elles. */
export function rowGroupEnd(node: LaidNode, row: number): number {
  const body = node.table?.body ?? [];
  let end = row + 1;
  for (let i = row; i < end && i < body.length; i += 1) {
    for (const cell of body[i] ?? []) end = Math.max(end, i + (cell._span ? 1 : (cell.rowSpan ?? 1)));
  }
  return Math.min(end, body.length);
}

export function groupHeight(node: LaidNode, from: number, to: number, width: number): number {
  let height = 0;
  for (let row = from; row < to; row += 1) height += rowHeight(node, row, width);
  return height;
}

/** Part d'une page que deux rangées gardées ensemble ne dépassent pas : au-delà, le blanc qu'elles laissent gêne plus qu'une rangée seule. */
const TOGETHER = 1 / 3;

/** Fin des rangées à garder sur une même page : ni la première ni la dernière d'un tableau ne restent seules, si leurs voisines sont courtes. */
export function rowsTogether(node: LaidNode, row: number, width: number, page: number): number {
  const rows = node.table?.body.length ?? 0;
  let end = rowGroupEnd(node, row);
  const join = (): void => {
    const next = end < rows ? rowGroupEnd(node, end) : end;
    if (groupHeight(node, row, next, width) <= page * TOGETHER) end = next;
  };
  if (row <= (node.table?.headerRows ?? 0)) join();
  if (end < rows && rowGroupEnd(node, end) === rows) join();
  return end;
}

/** Hauteur du plus petit début qui doit rester avec un titre. */
export function firstChunk(node: LaidNode, outer: number, page: number): number {
  if (node.keepTogether) {
    const whole = heightOf(node, outer);
    if (whole <= page) return whole;
  }
  const width = inner(node, outer);
  const top = margin(node, 1);
  if (node.stack) return top + chainHeight(node.stack, 0, width, page);
  const items = node.ul ?? node.ol;
  if (items) return top + chainHeight(items, 0, width - (node._gapSize?.width ?? 0), page);
  if (node.table) {
    const header = node.table.headerRows ?? 0;
    const end = rowsTogether(node, header, width, page);
    return top + Math.min(groupHeight(node, 0, end, width), page);
  }
  if (node.text !== undefined) {
    const lines = textHeights(node, width);
    return top + sum(lines.length <= 3 ? lines : lines.slice(0, 2));
  }
  return heightOf(node, outer);
}

/** Un titre, les titres qui le suivent, et le début de ce qui vient après. */
export function chainHeight(nodes: readonly LaidNode[], from: number, width: number, page: number): number {
  let height = 0;
  let index = from;
  while (nodes[index]?.keepWithNext && index - from < 6) {
    height += heightOf(nodes[index] as LaidNode, width);
    index += 1;
  }
  const next = nodes[index];
  return next === undefined ? height : height + firstChunk(next, width, page);
}
