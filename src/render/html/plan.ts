import type { DocumentTree, PlanActions } from '../../document/arbre.ts';
import { Anchors, type HtmlOptions } from './context.ts';
import { escape } from './escape.ts';
import { footer, page, skipLink } from './page.ts';
import { calendarYears, planTable } from './plan-table.ts';
import { wordOnly } from './word.ts';

/** Le plan d'actions de l'arbre, ou undefined. Il est toujours au premier rang d'une pièce. */
export function findPlan(tree: DocumentTree): PlanActions | undefined {
  for (const piece of tree.pieces) {
    for (const block of piece.children) if (block.type === 'plan-actions') return block;
  }
  return undefined;
}

/** Le tableau seul, toutes ses colonnes ; null si la convention n'a pas de plan. */
export function renderPlan(tree: DocumentTree): string | null {
  const plan = findPlan(tree);
  return plan === undefined ? null : wide(tree, plan);
}

const wide = (tree: DocumentTree, plan: PlanActions): string =>
  planTable(plan, { years: calendarYears(tree.cover.years, plan), anchors: new Anchors(['contenu']), layout: 'page' });

/** Rend le plan d'actions seul, en une page à l'italienne ; null si la convention n'en a pas. */
export function renderPlanHtml(tree: DocumentTree, options: Pick<HtmlOptions, 'theme'>): string | null {
  const plan = findPlan(tree);
  if (plan === undefined) return null;
  const title = `Plan d’actions – ${tree.cover.territoire}`;
  const body = `${skipLink()}<header>
<h1>${escape(title)}</h1>
<p class="courant">${escape(tree.title)}</p>
</header>
<main id="contenu">
${wide(tree, plan)}</main>
${footer(tree)}`;
  const head = `${wordOnly('<style>@page { size:841.9pt 595.3pt;mso-page-orientation:landscape;margin:42.5pt }</style>')}
<style>@page { size: 29.7cm 21cm; margin: 1.5cm 1.5cm 1.5cm 1.5cm }</style>\n`;
  return page(tree, { title, theme: options.theme, head, body, large: true });
}
