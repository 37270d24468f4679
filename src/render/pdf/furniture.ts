/** Ce qui revient à chaque page : en-tête, pied, filigrane. La couverture n'en a pas, sauf le filigrane d'un projet. */
import type { DocumentTree } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import type { PageFurniture, Watermark } from './definition.ts';
import { HEADING, mm } from './styles.ts';

const STAGE = 'PROJET';
const INITIALS = { width: mm(38), height: mm(10) };

const side = (context: RenderContext, size: { width: number; height: number }) => (size.width > size.height ? context.shared.theme.margins.landscape : context.shared.theme.margins.portrait);

export function makeHeader(context: RenderContext, tree: DocumentTree): PageFurniture {
  const { styles, theme } = context.shared;
  return (_page, _pages, size) => {
    const margin = side(context, size);
    const width = size.width - mm(margin.left + margin.right);
    const stage = tree.stade === 'projet' ? [line(context, STAGE, { ...styles.small, bold: true, color: theme.colors.ink }, { width: 60, alignment: 'right' })] : [];
    return {
      stack: [
        { columns: [line(context, tree.shortTitle, styles.small, { width: '*' }), ...stage], columnGap: 12 },
        { canvas: [{ type: 'line', x1: 0, y1: 4, x2: width, y2: 4, lineColor: theme.colors.rule, lineWidth: 0.5 }] },
      ],
      margin: [mm(margin.left), mm(margin.top) - 31, mm(margin.right), 0],
    };
  };
}

export function makeFooter(context: RenderContext, tree: DocumentTree): PageFurniture {
  const { styles, theme } = context.shared;
  const { width, height } = INITIALS;
  return (page, pages, size) => {
    const margin = side(context, size);
    return {
      stack: [
        {
          columns: [
            line(context, tree.fingerprint, styles.small, { width: '*' }),
            line(context, `Page\u00A0${page}\u00A0/\u00A0${pages}`, { ...styles.smallText }, { width: 90, alignment: 'right' }),
          ],
        },
        {
          columns: [
            { text: '', width: '*' },
            {
              width,
              stack: [
                { canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: height, lineColor: theme.colors.rule, lineWidth: 0.5 }] },
                line(context, 'Paraphes', styles.small, { margin: [4, 2 - height, 0, 0] }),
              ],
            },
          ],
          margin: [0, 5, 0, 0],
        },
      ],
      margin: [mm(margin.left), 16, mm(margin.right), 0],
    };
  };
}

export function makeWatermark(context: RenderContext, tree: DocumentTree): Watermark | undefined {
  if (tree.stade !== 'projet') return undefined;
  return { text: STAGE, font: HEADING, bold: true, color: context.shared.theme.colors.ink, opacity: 0.045, angle: -52, fontSize: 150 };
}
