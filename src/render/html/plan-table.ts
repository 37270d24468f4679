import type { PlanActions, PlanRow } from '../../document/arbre.ts';
import type { Anchors } from './context.ts';
import { escape } from './escape.ts';
import { colgroup, frame } from './table.ts';

/** Au-delà, une colonne par année ne tient plus : les échéances s'écrivent dans une seule. */
const ANNEES_MAX = 8;

interface Column {
  readonly label: string;
  readonly values: (row: PlanRow) => readonly string[];
}

const optional = (value: string | null): readonly string[] => (value === null ? [] : [value]);

/** Colonnes de part et d'autre du calendrier ; celles qu'aucune ligne ne remplit ne s'impriment pas. */
const PILOTES: Column = { label: 'Pilotes', values: (row) => row.pilotes };
const PARTENAIRES: Column = { label: 'Partenaires', values: (row) => row.partenaires };
const INDICATEURS: Column = { label: 'Indicateurs', values: (row) => row.indicateurs };
const DETAILS: readonly Column[] = [
  { label: 'Thématiques', values: (row) => row.thematiques },
  { label: 'Offre', values: (row) => optional(row.offre) },
  { label: 'Avancement', values: (row) => optional(row.avancement) },
  { label: 'Priorité', values: (row) => optional(row.priorite) },
  { label: 'Secteurs', values: (row) => row.territoires },
];

export interface PlanTableOptions {
  readonly years: readonly number[];
  readonly anchors: Anchors;
  /**
   * `page` : tout en colonnes, pour un écran ou un tableur. `convention` : les colonnes d'une page imprimée, le reste en
   * petit sous le titre de l'action, avec un lien vers sa fiche.
   */
  readonly layout: 'page' | 'convention';
}

interface Layout {
  readonly before: readonly Column[];
  readonly after: readonly Column[];
  /** Années en colonnes ; vide si le calendrier n'en fait qu'une. */
  readonly strip: readonly number[];
  /** Nombre de colonnes du calendrier : zéro si aucune action n'a d'échéance. */
  readonly dated: number;
  readonly fiches: boolean;
  readonly width: number;
}

/** Tableau du plan : une bande par nœud de l'arborescence, une ligne par action, une case par année. */
export function planTable(node: PlanActions, options: PlanTableOptions): string {
  const layout = layoutOf(node, options);
  const body: string[] = [];
  let previous: PlanRow | undefined;
  for (const row of node.rows) {
    const bands = newBands(node.levels, previous, row);
    if (previous === undefined) body.push('<tbody>\n');
    else if (bands.length > 0) body.push('</tbody>\n<tbody>\n');
    for (const { depth, label } of bands) {
      body.push(`<tr class="bande"><th class="bande-${Math.min(depth, 2)}" scope="rowgroup" colspan="${layout.width}"><span class="tenu">${escape(label)}</span></th></tr>\n`);
    }
    body.push(line(row, layout, options));
    previous = row;
  }
  if (previous !== undefined) body.push('</tbody>\n');
  return frame('Plan d’actions', `<table class="plan">\n<caption>Plan d’actions</caption>\n${columns(layout)}${head(node, layout)}${body.join('')}</table>\n`);
}

function layoutOf(node: PlanActions, { years, layout }: PlanTableOptions): Layout {
  const used = (columns: readonly Column[]): readonly Column[] => columns.filter((column) => node.rows.some((row) => column.values(row).length > 0));
  const full = layout === 'page';
  const before = used(full ? [PILOTES, PARTENAIRES] : [PILOTES]);
  const after = used(full ? [INDICATEURS, ...DETAILS] : [INDICATEURS]);
  const strip = years.length <= ANNEES_MAX ? years : [];
  const dated = node.rows.some((row) => row.echeances.length > 0) ? Math.max(1, strip.length) : 0;
  const fiches = full && node.rows.some((row) => row.fiche !== null);
  return { before, after, strip: dated === 0 ? [] : strip, dated, fiches, width: 1 + before.length + dated + after.length + (fiches ? 1 : 0) };
}

/** L'action est ce qu'on lit : deux parts. Une année ne porte que quatre chiffres. */
const PART_ACTION = 2;
const PART_ANNEE = 0.35;

function columns({ before, strip, dated, width }: Layout): string {
  const parts = (count: number): number[] => Array.from({ length: count }, () => 1);
  const calendar = strip.length > 0 ? strip.map(() => PART_ANNEE) : parts(dated);
  return colgroup([PART_ACTION, ...parts(before.length), ...calendar, ...parts(width - 1 - before.length - dated)]);
}

function head(node: PlanActions, { before, after, strip, dated, fiches }: Layout): string {
  const th = (label: string): string => `<th class="t" scope="col"${strip.length > 0 ? ' rowspan="2"' : ''}>${escape(label)}</th>`;
  const labels = (columns: readonly Column[]): string => columns.map((column) => th(column.label)).join('');
  const dates = dated === 0 ? '' : strip.length > 0 ? `<th class="t" scope="colgroup" colspan="${strip.length}">Échéance</th>` : th('Échéance');
  const years = strip.length === 0 ? '' : `<tr>${strip.map((year) => `<th class="annee" scope="col">${year}</th>`).join('')}</tr>\n`;
  return `<thead>\n<tr>${th(node.actionLabel)}${labels(before)}${dates}${labels(after)}${fiches ? th('Fiche') : ''}</tr>\n${years}</thead>\n`;
}

function line(row: PlanRow, layout: Layout, options: PlanTableOptions): string {
  const cells = (columns: readonly Column[]): string => columns.map((column) => cell(column.values(row))).join('');
  const dates =
    layout.dated === 0 ? '' : layout.strip.length > 0 ? layout.strip.map((year) => dueCell(row, year)).join('') : `<td class="c">${row.echeances.join(', ')}</td>`;
  const fiche = layout.fiches ? `<td class="c">${escape(row.fiche?.label ?? '')}</td>` : '';
  const title = `<span class="num">${escape(row.number)}</span> ${escape(row.title)}`;
  const details = options.layout === 'convention' ? secondary(row) : '';
  return `<tr class="insecable"><th class="action" scope="row"${options.anchors.attribute(row.anchor)}>${details === '' ? title : `<p class="ligne">${title}</p>${details}`}</th>${cells(layout.before)}${dates}${cells(layout.after)}${fiche}</tr>\n`;
}

/** Ce qui n'a pas de colonne dans la convention. */
function secondary(row: PlanRow): string {
  const parts = [PARTENAIRES, ...DETAILS].flatMap((column) => {
    const values = column.values(row);
    return values.length === 0 ? [] : [escape(`${column.label}\u00A0: ${values.join(', ')}`)];
  });
  if (row.fiche !== null) parts.push(`<a href="#${escape(row.fiche.anchor)}">${escape(row.fiche.label)}</a>`);
  return parts.length === 0 ? '' : `<p class="secondaire">${parts.join(' · ')}</p>`;
}

/** Bandes à ouvrir avant une ligne : les nœuds qui changent, et tout ce qui est au-dessous d'eux. */
function newBands(levels: readonly string[], previous: PlanRow | undefined, row: PlanRow): readonly { depth: number; label: string }[] {
  const bands: { depth: number; label: string }[] = [];
  let changed = previous === undefined;
  for (const [depth, level] of levels.entries()) {
    const node = row.path[depth] ?? null;
    changed ||= node?.id !== (previous?.path[depth] ?? null)?.id;
    if (changed && node !== null) bands.push({ depth, label: `${level} ${node.number} – ${node.title}` });
  }
  return bands;
}

function cell(values: readonly string[]): string {
  if (values.length < 2) return `<td class="c">${escape(values[0] ?? '')}</td>`;
  return `<td class="c">${values.map((value) => `<p class="ligne">${escape(value)}</p>`).join('')}</td>`;
}

/** L'année s'écrit dans la case : elle se lit en noir et blanc, et s'entend au lecteur d'écran. */
function dueCell(row: PlanRow, year: number): string {
  return row.echeances.includes(year) ? `<td class="prevu">${year}</td>` : '<td class="an"></td>';
}

/** Années du calendrier : celles de la période, élargies aux échéances qui en sortent. */
export function calendarYears(period: string, plan: PlanActions | undefined): readonly number[] {
  const bounds = [...period.matchAll(/\b\d{4}\b/g)].map((match) => Number(match[0]));
  const all = [...bounds, ...(plan?.rows.flatMap((row) => row.echeances) ?? [])];
  if (all.length === 0) return [];
  const first = Math.min(...all);
  return Array.from({ length: Math.max(...all) - first + 1 }, (_, i) => first + i);
}
