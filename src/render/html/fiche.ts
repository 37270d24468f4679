import type { FicheAction } from '../../document/arbre.ts';
import type { Context } from './context.ts';
import { escape } from './escape.ts';
import { ranked } from './heading.ts';
import { notes } from './notes.ts';
import { facts } from './table.ts';

/** Une fiche-action : son titre commence une page, sauf juste sous celui de son annexe ; ses repères sont un tableau, ses rubriques des sous-titres. */
export function ficheAction(ctx: Context, node: FicheAction): string {
  const rank = ctx.thematiques.indexOf(node.thematique) % Math.max(1, ctx.theme.colors.thematiques.length);
  const level = ctx.outline.below(1);
  const rows = node.facts.map((fact) => ({ key: fact.key, html: ctx.inlines(fact.value) }));
  const sections = node.sections.map((section) => {
    const h = ctx.outline.below(2);
    const id = ctx.anchors.attribute(`${node.anchor}-${section.id}`);
    return `<h${h}${id}>${escape(section.title)}</h${h}>\n${ctx.blocks(section.children)}`;
  });
  return `<article class="fiche">
<h${level}${ctx.anchors.attribute(node.anchor)}${ctx.opening.has(node) ? '' : ' class="page" style="page-break-before: always"'}>${ranked(node.label, node.title)}</h${level}>
${node.thematique === '' ? '' : `<p class="thematique"><span class="pastille th-${rank}"></span>${escape(node.thematique)}</p>\n`}${rows.length === 0 ? '' : facts(rows)}${sections.join('')}${node.notes === undefined ? '' : notes(ctx, node.notes)}</article>
`;
}
