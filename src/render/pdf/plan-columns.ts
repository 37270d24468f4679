/** Colonnes du plan d'actions : seules celles qui ont quelque chose à dire. */
import type { PlanActions, PlanRow } from '../../document/arbre.ts';
import { line, plain, type RenderContext } from './context.ts';
import type { PdfNode, Run } from './definition.ts';

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
  readonly head: () => PdfNode[];
  /** Cellules d'une rangée, sans celle de l'objectif. */
  readonly cells: (row: PlanRow, anchor?: boolean) => PdfNode[];
}

interface Column { readonly title: string; readonly share?: number; /** Largeur totale. */ readonly width?: number; readonly year?: boolean; readonly span?: number; readonly cell: (row: PlanRow, anchor: boolean) => PdfNode }

function years(rows: readonly PlanRow[]): number[] {
  const all = rows.flatMap((row) => row.echeances);
  if (all.length === 0) return [];
  const first = Math.min(...all);
  const last = Math.max(...all);
  return last - first < MOST_YEARS ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
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
  const thematique = (row: PlanRow): PdfNode => ({
    stack: row.thematiques.map((name): PdfNode => ({ text: [...plain(context, '\u25A0\u00A0', styles.smallText).map((run) => ({ ...run, color: shared.thematique(name) })), ...plain(context, name, styles.smallText)], ...styles.smallText, hanging: 9 })),
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
  // La fiche tient sur une ligne : « Fiche-action 12 » se couperait à son trait d'union.
  const ficheWidth = Math.min(84, Math.max(...rows.map((row) => row.fiche?.label.length ?? 0)) * 4.3 + 2 * PAD);
  const columns: Column[] = [
    ...(distinct.size > 1 ? [{ title: 'Thématique', share: 0.85, cell: thematique }] : []),
    { title: plan.actionLabel, share: 2.3, cell: action },
    ...(some((row) => row.pilotes) ? [{ title: 'Pilotes', share: 1, cell: (row: PlanRow) => lines(row.pilotes) }] : []),
    ...(some((row) => row.partenaires) ? [{ title: 'Partenaires', share: 1.1, cell: (row: PlanRow) => lines(row.partenaires) }] : []),
    ...strip.map((year, i): Column => ({
      title: i === 0 ? 'Échéance' : '', span: i === 0 ? strip.length : 0, width: YEAR, year: true,
      cell: (row) => (row.echeances.includes(year) ? line(context, String(year), { ...styles.smallText, bold: true, color: theme.colors.ink }, { fillColor: theme.colors.band, alignment: 'center', margin: [0, 1, 0, 0] }) : { text: '' }),
    })),
    ...(strip.length === 0 && some((row) => row.echeances) ? [{ title: 'Échéance', share: 0.6, cell: (row: PlanRow) => line(context, row.echeances.join(', '), styles.smallText) }] : []),
    ...(some((row) => row.indicateurs) ? [{ title: 'Indicateurs', share: 1.2, cell: (row: PlanRow) => lines(row.indicateurs) }] : []),
    ...(some((row) => row.avancement) ? [{ title: 'Avancement', share: 0.7, cell: (row: PlanRow) => line(context, row.avancement ?? '', styles.smallText) }] : []),
    ...(rows.some((row) => row.fiche !== null) ? [{ title: 'Fiche', width: ficheWidth, cell: fiche }] : []),
  ];

  const mergedWidth = merged === null ? 0 : context.width * 0.15;
  const strips = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const shares = columns.reduce((sum, column) => sum + (column.share ?? 0), 0);
  const unit = (context.width - mergedWidth - strips) / shares;
  const style = { ...styles.smallText, bold: true, color: theme.colors.ink };
  const firstYear = (merged === null ? 0 : 1) + columns.findIndex((column) => column.year);
  return {
    years: strip.length === 0 ? [0, 0] : [firstYear, firstYear + strip.length],
    widths: [...(merged === null ? [] : [mergedWidth - 2 * PAD]), ...columns.map((column) => (column.width ?? (column.share ?? 0) * unit) - 2 * (column.year ? YEAR_PAD : PAD))],
    head: () => [...(merged === null ? [] : [{ title: merged } as Column]), ...columns].map((column) => ({ ...line(context, column.title, style), fillColor: theme.colors.tint, ...((column.span ?? 1) > 1 ? { colSpan: column.span ?? 1, alignment: 'center' as const } : {}) })),
    cells: (row, anchor = false) => columns.map((column) => column.cell(row, anchor)),
  };
}
