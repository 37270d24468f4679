import type { DocumentTree } from '../../document/arbre.ts';
import { blockHandlers, renderBlocks } from './blocks.ts';
import { Anchors, type Context, type HtmlOptions, Outline } from './context.ts';
import { cover, runningHeader } from './cover.ts';
import { inlineRenderer } from './inlines.ts';
import { libreOfficeRunning } from './libreoffice.ts';
import { footer, page, runningFooter, skipLink } from './page.ts';
import { renderPiece, startsPage } from './pieces.ts';
import { findPlan } from './plan.ts';
import { calendarYears } from './plan-table.ts';
import { toc } from './toc.ts';
import { wordEnd, wordHead, wordSection } from './word.ts';

export type { HtmlOptions } from './context.ts';
export { renderPlanHtml } from './plan.ts';

/** Rend la convention en une page HTML qui se suffit, lisible au navigateur et reprise par Word et LibreOffice. */
export function renderHtml(tree: DocumentTree, options: HtmlOptions): string {
  const inlines = inlineRenderer(options.pages);
  let drawings = 0;
  const ctx: Context = {
    ...options,
    years: calendarYears(tree.cover.years, findPlan(tree)),
    thematiques: thematiquesOf(tree),
    opening: new Set(tree.pieces.flatMap((piece, i) => (startsPage(piece, i) ? piece.children.slice(0, 1) : []))),
    outline: new Outline(),
    anchors: new Anchors(['contenu', 'sommaire']),
    nextDrawing: () => (drawings += 1),
    inlines,
    blocks: (nodes) => renderBlocks(handlers, nodes),
  };
  const handlers = blockHandlers(ctx);
  const header = runningHeader(tree);
  const pieces = tree.pieces.map((piece, i) => renderPiece(ctx, piece, i)).join('');
  const body = [
    wordSection(1),
    libreOfficeRunning(header, tree.fingerprint),
    skipLink(),
    cover(tree),
    toc(tree),
    `<main id="contenu">\n${pieces}</main>\n`,
    footer(tree),
    wordEnd(header, runningFooter(tree)),
  ];
  return page(tree, { title: tree.title, theme: options.theme, head: `${wordHead()}\n`, body: body.join('\n') });
}

/** Thématiques du plan et des fiches, dans l'ordre où elles paraissent : leur rang donne leur couleur, la même qu'au PDF. */
function thematiquesOf(tree: DocumentTree): readonly string[] {
  const names = tree.pieces.flatMap((piece) => piece.children).flatMap((block) => {
    if (block.type === 'fiche-action') return [block.thematique];
    return block.type === 'plan-actions' ? block.rows.flatMap((row) => row.thematiques) : [];
  });
  return [...new Set(names)];
}
