/**
 * Plan d'actions, en paysage. Il est composé page par page d'après la hauteur mesurée de chaque rangée : l'objectif est fusionné
 * au fil de ses rangées, et l'axe comme l'objectif sont rappelés, « (suite) », en haut de la page suivante.
 */
import type { PlanActions, PlanRow } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import type { PdfNode } from './definition.ts';
import { tableLayout } from './layouts.ts';
import { PAD, planColumns, type PlanColumns, YEAR_PAD } from './plan-columns.ts';
import { balance, type PlanPage } from './plan-pages.ts';
import { mm, planPage } from './styles.ts';
import { type Tag, tag } from './tags/tag.ts';

const SUITE = '\u00A0(suite)';

interface Node { readonly id: string; readonly number: string; readonly title: string }

function label(node: Node, levels: readonly string[], level: number, suite: boolean): string {
  const name = level === 0 ? `${levels[0] ?? ''}\u00A0${node.number} \u2013 ${node.title}` : `${node.number}\u00A0\u00A0${node.title}`;
  return suite ? `${name}${SUITE}` : name;
}

function band(context: RenderContext, text: string, level: number, columns: number): PdfNode[] {
  const { styles, theme } = context.shared;
  const look = level === 0
    ? { ...styles.sans, bold: true, color: '#FFFFFF', fillColor: theme.colors.ink }
    : { ...styles.table, bold: true, color: theme.colors.ink, fillColor: theme.colors.band };
  return [{ ...line(context, text, look), fillColor: look.fillColor, colSpan: columns, margin: [2, 0, 0, 0] }, ...Array.from({ length: columns - 1 }, (): PdfNode => ({ text: '' }))];
}

function objective(context: RenderContext, text: string): PdfNode {
  const { styles, theme } = context.shared;
  return line(context, text, { ...styles.table, bold: true, color: theme.colors.ink });
}

export function renderPlan(given: RenderContext, plan: PlanActions): PdfNode[] {
  if (plan.rows.length === 0) return [];
  const { theme } = given.shared;
  // Le plan a ses propres pages : sa largeur ne dépend pas de ce qui l'entoure.
  const context: RenderContext = { ...given, width: planPage(theme).width - mm(theme.margins.landscape.left + theme.margins.landscape.right) };
  const merged = plan.levels.length >= 2 ? plan.levels.length - 1 : null;
  const bands = merged ?? plan.levels.length;
  const columns = planColumns(context, plan, merged === null ? null : (plan.levels[merged] ?? ''));
  const count = columns.widths.length;
  const pad = (column: number): number => (column >= columns.years[0] && column < columns.years[1] ? YEAR_PAD : PAD);
  const layout = { ...tableLayout({ rule: theme.colors.rule, pad: [PAD, 3], horizontal: () => 0.5 }), paddingLeft: pad, paddingRight: pad };
  const at = (row: PlanRow, level: number): Node | null => row.path[level] ?? null;

  const bandTexts = plan.rows.flatMap((row) => Array.from({ length: bands }, (_, level) => {
    const node = at(row, level);
    return node === null ? null : { key: `${level}:${node.id}`, level, text: label(node, plan.levels, level, true) };
  })).filter((one) => one !== null);
  const uniqueBands = [...new Map(bandTexts.map((one) => [one.key, one])).values()];
  const body = (rows: PdfNode[][]): PdfNode => ({ table: { widths: [...columns.widths], headerRows: 1, body: rows }, layout });
  const heights = context.shared.measureRows(body([columns.head(), ...uniqueBands.map((one) => band(context, one.text, one.level, count)), ...plan.rows.map((row) => [...(merged === null ? [] : [{ text: '' }]), ...columns.cells(row)])]), context.width);
  const objectives = merged === null ? [] : context.shared.measure(plan.rows.map((row) => {
    const node = at(row, merged);
    return node === null ? { text: '' } : objective(context, label(node, plan.levels, merged, true));
  }), columns.widths[0] as number);

  const room = planPage(theme).height - mm(theme.margins.landscape.top + theme.margins.landscape.bottom) - 2;
  const pages = balance({
    rows: plan.rows.map((row, i) => ({
      bands: Array.from({ length: bands }, (_, level) => at(row, level)?.id ?? null),
      group: row.path.map((node) => node?.id ?? '').join('/'),
      height: heights[1 + uniqueBands.length + i] as number,
      groupHeight: merged === null ? 0 : (objectives[i] as number) + 2 * 3 + 0.5,
    })),
    bandHeight: (level, id) => heights[1 + uniqueBands.findIndex((one) => one.key === `${level}:${id}`)] ?? 0,
    head: (heights[0] as number) + 0.5,
    room,
    firstRoom: room - context.lead,
  });
  const whole = tag('Table');
  const rows = rowsOf(context, plan, pages, columns, merged);
  const tables = pages.map((_, index): PdfNode => ({
    ...body(rows[index] as PdfNode[][]),
    tag: whole,
    ...(index === 0 ? {} : { pageBreak: 'before' as const }),
  }));
  return [{ ownPages: 'landscape', stack: tables }];
}

/** Nombre de rangées d'un objectif, toutes pages confondues : dans l'arbre de structure, sa cellule n'est pas coupée. */
function extents(plan: PlanActions, pages: readonly PlanPage[]): Map<number, number> {
  const counts = new Map<number, number>();
  const path = (row: number): string => (plan.rows[row] as PlanRow).path.map((node) => node?.id ?? '').join('/');
  let head = -1;
  for (const entry of pages.flatMap(({ entries }) => entries)) {
    if (entry.kind === 'band') continue;
    if (head === -1 || path(head) !== path(entry.row)) head = entry.row;
    counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return counts;
}

/** Les rangées de chaque page. Ce qui n'y est que redit est un décor : le plan est un seul tableau. */
function rowsOf(context: RenderContext, plan: PlanActions, pages: readonly PlanPage[], columns: PlanColumns, merged: number | null): PdfNode[][][] {
  const counts = extents(plan, pages);
  const count = columns.widths.length;
  let bands: Tag[] = [];
  let current: Tag | null = null;
  return pages.map((page, index) => {
    const rows: PdfNode[][] = [columns.head(index > 0)];
    for (const entry of page.entries) {
      const row = plan.rows[entry.row] as PlanRow;
      if (entry.kind === 'band') {
        const node = row.path[entry.level];
        if (!node) continue;
        const [first, ...others] = band(context, label(node, plan.levels, entry.level, entry.suite), entry.level, count);
        const own = tag('TH', { scope: 'Column', colSpan: count });
        if (!entry.suite) bands = [...bands.slice(0, entry.level), own];
        rows.push([{ ...first, tag: entry.suite ? 'artifact' : own }, ...others]);
        continue;
      }
      rows.push([...(merged === null ? [] : [objectiveCell(entry, row)]), ...columns.cells(row, [...bands, ...(current === null ? [] : [current])], true)]);
    }
    return rows;
  });

  function objectiveCell(entry: Extract<PlanPage['entries'][number], { kind: 'row' }>, row: PlanRow): PdfNode {
    if (entry.span === 0) return { text: '' };
    const node = row.path[merged as number] ?? null;
    const fused = entry.span > 1 ? { rowSpan: entry.span } : {};
    if (entry.suite) return { ...(node === null ? { text: '' } : objective(context, label(node, plan.levels, merged as number, true))), ...fused, tag: 'artifact' };
    const extent = counts.get(entry.row) ?? 1;
    const spans = extent > 1 ? { rowSpan: extent } : {};
    current = node === null ? null : tag('TH', { scope: 'Row', headers: [columns.first, ...bands], ...spans });
    return { ...(node === null ? { text: '' } : objective(context, label(node, plan.levels, merged as number, false))), ...fused, tag: current ?? tag('TD', spans) };
  }
}
