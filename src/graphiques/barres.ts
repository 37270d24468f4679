/** Barres horizontales : la zone à gauche, la valeur au bout. Celle du territoire est pleine, les autres n'ont que leur contour. */
import { scaleLinear } from 'd3-scale';
import type { Barres } from '../document/dessin.ts';
import type { Habillage, Trace } from './habillage.ts';
import { couper, largeur } from './mesure.ts';
import { element, lines, text } from './svg.ts';

const GAP = 5;

export function barres({ bars }: Barres, { width, size, ink, band, rule }: Habillage): Trace {
  const leading = size * 1.2;
  const value = Math.max(...bars.map((bar) => largeur(bar.value, size, bar.own)));
  const label = Math.min(Math.max(...bars.map((bar) => largeur(bar.label, size, bar.own))), (width - value) * 0.5);
  const from = label + GAP * 1.5;
  const x = scaleLinear([Math.min(0, ...bars.map(({ raw }) => raw)), Math.max(0, ...bars.map(({ raw }) => raw), Number.MIN_VALUE)], [from, width - value - GAP]);
  const thick = size * 0.9;
  let y = 1;
  const rows = bars.map((bar) => {
    const words = couper(bar.label, label, size, bar.own);
    const weight = { 'font-weight': bar.own ? 'bold' : undefined };
    const baseline = y + size * 0.85;
    const [start, end] = [Math.min(x(0), x(bar.raw)), Math.max(x(0), x(bar.raw))];
    const look = bar.own ? { fill: ink } : { fill: band, stroke: ink, 'stroke-width': 0.6 };
    const row = lines(0, baseline, words, leading, weight)
      + element('rect', { x: start, y: y + size * 0.08, width: Math.max(end - start, 0.8), height: thick, ...look })
      + text(end + GAP, baseline, bar.value, weight);
    y += words.length * leading + size * 0.35;
    return row;
  });
  const zero = element('line', { x1: x(0), y1: 0, x2: x(0), y2: y - size * 0.35, stroke: rule, 'stroke-width': 0.6 });
  return { body: rows.join('') + zero, height: y };
}
