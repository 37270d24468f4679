/** Colonnes du plan d'actions : seules celles qui ont quelque chose à dire. */
import type { PlanActions, PlanRow } from '../../document/arbre.ts';
import { type CellNeed, fitColumns, join, type Need, textNeed } from './column-widths.ts';
import { line, plain, type RenderContext } from './context.ts';
import type { PdfNode, Run, TextStyle } from './definition.ts';
import { type Tag, tag } from './tags/tag.ts';

/** Espace intérieur d'une cellule du plan. */
export const PAD = 4;
/** Largeur d'une case d'année, espaces compris. */
const YEAR = 23;
export const YEAR_PAD = 1.5;
/** Au-delà, une frise n'a plus la place de ses années. */
const MOST_YEARS = 8;

export interface PlanColumns {
  /** Largeur intérieure de chaque colonne. */
  readonly widths: readonly number[];
  /** Colonnes d'années, de la première à la dernière exclue. */
  readonly years: readonly [number, number];
  /** Rangée d'en-tête ; redite en haut d'une page, elle n'est plus qu'un décor. */
  readonly head: (repeated?: boolean) => PdfNode[];
  /** En-tête de la première colonne. */
  readonly first: Tag;
  /** Cellules d'une rangée, sans celle de l'objectif ; `above` : les en-têtes de l'axe et de l'objectif. */
  readonly cells: (row: PlanRow, above?: readonly Tag[], anchor?: boolean) => PdfNode[];
}

interface Column {
  readonly title: string;
  /** Part de la largeur, ou largeur totale. */
  readonly share?: number;
  readonly width?: number;
  readonly year?: boolean;
  /** Colonne qui nomme la rangée. */
  readonly action?: boolean;
  readonly span?: number;
  /** Textes d'une rangée, leur style s'il n'est pas le petit, et ce qui les précède sur chaque ligne. */
  readonly texts?: (row: PlanRow) => readonly string[];
  readonly look?: TextStyle;
  readonly extra?: number;
  readonly cell: (row: PlanRow, anchor: boolean) => PdfNode;
}

function years(rows: readonly PlanRow[]): number[] {
  const all = rows.flatMap((row) => row.echeances);
  if (all.length === 0) return [];
  const first = Math.min(...all);
  const last = Math.max(...all);
  return last - first < MOST_YEARS ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
}

/** L'objectif fusionné d'une rangée, tel qu'il s'écrit. */
function objectives(plan: PlanActions, row: PlanRow): string[] {
  const node = row.path[plan.levels.length - 1];
  return node ? [`${node.number}\u00A0\u00A0${node.title}`] : [];
}

export function planColumns(context: RenderContext, plan: PlanActions, merged: string | null): PlanColumns {
  const { shared } = context;
  const { styles, theme, anchors } = shared;
  const { rows } = plan;
  const some = (get: (row: PlanRow) => readonly unknown[] | string | null): boolean => rows.some((row) => (get(row)?.length ?? 0) > 0);
  const lines = (values: readonly string[]): PdfNode => ({ stack: values.map((value) => line(context, value, styles.smallText, values.length > 1 ? { hanging: 6 } : {})), ...styles.smallText, margin: [0, 1, 0, 0] });

  const action = (row: PlanRow, anchor: boolean): PdfNode => {
    const mark = anchors.get(row.anchor);
    const meta = [row.offre, row.priorite, row.territoires.join(', ')].filter((one): one is string => one !== null && one !== '');
    const text: Run[] = [...plain(context, `${row.number}\u00A0\u00A0`, { ...styles.table, bold: true }).map((run) => ({ ...run, bold: true, color: theme.colors.ink })), ...plain(context, row.title, styles.table)];
    return { stack: [{ text, ...styles.table, ...(anchor && mark !== undefined ? { mark } : {}) }, ...(meta.length === 0 ? [] : [line(context, meta.join(' \u00B7 '), styles.small)])] };
  };
  const marker = shared.textWidth('\u25A0\u00A0', styles.smallText);
  const thematique = (row: PlanRow): PdfNode => ({
    stack: row.thematiques.map((name): PdfNode => ({ text: [...plain(context, '\u25A0\u00A0', styles.smallText).map((run) => ({ ...run, color: shared.thematique(name) })), ...plain(context, name, styles.smallText)], ...styles.smallText, hanging: marker })),
    ...styles.smallText,
    margin: [0, 1, 0, 0],
  });
  const fiche = (row: PlanRow): PdfNode => {
    if (row.fiche === null) return { text: '' };
    const target = anchors.get(row.fiche.anchor);
    const runs = plain(context, row.fiche.label, styles.smallText).map((run) => (target === undefined ? run : { ...run, linkToDestination: target, color: theme.colors.ink }));
    return { text: runs, ...styles.smallText, margin: [0, 1, 0, 0] };
  };

  const strip = years(rows);
  const distinct = new Set(rows.flatMap((row) => row.thematiques));
  const strong = { ...styles.smallText, bold: true };
  const need = (text: string, style: TextStyle, extra = 0): Need => {
    const { min, max } = textNeed([{ text, style }], shared.textWidth);
    return { min: min + extra + 1, max: max + extra + 1 };
  };
  const ficheWidth = Math.max(...rows.map((row) => shared.textWidth(row.fiche?.label ?? '', styles.smallText))) + 2 * PAD + 1;
  const columns: Column[] = [
    ...(distinct.size > 1 ? [{ title: 'Thématique', share: 0.85, extra: marker, texts: (row: PlanRow) => row.thematiques.map((name) => `\u25A0\u00A0${name}`), cell: thematique }] : []),
    { title: plan.actionLabel, action: true, look: styles.table, share: 2.3, texts: (row) => [`${row.number}\u00A0\u00A0${row.title}`], cell: action },
    ...(some((row) => row.pilotes) ? [{ title: 'Pilotes', share: 1, extra: 6, texts: (row: PlanRow) => row.pilotes, cell: (row: PlanRow) => lines(row.pilotes) }] : []),
    ...(some((row) => row.partenaires) ? [{ title: 'Partenaires', share: 1.1, extra: 6, texts: (row: PlanRow) => row.partenaires, cell: (row: PlanRow) => lines(row.partenaires) }] : []),
    ...strip.map((year, i): Column => ({
      title: i === 0 ? 'Échéance' : '', span: i === 0 ? strip.length : 0, width: YEAR, year: true,
      cell: (row) => (row.echeances.includes(year) ? line(context, String(year), { ...styles.smallText, bold: true, color: theme.colors.ink }, { fillColor: theme.colors.band, alignment: 'center', margin: [0, 1, 0, 0] }) : { text: '' }),
    })),
    ...(strip.length === 0 && some((row) => row.echeances) ? [{ title: 'Échéance', share: 0.6, texts: (row: PlanRow) => [row.echeances.join(', ')], cell: (row: PlanRow) => line(context, row.echeances.join(', '), styles.smallText) }] : []),
    ...(some((row) => row.indicateurs) ? [{ title: 'Indicateurs', share: 1.2, extra: 6, texts: (row: PlanRow) => row.indicateurs, cell: (row: PlanRow) => lines(row.indicateurs) }] : []),
    ...(some((row) => row.avancement) ? [{ title: 'Avancement', share: 0.7, texts: (row: PlanRow) => [row.avancement ?? ''], cell: (row: PlanRow) => line(context, row.avancement ?? '', styles.smallText) }] : []),
    ...(rows.some((row) => row.fiche !== null) ? [{ title: 'Fiche', width: ficheWidth, cell: fiche }] : []),
  ];

  const all: Column[] = [
    ...(merged === null ? [] : [{ title: merged, share: 1.35, look: { ...styles.table, bold: true }, texts: (row: PlanRow) => objectives(plan, row), cell: () => ({ text: '' }) }]),
    ...columns,
  ];
  const flexible = all.filter((column) => column.share !== undefined);
  const fixed = all.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const sizes = new Map<string, number>();
  const objective = (row: PlanRow): string => row.path[plan.levels.length - 1]?.id ?? '';
  for (const row of rows) sizes.set(objective(row), (sizes.get(objective(row)) ?? 0) + 1);
  const cellsOf = (row: PlanRow | null): CellNeed[] => flexible.map((column, i) => {
    const needs = row === null ? [need(column.title, strong)] : (column.texts?.(row) ?? []).map((text) => need(text, column.look ?? styles.smallText, column.extra));
    // L'objectif court au fil de ses rangées : chacune en porte une part.
    const over = row !== null && merged !== null && i === 0 ? (sizes.get(objective(row)) ?? 1) : 1;
    return { ...join(needs), paragraphs: needs.map(({ max }) => max / over) };
  });
  const wanted = [null, ...rows].map(cellsOf);
  const inner = fitColumns(
    flexible.map((_, i) => join(wanted.map((row) => row[i] as CellNeed))),
    wanted,
    flexible.map((column) => column.share as number),
    context.width - fixed - flexible.length * 2 * PAD,
  );
  const style = { ...styles.smallText, bold: true, color: theme.colors.ink };
  // Les cases d'années n'ont qu'un en-tête : une seule cellule les dit toutes.
  const dates = tag('TH', { scope: 'Column', ...(strip.length > 1 ? { colSpan: strip.length } : {}) });
  const heads = all.map((column) => (column.year ? dates : tag('TH', { scope: 'Column' })));
  const tagged = (cells: readonly PdfNode[], above: readonly Tag[]): PdfNode[] => {
    const action = tag('TH', { scope: 'Row', headers: above });
    const years = tag('TD', { headers: [dates, ...above, action], ...(strip.length > 1 ? { colSpan: strip.length } : {}) });
    const own = heads.slice(heads.length - cells.length);
    return cells.map((cell, i) => {
      const column = columns[i] as Column;
      if (column.year) return { ...cell, tag: years };
      return { ...cell, tag: column.action ? action : tag('TD', { headers: [own[i] as Tag, ...above, action] }) };
    });
  };
  const firstYear = (merged === null ? 0 : 1) + columns.findIndex((column) => column.year);
  return {
    years: strip.length === 0 ? [0, 0] : [firstYear, firstYear + strip.length],
    widths: all.map((column) => (column.width === undefined ? inner[flexible.indexOf(column)] as number : column.width - 2 * (column.year ? YEAR_PAD : PAD))),
    first: heads[0] as Tag,
    head: (repeated = false) => all.map((column, i) => ({ ...line(context, column.title, style), tag: repeated ? 'artifact' as const : heads[i] as Tag, fillColor: theme.colors.tint, ...((column.span ?? 1) > 1 ? { colSpan: column.span ?? 1, alignment: 'center' as const } : {}) })),
    cells: (row, above = [], anchor = false) => tagged(columns.map((column) => column.cell(row, anchor)), above),
  };
}
