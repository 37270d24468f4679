/** Sommaire : les pièces et leurs sous-titres de niveau 2, avec leur page, écrite une fois la mise en page faite. */
import type { Block, DocumentTree, Piece } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import type { PdfNode, TextStyle } from './definition.ts';
import { plainText } from './inlines.ts';
import { bare } from './layouts.ts';

const LABEL = 62;
/** Un document de deux pièces se passe de sommaire. */
const SHORTEST = 3;

function entry(context: RenderContext, label: string | null, title: string, anchor: string, style: TextStyle, above: number): PdfNode[] {
  const destination = context.shared.anchors.get(anchor);
  const goTo = destination === undefined ? {} : { linkToDestination: destination };
  const cell = (text: string, more: PdfNode = {}): PdfNode => {
    const node = line(context, text, style, { ...more, margin: [0, above, 0, 1.5] });
    return { ...node, text: (node.text as { text: string }[]).map((run) => ({ ...run, ...goTo })) };
  };
  const page: PdfNode = { text: destination === undefined ? '' : [{ text: '88', ...goTo, late: { kind: 'page', of: destination } }], ...style, alignment: 'right', margin: [0, above, 0, 1.5] };
  return label === null ? [cell(title, { colSpan: 2 }), { text: '' }, page] : [cell(label), cell(title, { margin: [0, above, 10, 1.5] }), page];
}

function headings(blocks: readonly Block[]): { anchor: string; title: string }[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading' && block.level === 2) return [{ anchor: block.id, title: [block.number, plainText(block.children)].filter(Boolean).join('\u00A0\u00A0') }];
    if (block.type === 'fiche-action') return [{ anchor: block.anchor, title: `${block.label} \u2013 ${block.title}` }];
    return [];
  });
}

const listed = (piece: Piece): boolean => piece.titled || piece.kind === 'signatures';

export function renderToc(context: RenderContext, tree: DocumentTree): PdfNode[] {
  const { styles, theme } = context.shared;
  const strong = { ...styles.sans, bold: true };
  const body = tree.pieces.filter(listed).flatMap((piece) => [
    entry(context, piece.label, piece.title, piece.anchor, { ...strong, color: theme.colors.ink }, 7),
    ...headings(piece.children).map(({ anchor, title }) => entry(context, '', title, anchor, styles.table, 0)),
  ]);
  if (body.length < SHORTEST) return [];
  return [
    line(context, 'Sommaire', styles.title, { margin: [0, 0, 0, 10] }),
    { table: { widths: [LABEL, '*', 24], body }, layout: bare },
  ];
}
