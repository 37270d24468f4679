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
export { renderPlan, renderPlanHtml } from './plan.ts';
export { style } from './style.ts';

/** Rend la convention en une page HTML qui se suffit, lisible au navigateur et reprise par Word et LibreOffice. */
export function renderHtml(tree: DocumentTree, options: HtmlOptions): string {
  const header = runningHeader(tree);
  const body = [
    wordSection(1),
    libreOfficeRunning(header, tree.fingerprint),
    skipLink(),
    cover(tree),
    toc(tree),
    `<main id="contenu">\n${renderPieces(tree, options).join('')}</main>\n`,
    footer(tree),
    wordEnd(header, runningFooter(tree)),
  ];
  return page(tree, { title: tree.title, theme: options.theme, head: `${wordHead()}\n`, body: body.join('\n') });
}

/** La même convention en morceaux, chacun sous une clé stable : de quoi ne changer à l'écran que ce qui a changé. */
export function renderParts(tree: DocumentTree, options: HtmlOptions): ReadonlyMap<string, string> {
  const pieces = renderPieces(tree, options);
  return new Map([
    ['couverture', cover(tree)],
    ['sommaire', toc(tree)],
    ...tree.pieces.map((piece, i): [string, string] => [`${piece.kind}-${piece.id}`, pieces[i] ?? '']),
  ]);
}

function renderPieces(tree: DocumentTree, options: HtmlOptions): readonly string[] {
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
  return tree.pieces.map((piece, i) => renderPiece(ctx, piece, i));
}

/** Thématiques du plan et des fiches, dans l'ordre où elles paraissent : leur rang donne leur couleur, la même qu'au PDF. */
function thematiquesOf(tree: DocumentTree): readonly string[] {
  const names = tree.pieces.flatMap((piece) => piece.children).flatMap((block) => {
    if (block.type === 'fiche-action') return [block.thematique];
    return block.type === 'plan-actions' ? block.rows.flatMap((row) => row.thematiques) : [];
  });
  return [...new Set(names)];
}
