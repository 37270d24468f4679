/** Le calendrier des actions : une rangée par action, une colonne par année, les cases prévues pleines. Un tableau, donc lisible sans le voir. */
import { NBSP } from '../../base/francais.ts';
import type { Block, Cell, PlanRow, Row } from '../../document/arbre.ts';
import { cell } from './fragment.ts';

/** Au-delà, les colonnes n'ont plus la place de leurs années. */
const MOST_YEARS = 8;
/** En deçà, le plan se lit d'un coup d'œil. */
const FEWEST_ROWS = 6;

export function calendrierActions(rows: readonly PlanRow[], actionLabel: string): readonly Block[] {
  const dites = rows.flatMap((row) => row.echeances);
  const [premiere, derniere] = [Math.min(...dites), Math.max(...dites)];
  const annees = Array.from({ length: Math.max(0, derniere - premiere + 1) }, (_, i) => premiere + i);
  if (rows.length < FEWEST_ROWS || annees.length < 2 || annees.length > MOST_YEARS) return [];
  const body: Row[] = [];
  let axe: string | null = null;
  for (const row of rows) {
    const haut = row.path[0] ?? null;
    if (haut !== null && haut.id !== axe) body.push([cell(`${haut.number}${NBSP}${NBSP}${haut.title}`, { header: true, colspan: annees.length + 1 })]);
    axe = haut?.id ?? null;
    body.push([
      cell(`${row.number}${NBSP}${NBSP}${row.title}`, { header: 'discret' }),
      ...annees.map((annee): Cell => (row.echeances.includes(annee) ? cell(String(annee), { align: 'center', mark: true, raw: annee }) : cell('', { align: 'center' }))),
    ]);
  }
  return [{
    type: 'table',
    caption: 'Calendrier des actions',
    widths: [70, ...annees.map(() => 30 / annees.length)],
    head: [[cell(actionLabel, { header: true }), ...annees.map((annee) => cell(String(annee), { header: true, align: 'center' }))]],
    body,
    headerColumns: 0,
  }];
}
