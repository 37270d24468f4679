/** Assemble le document : couverture, sommaire, pièces, en sections d'une seule orientation. */
import type { Block, DocumentTree, Piece } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import { renderCover } from './cover.ts';
import type { Margin, Orientation, PdfNode } from './definition.ts';
import { anchorFirst } from './first-line.ts';
import { A4, mm, pageMargins, planPage } from './styles.ts';
import { heading, tag } from './tags/tag.ts';
import { within } from './tags/within.ts';
import { renderToc } from './toc.ts';

interface Section { readonly orientation: Orientation; readonly nodes: PdfNode[]; /** Celle du plan, dont le format se choisit. */ readonly plan?: true }

export const contentWidth = (context: RenderContext, orientation: Orientation): number => {
  const { left, right } = context.shared.theme.margins[orientation];
  return (orientation === 'portrait' ? A4.width : A4.height) - mm(left + right);
};

function title(context: RenderContext, piece: Piece): PdfNode[] {
  if (!piece.titled) return [];
  const { styles, anchors } = context.shared;
  const destination = anchors.get(piece.anchor);
  const mark: PdfNode = { outline: true, outlineText: [piece.label, piece.title].filter(Boolean).join(' \u2013 '), ...(destination === undefined ? {} : { mark: destination }) };
  const lines = piece.label === null
    ? [line(context, piece.title, styles.title, mark)]
    : [line(context, piece.label, styles.overline, mark), line(context, piece.title, styles.title)];
  return [{ tag: heading(2), stack: lines, keepWithNext: true, margin: [0, 22.5, 0, 7.5] }];
}

const worded = (block: Block): boolean => block.type === 'paragraph' || block.type === 'heading';
/** Quelques lignes : elles tiennent au-dessus ou au-dessous du plan, sur ses pages. */
const MOST_LIGHT = 5;
const light = (blocks: readonly Block[]): boolean => blocks.length <= MOST_LIGHT && blocks.every(worded);

/** Premier bloc qui passe sur la page du plan : le titre et les quelques lignes qui l'annoncent. */
function planOpening(blocks: readonly Block[], at: number): number {
  let start = at;
  while (start > 0 && worded(blocks[start - 1] as Block)) start -= 1;
  if (start === 0 && light(blocks.slice(0, at))) return 0;
  const heading = blocks.findIndex((block, i) => i >= at - MOST_LIGHT && i >= start && i < at && block.type === 'heading');
  return heading === -1 ? at : heading;
}

function pieceSections(context: RenderContext, piece: Piece): Section[] {
  const indent = mm(context.shared.theme.margins.indent);
  const destination = context.shared.anchors.get(piece.anchor) ?? null;
  const portrait: RenderContext = { ...context, width: contentWidth(context, 'portrait'), indent, outlineParent: piece.titled ? destination : null };
  const at = piece.children.findIndex((block) => block.type === 'plan-actions');
  if (at !== -1) return planSections(portrait, piece, at);
  const made = title(context, piece);
  // La première fiche partage sa page avec le titre de l'annexe.
  const lead = piece.children[0]?.type === 'fiche-action' ? context.shared.measure(title(context, piece), portrait.width).reduce((sum, height) => sum + height, 0) : 0;
  const nodes = context.blocks({ ...portrait, lead }, piece.children);
  // Une pièce sans titre imprimé garde son ancre (et les signatures leur signet) sur sa première ligne.
  if (made.length === 0 && destination !== null) anchorFirst(nodes, { mark: destination, ...(piece.kind === 'signatures' ? { outline: true, outlineText: piece.title } : {}) });
  // La première fiche suit le titre de l'annexe : une page pour ce seul titre n'apprendrait rien.
  if (made.length > 0 && nodes[0]?.pageBreak === 'before') delete nodes[0].pageBreak;
  return split([...made, ...nodes]);
}

/** Le plan, sur ses pages en paysage, avec les lignes qui l'annoncent et celles, s'il y en a peu, qui le suivent. */
function planSections(portrait: RenderContext, piece: Piece, at: number): Section[] {
  const { theme } = portrait.shared;
  const landscape: RenderContext = { ...portrait, width: planPage(theme).width - mm(theme.margins.landscape.left + theme.margins.landscape.right), indent: 0 };
  const narrow: RenderContext = { ...landscape, width: portrait.width - portrait.indent };
  const start = planOpening(piece.children, at);
  const onSide = (blocks: readonly Block[]): PdfNode[] => portrait.blocks(narrow, blocks).map((node): PdfNode => ({ stack: [node], margin: [0, 0, landscape.width - narrow.width, 0] }));
  const opening = (): PdfNode[] => [...(start === 0 ? title(portrait, piece) : []), ...onSide(piece.children.slice(start, at))];
  const measured = opening();
  const first = measured[0];
  const above = first === undefined ? 0 : (first.margin?.[1] ?? 0) || (first.stack?.[0]?.margin?.[1] ?? 0);
  const lead = portrait.shared.measure(measured, landscape.width).reduce((sum, height) => sum + height, 0) - above;
  const plan = portrait.blocks({ ...landscape, lead }, piece.children.slice(at, at + 1));
  const after = piece.children.slice(at + 1);
  const few = light(after);
  return [
    ...(start === 0 ? [] : split([...title(portrait, piece), ...portrait.blocks(portrait, piece.children.slice(0, start))])),
    { orientation: 'landscape', plan: true, nodes: [...opening(), ...plan.map(strip), ...(few ? onSide(after) : [])] },
    ...(few ? [] : split(portrait.blocks(portrait, after))),
  ];
}

function strip(node: PdfNode): PdfNode {
  const { ownPages: _, ...rest } = node;
  return rest;
}

function split(nodes: readonly PdfNode[]): Section[] {
  const sections: Section[] = [];
  let open: Section | null = null;
  for (const node of nodes) {
    if (node.ownPages !== undefined) {
      sections.push({ orientation: node.ownPages, nodes: [strip(node)] });
      open = null;
      continue;
    }
    if (open === null) {
      open = { orientation: 'portrait', nodes: [] };
      sections.push(open);
    }
    open.nodes.push(node);
  }
  return sections;
}

/** La couverture n'a pas de pied : elle descend plus bas. */
function coverMargins(context: RenderContext): Margin {
  const [left, top, right] = pageMargins(context.shared.theme.margins.portrait);
  return [left, top, right, mm(12)];
}

export function assemble(context: RenderContext, tree: DocumentTree): PdfNode {
  const { theme } = context.shared;
  const wide: RenderContext = { ...context, width: contentWidth(context, 'portrait') };
  const section = ({ orientation, nodes, plan }: Section): PdfNode => ({ section: { stack: nodes, ending: true }, pageSize: plan === true ? theme.plan.format : 'A4', pageOrientation: orientation, pageMargins: pageMargins(theme.margins[orientation]) });
  const sections: Section[] = [];
  const toc = renderToc(wide, tree);
  const summary = tag('Sect', { title: 'Sommaire' });
  if (toc.length > 0) sections.push({ orientation: 'portrait', nodes: toc.map((node) => within(node, summary)) });
  let joinable = false;
  for (const piece of tree.pieces) {
    const part = tag('Sect', { title: [piece.label, piece.title].filter(Boolean).join(' \u2013 ') });
    const made = pieceSections(context, piece).map((one): Section => ({ ...one, nodes: one.nodes.map((node) => within(node, part)) }));
    const first = made[0];
    const last = sections[sections.length - 1];
    if (joinable && piece.kind !== 'annexe' && first?.orientation === 'portrait' && last?.orientation === 'portrait') {
      last.nodes.push(...first.nodes);
      sections.push(...made.slice(1));
    } else sections.push(...made);
    joinable = piece.kind !== 'annexe' || joinable;
    if (piece.kind === 'annexe') joinable = false;
  }
  const front = tag('Sect', { title: 'Couverture' });
  const cover: PdfNode = { ...section({ orientation: 'portrait', nodes: renderCover(wide, tree.cover).map((node) => within(node, front)) }), pageMargins: coverMargins(context), header: null, footer: null };
  return { stack: [cover, ...sections.filter(({ nodes }) => nodes.length > 0).map(section)] };
}
