/**
 * Carte des communes : leurs contours, leur rang au centre, une teinte d'autant plus forte que la valeur est grande. Le
 * tableau imprimé dessous dit le nom et la valeur de chaque rang.
 */
import { geoMercator, geoPath } from 'd3-geo';
import { scaleLinear } from 'd3-scale';
import type { Anneaux, Carte } from '../document/dessin.ts';
import { teinte } from './couleurs.ts';
import type { Habillage, Trace } from './habillage.ts';
import { element, text } from './svg.ts';

/** Hauteur d'une carte : le tableau de ses communes doit pouvoir la suivre sur la page. */
const MOST = 300;

type Ring = Anneaux[number];
/** Aire signée d'un anneau, en degrés carrés : de quoi choisir le plus grand. */
const area = (ring: Ring): number => ring.reduce((sum, [x, y], i) => {
  const [u, v] = ring[(i + 1) % ring.length] as readonly [number, number];
  return sum + (x * v - u * y) / 2;
}, 0);

/** Un point à l'intérieur, loin des bords : sur une grille du plus grand anneau, celui qu'aucun bord n'approche. */
export function centre(ring: readonly (readonly [number, number])[]): readonly [number, number] {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best: readonly [number, number] = [(x0 + x1) / 2, (y0 + y1) / 2];
  let far = -1;
  const STEPS = 14;
  for (let i = 1; i < STEPS; i += 1) {
    for (let j = 1; j < STEPS; j += 1) {
      const point = [x0 + ((x1 - x0) * i) / STEPS, y0 + ((y1 - y0) * j) / STEPS] as const;
      const reach = inside(ring, point) ? distance(ring, point) : -1;
      if (reach > far) [best, far] = [point, reach];
    }
  }
  return best;
}

const inside = (ring: Ring, [x, y]: readonly [number, number]): boolean => ring.reduce((in_, [ax, ay], i) => {
  const [bx, by] = ring[(i + 1) % ring.length] as readonly [number, number];
  return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !in_ : in_;
}, false);

function distance(ring: Ring, [x, y]: readonly [number, number]): number {
  let least = Number.POSITIVE_INFINITY;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as readonly [number, number];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    least = Math.min(least, (x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2);
  });
  return least;
}

export function carte({ communes }: Carte, { width, size, ink }: Habillage): Trace {
  const shape = (rings: Anneaux): { type: 'MultiLineString'; coordinates: [number, number][][] } => ({ type: 'MultiLineString', coordinates: rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])) });
  const all = shape(communes.flatMap(({ rings }) => rings));
  const projection = geoMercator().fitExtent([[1, 1], [width - 1, MOST - 1]], all);
  const [[, top], [, bottom]] = geoPath(projection).bounds(all);
  // Des lignes, et non des surfaces : d3 prend le sens d'un anneau pour son intérieur, que les fichiers ne respectent pas tous.
  const path = geoPath(projection).digits(1);
  const [x, y] = projection.translate();
  projection.translate([x, y - top + 1]);
  const values = communes.flatMap(({ raw }) => (raw === null ? [] : [raw]));
  const shade = scaleLinear([Math.min(...values), Math.max(...values)], [0.1, 0.45]).clamp(true);
  const fill = (raw: number | null): string => (raw === null ? '#FFFFFF' : teinte(ink, values.length < 2 ? 0.3 : shade(raw)));
  const outlines = communes.map(({ rings, raw }) => element('path', { d: `${(path(shape(rings)) ?? '').replaceAll('M', 'ZM').replace(/^Z/, '')}Z`, fill: fill(raw), 'fill-rule': 'evenodd', stroke: ink, 'stroke-width': 0.6, 'stroke-linejoin': 'round' }));
  const labels = communes.map(({ rank, rings }) => {
    const main = rings.reduce((a, b) => (Math.abs(area(b)) > Math.abs(area(a)) ? b : a));
    const [cx, cy] = projection(centre(main) as [number, number]) as [number, number];
    return text(cx, cy + size * 0.34, String(rank), { 'text-anchor': 'middle', 'font-weight': 'bold' });
  });
  return { body: outlines.join('') + labels.join(''), height: bottom - top + 2 };
}
