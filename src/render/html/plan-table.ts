import type { PlanActions, PlanRow } from '../../document/arbre.ts';
import type { Anchors, Context } from './context.ts';
import { escape } from './escape.ts';
import { frame } from './table.ts';
import { wordSection } from './word.ts';

/** Au-delà, une colonne par année ne tient plus : les échéances s'écrivent dans une seule. */
const ANNEES_MAX = 8;

interface Column {
  readonly label: string;
  readonly values: (row: PlanRow) => readonly string[];
}

const optional = (value: string | null): readonly string[] => (value === null ? [] : [value]);

/** Colonnes placées avant et après le calendrier ; celles qu'aucune ligne ne remplit ne s'impriment pas. */
const AVANT: readonly Column[] = [
  { label: 'Pilotes', values: (row) => row.pilotes },
  { label: 'Partenaires', values: (row) => row.partenaires },
];
const APRES: readonly Column[] = [
  { label: 'Indicateurs', values: (row) => row.indicateurs },
  { label: 'Thématiques', values: (row) => row.thematiques },
  { label: 'Offre', values: (row) => optional(row.offre) },
  { label: 'Avancement', values: (row) => optional(row.avancement) },
  { label: 'Priorité', values: (row) => optional(row.priorite) },
  { label: 'Secteurs', values: (row) => row.territoires },
];

export interface PlanTableOptions {
  readonly years: readonly number[];
  readonly anchors: Anchors;
  /** Les fiches sont-elles dans la même page ? Sinon leur nom s'écrit sans lien. */
  readonly linked: boolean;
}

/** Le plan dans la convention : sa propre section Word, à l'italienne. */
export function planBlock(ctx: Context, node: PlanActions): string {
  return `${wordSection(2)}\n${planTable(node, { years: ctx.years, anchors: ctx.anchors, linked: true })}${wordSection(3)}\n`;
}

/** Tableau du plan : une bande par nœud de l'arborescence, une ligne par action, une case par année. */
export function planTable(node: PlanActions, options: PlanTableOptions): string {
  const used = (columns: readonly Column[]): readonly Column[] => columns.filter((column) => node.rows.some((row) => column.values(row).length > 0));
  const before = used(AVANT);
  const after = used(APRES);
  const fiches = node.rows.some((row) => row.fiche !== null);
  const calendar = node.rows.some((row) => row.echeances.length > 0);
  const strip = calendar && options.years.length <= ANNEES_MAX ? options.years : [];
  const width = 1 + before.length + (calendar ? Math.max(1, strip.length) : 0) + after.length + (fiches ? 1 : 0);

  const th = (label: string): string => `<th class="t" scope="col"${strip.length > 0 ? ' rowspan="2"' : ''}>${escape(label)}</th>`;
  const dates = !calendar ? '' : strip.length > 0 ? `<th class="t" scope="colgroup" colspan="${strip.length}">Échéance</th>` : th('Échéance');
  const years = strip.length === 0 ? '' : `<tr>${strip.map((year) => `<th class="t an" scope="col">${year}</th>`).join('')}</tr>\n`;
  const head = `<thead>\n<tr>${th(node.actionLabel)}${before.map((c) => th(c.label)).join('')}${dates}${after.map((c) => th(c.label)).join('')}${fiches ? th('Fiche') : ''}</tr>\n${years}</thead>\n`;

  const body: string[] = [];
  let previous: PlanRow | undefined;
  for (const row of node.rows) {
    const bands = newBands(node.levels, previous, row);
    if (bands.length > 0 || previous === undefined) body.push(`${previous === undefined ? '' : '</tbody>\n'}<tbody>\n`);
    for (const band of bands) body.push(`<tr class="bande"><th class="bande-${Math.min(band.depth, 2)}" scope="rowgroup" colspan="${width}"><span class="tenu">${escape(band.label)}</span></th></tr>\n`);
    const due = !calendar ? '' : strip.length > 0 ? strip.map((year) => dueCell(row, year)).join('') : `<td class="c">${row.echeances.join(', ')}</td>`;
    body.push(
      `<tr class="insecable"><th class="action" scope="row"${options.anchors.attribute(row.anchor)}><span class="num">${escape(row.number)}</span> ${escape(row.title)}</th>${before.map((c) => cell(c.values(row))).join('')}${due}${after.map((c) => cell(c.values(row))).join('')}${fiches ? ficheCell(row, options.linked) : ''}</tr>\n`,
    );
    previous = row;
  }
  const dated = calendar ? Math.max(1, strip.length) : 0;
  const rest = width - 1 - before.length - dated;
  const columns = `<colgroup><col class="col-action">${'<col>'.repeat(before.length)}${`<col${strip.length > 0 ? ' class="col-an"' : ''}>`.repeat(dated)}${'<col>'.repeat(rest)}</colgroup>\n`;
  return frame('Plan d’actions', `<table class="plan">\n<caption>Plan d’actions</caption>\n${columns}${head}${body.join('')}${body.length > 0 ? '</tbody>\n' : ''}</table>\n`, 'cadre paysage');
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
  return row.echeances.includes(year) ? `<td class="an prevu">${year}</td>` : '<td class="an c"></td>';
}

function ficheCell(row: PlanRow, linked: boolean): string {
  if (row.fiche === null) return '<td class="c"></td>';
  const label = escape(row.fiche.label);
  return `<td class="c">${linked ? `<a href="#${escape(row.fiche.anchor)}">${label}</a>` : label}</td>`;
}

/** Années du calendrier : celles de la période, élargies aux échéances qui en sortent. */
export function calendarYears(period: string, plan: PlanActions | undefined): readonly number[] {
  const bounds = [...period.matchAll(/\b\d{4}\b/g)].map((match) => Number(match[0]));
  const all = [...bounds, ...(plan?.rows.flatMap((row) => row.echeances) ?? [])];
  if (all.length === 0) return [];
  const first = Math.min(...all);
  return Array.from({ length: Math.max(...all) - first + 1 }, (_, i) => first + i);
}
