/** Blocs de signature : organisme, qualité, nom, date et cadre d'au moins 30 mm ; deux par rangée, jamais coupés. */
import type { SignatureBlock, Signatures } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import type { PdfNode } from './definition.ts';
import { bare } from './layouts.ts';
import { mm } from './styles.ts';
import { type Tag, tag } from './tags/tag.ts';

const GUTTER = 18;
const FRAME = mm(32);
/** Rangées qui tiennent ensemble sur une page. */
const FEW = 3;

interface Slot { /** Puce du signataire : ses textes et son cadre s'y rejoignent. */ readonly place: Tag; readonly partie: string | null; readonly qualite: string; readonly name: string }

/** Une rangée de signataires : les textes d'abord, puis les cadres, pour que ceux-ci s'alignent. */
function row(context: RenderContext, slots: readonly Slot[], columns: number, list: Tag): PdfNode {
  const { styles, theme } = context.shared;
  const width = (context.width - (columns - 1) * GUTTER) / columns;
  const spread = (cells: readonly PdfNode[]): PdfNode[] =>
    Array.from({ length: columns * 2 - 1 }, (_, i) => (i % 2 === 1 ? { text: '' } : (cells[i / 2] ?? { text: '' })));
  const bodies = slots.map(() => tag('LBody'));
  const place = (i: number): Tag[] => [list, (slots[i] as Slot).place, bodies[i] as Tag];
  const texts = slots.map((slot, i): PdfNode => ({
    within: place(i),
    stack: [
      ...(slot.partie === null ? [] : [line(context, slot.partie, styles.heading3, { margin: [0, 0, 0, 2] })]),
      ...(slot.qualite === '' ? [] : [line(context, slot.qualite, styles.table)]),
      ...(slot.name === '' ? [] : [line(context, slot.name, { ...styles.table, bold: true })]),
    ],
  }));
  const frames = slots.map((_, i): PdfNode => ({
    within: place(i),
    stack: [
      { canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: FRAME, lineColor: theme.colors.rule, lineWidth: 0.8 }] },
      line(context, 'Le', styles.small, { margin: [6, 5 - FRAME, 0, FRAME - 5 - (styles.small.leading ?? 0)] }),
    ],
  }));
  const parts: (number)[] = Array.from({ length: columns * 2 - 1 }, (_, i) => (i % 2 === 1 ? GUTTER : width));
  return {
    stack: [
      { presentation: true, table: { widths: parts, body: [spread(texts)] }, layout: bare },
      { presentation: true, table: { widths: parts, body: [spread(frames)] }, layout: bare, margin: [0, 4, 0, 0] },
    ],
    keepTogether: true,
    margin: [0, 0, 0, 18],
  };
}

/** Deux organismes à un signataire par rangée ; un organisme à plusieurs signataires prend toute la largeur. */
function rows(context: RenderContext, blocks: readonly SignatureBlock[]): PdfNode[] {
  const list = tag('L');
  const made: PdfNode[] = [];
  let pending: Slot[] = [];
  const flush = (): void => {
    if (pending.length > 0) made.push(row(context, pending, 2, list));
    pending = [];
  };
  for (const { partie, signers } of blocks) {
    if (signers.length <= 1) {
      pending.push({ place: tag('LI'), partie, qualite: signers[0]?.qualite ?? '', name: signers[0]?.name ?? '' });
      if (pending.length === 2) flush();
      continue;
    }
    flush();
    const columns = signers.length === 2 || signers.length === 4 ? 2 : 3;
    const { styles } = context.shared;
    const inner = tag('L');
    const slots = signers.map((signer): Slot => ({ place: tag('LI'), partie: null, ...signer }));
    const lines: PdfNode[] = [line(context, partie, styles.heading3, { margin: [0, 0, 0, 3] })];
    for (let i = 0; i < slots.length; i += columns) lines.push(row(context, slots.slice(i, i + columns), columns, inner));
    made.push({ within: [list, tag('LI'), tag('LBody')], stack: lines, keepTogether: true });
  }
  flush();
  return made;
}

export function renderSignatures(context: RenderContext, { closing, blocks }: Signatures): PdfNode[] {
  const made = rows(context, blocks);
  const indent = mm(context.shared.theme.margins.indent);
  const head = context.blocks({ ...context, indent }, closing);
  const first = made[0];
  if (first === undefined) return head;
  const opening: PdfNode = { stack: [...head, { stack: [first], margin: [0, 8, 0, 0] }], keepTogether: true, margin: [0, 10, 0, 0] };
  // Peu de signataires : tous sur la même page que la formule, plutôt qu'un seul renvoyé à la suivante.
  return made.length <= FEW ? [{ stack: [opening, ...made.slice(1)], keepTogether: true }] : [opening, ...made.slice(1)];
}
