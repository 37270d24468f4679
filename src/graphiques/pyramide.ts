/** Pyramide des âges : les tranches au milieu, chaque population de son côté, chaque valeur au bout de sa barre. */
import { scaleLinear } from 'd3-scale';
import type { Pyramide } from '../document/dessin.ts';
import type { Habillage, Trace } from './habillage.ts';
import { largeur } from './mesure.ts';
import { element, text } from './svg.ts';

const GAP = 4;

export function pyramide({ left, right, rows }: Pyramide, { width, size, ink, band }: Habillage): Trace {
  const step = size * 1.45;
  const thick = size * 1.1;
  const label = Math.max(...rows.map((row) => largeur(row.label, size))) + GAP * 2;
  const value = Math.max(...rows.flatMap((row) => [row.left.value, row.right.value]).map((one) => largeur(one, size)), largeur(left, size, true) / 2, largeur(right, size, true) / 2);
  const inner = (width - label) / 2;
  const bar = scaleLinear([0, Math.max(...rows.flatMap((row) => [row.left.raw, row.right.raw]), Number.MIN_VALUE)], [0, inner - value - GAP]);
  const outer = width - inner;
  const head = { 'font-weight': 'bold' };
  const header = text(inner - GAP, size, left, { 'text-anchor': 'end', ...head }) + text(outer + GAP, size, right, head);
  const body = rows.map((row, i) => {
    const top = size * 1.6 + i * step;
    const baseline = top + size * 0.9;
    const [a, b] = [bar(row.left.raw), bar(row.right.raw)];
    return element('rect', { x: inner - a, y: top, width: a, height: thick, fill: ink })
      + element('rect', { x: outer, y: top, width: b, height: thick, fill: band, stroke: ink, 'stroke-width': 0.6 })
      + text(width / 2, baseline, row.label, { 'text-anchor': 'middle' })
      + text(inner - a - GAP, baseline, row.left.value, { 'text-anchor': 'end' })
      + text(outer + b + GAP, baseline, row.right.value);
  });
  return { body: header + body.join(''), height: size * 1.6 + rows.length * step };
}
