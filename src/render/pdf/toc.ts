/** Sommaire : les pièces et leurs sous-titres de niveau 2, avec leur page, écrite une fois la mise en page faite. */
import type { Block, DocumentTree, Piece } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import type { PdfNode, TextStyle } from './definition.ts';
import { plainText } from './inlines.ts';
import { tableLayout } from './layouts.ts';
import { A4, mm } from './styles.ts';
import { heading, type Tag, tag } from './tags/tag.ts';

const LABEL = 66;
const PAGE = 30;
/** Un document de deux pièces se passe de sommaire. */
const SHORTEST = 3;

interface Look { readonly above: number; readonly below: number; readonly piece: TextStyle; readonly detail: TextStyle }

/** `place` : l'entrée dans l'arbre de structure, du sommaire à son renvoi. */
function entry(context: RenderContext, place: readonly Tag[], label: string | null, title: string, anchor: string, style: TextStyle, above: number, below: number): PdfNode[] {
  const destination = context.shared.anchors.get(anchor);
  const said = [label, title].filter(Boolean).join(' \u2013 ');
  const goTo = destination === undefined ? {} : { linkToDestination: destination, linkTitle: said };
  const reference = [...place, tag('Reference')];
  const cell = (text: string, right = 0, more: PdfNode = {}): PdfNode => {
    const node = line(context, text, style, { ...more, margin: [0, above, right, below] });
    return { ...node, within: reference, text: (node.text as { text: string }[]).map((run) => ({ ...run, ...goTo })) };
  };
  const page: PdfNode = { text: destination === undefined ? '' : [{ text: '88', ...goTo, late: { kind: 'page', of: destination } }], ...style, within: reference, alignment: 'right', margin: [0, above, 0, below] };
  return label === null ? [cell(title, 10, { colSpan: 2 }), { text: '' }, page] : [cell(label), cell(title, 10), page];
}

function headings(blocks: readonly Block[]): { anchor: string; title: string }[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading' && block.level === 2) return [{ anchor: block.id, title: [block.number, plainText(block.children)].filter(Boolean).join('\u00A0\u00A0') }];
    if (block.type === 'fiche-action') return [{ anchor: block.anchor, title: `${block.label} \u2013 ${block.title}` }];
    return [];
  });
}

const listed = (piece: Piece): boolean => piece.titled || piece.kind === 'signatures';

/** Un filet sépare les pièces et mène l'œil du titre à sa page. */
function table(context: RenderContext, tree: DocumentTree, { above, below, piece: look, detail }: Look): PdfNode {
  const { theme } = context.shared;
  const strong = { ...look, bold: true, color: theme.colors.ink };
  const ruled = new Set<number>();
  const body: PdfNode[][] = [];
  const whole = tag('TOC');
  for (const piece of tree.pieces.filter(listed)) {
    ruled.add(body.length);
    const inner = headings(piece.children);
    const place = [whole, tag('TOCI')];
    const under = [...place, tag('TOC')];
    body.push(entry(context, place, piece.label, piece.title, piece.anchor, strong, above, inner.length === 0 ? above : below));
    inner.forEach(({ anchor, title }, i) => body.push(entry(context, [...under, tag('TOCI')], '', title, anchor, detail, 0, i === inner.length - 1 ? above : below)));
  }
  return { presentation: true, table: { widths: [LABEL, '*', PAGE], body }, layout: tableLayout({ rule: theme.colors.rule, horizontal: (row) => (ruled.has(row) ? 0.5 : 0) }) };
}

export function renderToc(context: RenderContext, tree: DocumentTree): PdfNode[] {
  const { styles, theme, measure } = context.shared;
  const entries = tree.pieces.filter(listed).reduce((sum, piece) => sum + 1 + headings(piece.children).length, 0);
  if (entries < SHORTEST) return [];
  const { portrait } = theme.margins;
  const title = (): PdfNode => line(context, 'Sommaire', styles.title, { tag: heading(2), margin: [0, 0, 0, 10] });
  const room = A4.height - mm(portrait.top + portrait.bottom);
  const height = (look: Look): number => measure([title(), table(context, tree, look)], context.width).reduce((sum, one) => sum + one, 0);
  const airy: Look = { above: 4, below: 1.5, piece: styles.sans, detail: styles.table };
  const dense: Look = { above: 1.3, below: 0, piece: styles.table, detail: styles.smallText };
  // Resserré s'il gagne ainsi une page ; une seconde page pour trois lignes n'apprend rien.
  const look = height(airy) > room && height(dense) <= room ? dense : airy;
  return [title(), table(context, tree, look)];
}
