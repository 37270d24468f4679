/** Une courbe : chaque point porte sa valeur, chaque année est à sa vraie distance des autres. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Evolution } from '../document/dessin.ts';
import type { Habillage, Trace } from './habillage.ts';
import { largeur } from './mesure.ts';
import { element, text } from './svg.ts';

const PLOT = 58;
const AIR = 4;

/** Étage de chaque étiquette : le premier où elle ne touche pas la précédente. */
function etages(centres: readonly number[], largeurs: readonly number[]): readonly number[] {
  const ends: number[] = [];
  return centres.map((centre, i) => {
    const half = (largeurs[i] as number) / 2;
    let floor = ends.findIndex((end) => centre - half >= end + AIR);
    if (floor === -1) floor = ends.length;
    ends[floor] = centre + half;
    return floor;
  });
}

export function evolution({ points }: Evolution, { width, size, ink, rule }: Habillage): Trace {
  const values = points.map(({ raw }) => raw);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // L'échelle couvre au moins le quart de la plus grande valeur : un léger recul ne doit pas paraître une chute.
  const range = Math.max(high - low, Math.abs(high) / 4, Number.MIN_VALUE);
  const labels = points.map((point) => largeur(point.value, size, true));
  const years = points.map((point) => largeur(point.label, size));
  const side = Math.max((labels[0] as number), (labels[labels.length - 1] as number), (years[0] as number)) / 2;
  const x = scaleLinear([(points[0] as Evolution['points'][number]).year, (points[points.length - 1] as Evolution['points'][number]).year], [side, width - side]);
  const centres = points.map(({ year }) => x(year));
  const above = etages(centres, labels);
  const below = etages(centres, years);
  const leading = size * 1.2;
  const top = (Math.max(...above) + 1) * leading + AIR;
  const middle = (low + high) / 2;
  const y = scaleLinear([middle - range / 2, middle + range / 2], [top + PLOT - 3, top + 3]);
  const base = top + PLOT;
  const path = line<Evolution['points'][number]>(({ year }) => x(year), ({ raw }) => y(raw)).digits(2)(points) ?? '';
  const marks = points.map((point, i) => {
    const [cx, cy] = [centres[i] as number, y(point.raw)];
    return element('circle', { cx, cy, r: 2.4, fill: ink })
      + text(cx, base + leading * ((below[i] as number) + 1), point.label, { 'text-anchor': 'middle' })
      + text(cx, cy - AIR - 1.5 - leading * (above[i] as number), point.value, { 'text-anchor': 'middle', 'font-weight': 'bold' });
  });
  const body = element('line', { x1: 0, y1: base, x2: width, y2: base, stroke: rule, 'stroke-width': 0.6 })
    + element('path', { d: path, fill: 'none', stroke: ink, 'stroke-width': 1.4, 'stroke-linejoin': 'round' })
    + marks.join('');
  return { body, height: base + leading * (Math.max(...below) + 1) + AIR };
}
