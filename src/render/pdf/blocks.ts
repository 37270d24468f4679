/** Blocs → nœuds de mise en page. Une fonction par type de nœud : un nœud nouveau ne compile pas tant qu'il n'est pas ici. */
import type { Block, BlockHandlers, List, Paragraph } from '../../document/arbre.ts';
import { renderChiffres, renderGraphique } from './chiffres.ts';
import { line, plain, type RenderContext } from './context.ts';
import type { PdfNode, TextStyle } from './definition.ts';
import { renderFiche } from './fiche.ts';
import { framed } from './frames.ts';
import { imageNode } from './images.ts';
import { plainText } from './inlines.ts';
import { renderJoined } from './joined.ts';
import { renderNotes } from './notes.ts';
import { renderPlan } from './plan.ts';
import { renderSignatures } from './signatures.ts';
import { renderKeyValues, renderTable } from './tables.ts';
import { heading, tag, type TagType } from './tags/tag.ts';

/** Demi-ligne du texte courant : les espaces entre blocs en sont des multiples. */
const HALF = 7.5;

/** Place d'un paragraphe selon son rôle. */
function paragraph(context: RenderContext, { role, children }: Paragraph): PdfNode {
  const { styles } = context.shared;
  const after = context.compact ? 2 : HALF;
  const style: TextStyle = role === 'note' ? styles.small : role === 'lead' ? { ...context.tone, italics: true } : context.tone;
  const text = context.inlines(context, children, style);
  switch (role) {
    case 'visa': return { text, ...style, hanging: 14, margin: [0, 0, 0, after - 1] };
    case 'lead': return { text, ...style, margin: [0, 0, 0, after + 2] };
    case 'note': return { text, ...style, margin: [0, 0, 0, after] };
    case 'closing': return { text, ...style, margin: [0, 6, 0, after], keepWithNext: true };
    default: return { text, ...style, margin: [0, 0, 0, after] };
  }
}

function list(context: RenderContext, node: List): PdfNode {
  const { theme } = context.shared;
  const inside = { ...context, compact: true, width: context.width - 16 };
  const items = node.items.map((blocks): PdfNode => ({ stack: context.blocks(inside, blocks), margin: [context.compact ? 0 : 4, 0, 0, context.compact ? 1 : 2] }));
  const shape: PdfNode = { ...context.tone, markerColor: theme.colors.ink, margin: [context.compact ? 0 : 2, 0, 0, context.compact ? 2 : HALF - 2] };
  return node.ordered ? { ...shape, ol: items, start: node.start } : { ...shape, ul: items };
}

/** Un encadré et ce qu'il est. */
const tagged = (node: PdfNode, type: TagType, title: string | null = null): PdfNode => ({ ...node, tag: tag(type, title === null ? {} : { title }) });

function handlers(context: RenderContext): BlockHandlers<PdfNode[]> {
  const { shared } = context;
  const { styles, theme, anchors } = shared;
  const inset = { ...context, width: context.width - 24 };
  return {
    heading: ({ level, id, number, children }) => {
      const style = level === 2 ? styles.heading2 : level === 3 ? styles.heading3 : styles.heading4;
      const destination = anchors.get(id);
      const runs = context.inlines(context, children, style);
      const label = number === null ? [] : [...plain(context, `${number}\u00A0\u00A0`, style)];
      const outline = level === 2 && !context.compact ? { outline: true, outlineText: [number, plainText(children)].filter(Boolean).join(' '), ...(context.outlineParent === null ? {} : { outlineParentId: context.outlineParent }) } : {};
      return [{ text: [...label, ...runs], ...style, tag: heading(level + 1), ...(destination === undefined ? {} : { mark: destination }), ...outline, keepWithNext: true, margin: [0, level === 2 ? 15 : HALF, 0, level === 2 ? 4.5 : 0] }];
    },
    paragraph: (node) => [paragraph(context, node)],
    list: (node) => [list(context, node)],
    table: (node) => renderTable(context, node),
    quote: ({ children }) => [tagged(framed(context, context.blocks({ ...inset, tone: { ...context.tone, italics: true }, compact: true }, children), theme.colors.rule, null), 'BlockQuote')],
    'code-block': ({ value }) => [framed(context, [line(context, value.replace(/^ +/gm, (spaces) => '\u00A0'.repeat(spaces.length)), styles.smallText, { tag: tag('Code') })], theme.colors.rule, theme.colors.tint)],
    separator: () => [{ canvas: [{ type: 'line', x1: context.width * 0.4, x2: context.width * 0.6, y1: 0, y2: 0, lineColor: theme.colors.rule, lineWidth: 0.8 }], margin: [0, 8, 0, 14] }],
    'key-values': (node) => renderKeyValues(context, node),
    figure: ({ image, alt, caption }) => [{
      stack: [
        { ...imageNode(context, image, alt, [context.width, 380], 0.75), alignment: 'center' },
        ...(caption.length === 0 ? [] : [{ text: context.inlines(context, caption, styles.small), ...styles.small, tag: tag('Caption'), alignment: 'center' as const, margin: [0, 5, 0, 0] as [number, number, number, number] }]),
      ],
      tag: tag('Div'),
      keepTogether: true,
      margin: [0, 6, 0, 14],
    }],
    callout: ({ title, children }) => {
      const body = context.blocks({ ...inset, tone: styles.sans, compact: true }, children);
      const head = title === null ? [] : [line(context, title, { ...styles.heading3 }, { margin: [0, 0, 0, 3] })];
      return [tagged(framed(context, [...head, ...body], theme.colors.ink, theme.colors.tint), 'Div', title)];
    },
    partie: ({ children }) => [{ ...tagged(framed(context, context.blocks({ ...inset, compact: true }, children), theme.colors.ink, null), 'Div'), margin: [0, 0, 0, HALF], keepTogether: true }],
    chiffres: (node) => renderChiffres(context, node),
    graphique: (node) => renderGraphique(context, node),
    'donnees-graphiques': ({ tables }) => tables.flatMap((table) => renderTable(context, table, true)),
    'plan-actions': (node) => renderPlan(context, node),
    'fiche-action': (node) => renderFiche(context, node),
    signatures: (node) => renderSignatures(context, node),
    notes: (node) => renderNotes(context, node),
    joined: (node) => renderJoined(context, node),
  };
}

/** Une courte phrase qui annonce une liste ou un tableau ne reste pas seule en bas de page. */
function announces(block: Block, next: Block | undefined): boolean {
  if (block.type !== 'paragraph' || next === undefined || !['list', 'table', 'key-values', 'chiffres', 'graphique', 'heading', 'partie'].includes(next.type)) return false;
  const text = plainText(block.children);
  return next.type === 'partie' || (text.length < 400 && text.trimEnd().endsWith(':'));
}

const WIDE: ReadonlySet<Block['type']> = new Set(['table', 'chiffres', 'graphique', 'donnees-graphiques', 'plan-actions', 'fiche-action', 'signatures', 'joined']);

/** Prend toute la largeur : tableaux et fiches, titres forts, et les petits titres ou notes qui bordent un tableau. */
function wide(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index] as Block;
  const near = (step: number): boolean => WIDE.has(blocks[index + step]?.type ?? 'paragraph');
  switch (block.type) {
    case 'heading': return block.level === 2 || near(1);
    case 'paragraph': return block.role === 'note' && near(-1);
    default: return WIDE.has(block.type);
  }
}

function indented(node: PdfNode, by: number): PdfNode {
  const [left, top, right, bottom] = node.margin ?? [0, 0, 0, 0];
  return { ...node, margin: [left + by, top, right, bottom] };
}

export function renderBlocks(context: RenderContext, blocks: readonly Block[]): PdfNode[] {
  const { indent } = context;
  const full: RenderContext = { ...context, indent: 0 };
  type Handle = { readonly [type: string]: (node: Block) => PdfNode[] };
  const outside = handlers(full) as unknown as Handle;
  const inside = indent === 0 ? outside : handlers({ ...full, width: full.width - indent }) as unknown as Handle;
  return blocks.flatMap((block, index) => {
    const outer = context.shared.at;
    context.shared.at = block.span ?? outer;
    const whole = indent === 0 || wide(blocks, index);
    const made = ((whole ? outside : inside)[block.type] as (node: Block) => PdfNode[])(block);
    const nodes = whole ? made : made.map((node) => indented(node, indent));
    context.shared.at = outer;
    const last = nodes[nodes.length - 1];
    if (last !== undefined && announces(block, blocks[index + 1])) last.keepWithNext = true;
    return block.span ? nodes.map((node) => ({ ...node, source: block.span ?? null })) : nodes;
  });
}
