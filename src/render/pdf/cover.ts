/** Couverture : logos, titre, territoire, période, signataires, modèle. */
import type { Cover } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import type { PdfNode, TextStyle } from './definition.ts';
import { imageNode } from './images.ts';
import { A4, mm } from './styles.ts';
import { heading, tag } from './tags/tag.ts';

const LOGO_GAP = 26;

/** Logos sur une ligne, de même surface pour peser autant à l'œil. */
function logos(context: RenderContext, cover: Cover): PdfNode[] {
  if (cover.logos.length === 0) return [{ text: '', margin: [0, 0, 0, 50] }];
  const side = mm(context.shared.theme.logos);
  const sizes = cover.logos.map(({ image }) => {
    const ratio = image.width / image.height;
    const height = Math.min(side / Math.sqrt(ratio), side * 1.07);
    return [Math.min(height * ratio, side * 2.4), Math.min(height, (side * 2.4) / ratio)] as const;
  });
  const room = context.width - LOGO_GAP * (sizes.length - 1);
  const scale = Math.min(1, room / sizes.reduce((sum, [width]) => sum + width, 0));
  const tallest = Math.max(...sizes.map(([, height]) => height)) * scale;
  return [{
    columns: cover.logos.map(({ image, alt }, i): PdfNode => {
      const [width, height] = sizes[i] as readonly [number, number];
      return { width: width * scale, stack: [{ ...imageNode(context, image, alt, [width * scale, height * scale], 20), margin: [0, (tallest - height * scale) / 2, 0, 0] }] };
    }),
    columnGap: LOGO_GAP,
  }];
}

/** Une colonne jusqu'à sept signataires, deux au-delà. */
function signataires(context: RenderContext, names: readonly string[], style: TextStyle): PdfNode[] {
  if (names.length === 0) return [];
  const columns = names.length >= 8 ? 2 : 1;
  const height = Math.ceil(names.length / columns);
  const list = tag('L');
  return [{
    columns: Array.from({ length: columns }, (_, column): PdfNode => ({
      width: '*',
      stack: names.slice(column * height, (column + 1) * height).map((name) => line(context, name, style, { within: [list, tag('LI'), tag('LBody')], tag: tag('P'), margin: [0, 0, 0, 3], hanging: 8 })),
    })),
    columnGap: 16,
  }];
}

/** Du plus aéré au plus serré : blanc au-dessus du titre, blanc au-dessus des signataires, leur corps. */
const AIRS: readonly (readonly [number, number, 'sans' | 'table' | 'smallText'])[] = [[92, 74, 'sans'], [60, 48, 'sans'], [40, 30, 'table'], [20, 20, 'smallText'], [8, 10, 'smallText']];
/** Bande d'encre au bord de la page, et place du modèle, en bas. */
const BAND = 8;
const FOOT = 22;

export function renderCover(context: RenderContext, cover: Cover): PdfNode[] {
  const { styles, theme, measure } = context.shared;
  const rule = (margin: [number, number, number, number], width: number, weight: number, color: string): PdfNode => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineColor: color, lineWidth: weight }], margin });
  const make = ([above, between, size]: (typeof AIRS)[number]): PdfNode[] => {
    // Deux lignes, un seul titre : « Convention territoriale globale », et de quel territoire.
    const title = heading(1);
    return [
    ...logos(context, cover),
    line(context, cover.title, { ...styles.title, bold: false }, { tag: title, margin: [0, above, 0, 6] }),
    line(context, cover.territoire, styles.cover, { tag: title }),
    rule([0, 16, 0, 14], 64, 2.4, theme.colors.ink),
    line(context, cover.years, { ...styles.title, bold: false }),
    { stack: [rule([0, 0, 0, 12], context.width, 0.5, theme.colors.rule), ...signataires(context, cover.signataires, styles[size])], margin: [0, between, 0, 0] },
    ];
  };
  const room = A4.height - mm(theme.margins.portrait.top + FOOT) - 12;
  const air = AIRS.find((one) => measure(make(one), context.width).reduce((sum, height) => sum + height, 0) <= room) ?? AIRS[AIRS.length - 1];
  return [
    { canvas: [{ type: 'rect', x: 0, y: 0, w: mm(BAND), h: A4.height, color: theme.colors.ink }], absolutePosition: { x: 0, y: 0 } },
    ...make(air as (typeof AIRS)[number]),
    line(context, cover.model, styles.small, { absolutePosition: { x: mm(theme.margins.portrait.left), y: A4.height - mm(FOOT) } }),
  ];
}
