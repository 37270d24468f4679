import type { DocumentTree, PlanActions, PlanRow } from '../../document/arbre.ts';
import { findPlan } from './plan.ts';

interface Column {
  readonly label: string;
  readonly value: (row: PlanRow) => string;
}

/** Plusieurs valeurs dans une case. La virgule ne sépare pas : un indicateur peut en contenir. */
const SEPARATEUR = ' ; ';

/**
 * Rend le plan d'actions en CSV pour un tableur français : point-virgule, UTF-8 avec indicateur d'ordre, fins de ligne CRLF,
 * guillemets de la RFC 4180. Les colonnes vides sont omises. Rend null si la convention n'a pas de plan.
 */
export function planCsv(tree: DocumentTree): string | null {
  const plan = findPlan(tree);
  if (plan === undefined) return null;
  const columns = columnsOf(plan).filter((column) => column.label === plan.actionLabel || plan.rows.some((row) => column.value(row) !== ''));
  const lines = [columns.map((column) => column.label), ...plan.rows.map((row) => columns.map((column) => column.value(row)))];
  return `\uFEFF${lines.map((line) => `${line.map(csvCell).join(';')}\r\n`).join('')}`;
}

function columnsOf(plan: PlanActions): readonly Column[] {
  const list = (label: string, values: (row: PlanRow) => readonly (string | number)[]): Column => ({ label, value: (row) => values(row).join(SEPARATEUR) });
  return [
    // Le numéro reste avec le titre : seul dans sa case, « 1.2 » deviendrait une date.
    ...plan.levels.map((label, depth): Column => ({ label, value: (row) => numbered(row.path[depth] ?? null) })),
    { label: plan.actionLabel, value: (row) => numbered(row) },
    list('Thématiques', (row) => row.thematiques),
    list('Pilotes', (row) => row.pilotes),
    list('Partenaires', (row) => row.partenaires),
    list('Échéance', (row) => row.echeances),
    list('Indicateurs', (row) => row.indicateurs),
    { label: 'Offre', value: (row) => row.offre ?? '' },
    { label: 'Avancement', value: (row) => row.avancement ?? '' },
    { label: 'Priorité', value: (row) => row.priorite ?? '' },
    list('Secteurs', (row) => row.territoires),
    { label: 'Fiche', value: (row) => row.fiche?.label ?? '' },
  ];
}

function numbered(node: { readonly number: string; readonly title: string } | null): string {
  return node === null ? '' : `${node.number} ${node.title}`.trim();
}

/**
 * Une case. Un texte qui commence comme une formule reçoit une apostrophe : « - 3 ans » aussi, car le tableur ne fait pas
 * la différence.
 */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
