/** Un encadré à filet gauche : encadré, citation, partie, points de vigilance. */
import type { RenderContext } from './context.ts';
import type { PdfNode } from './definition.ts';
import { tableLayout } from './layouts.ts';

export function framed(context: RenderContext, stack: PdfNode[], rule: string, fill: string | null): PdfNode {
  return {
    presentation: true,
    table: { widths: ['*'], body: [[{ stack, border: [true, false, false, false], borderColor: [rule, rule, rule, rule], ...(fill === null ? {} : { fillColor: fill }) }]] },
    layout: { ...tableLayout({ pad: [10, fill === null ? 1 : 7], vertical: 2.2 }), vLineWidth: (column) => (column === 0 ? 2.2 : 0) },
    margin: [0, context.compact ? 2 : 4, 0, context.compact ? 4 : 10],
  };
}
