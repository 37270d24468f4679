/** Chiffres marquants : une carte par chiffre, sa valeur en grand, son dessin, sa source. Et les graphiques en pleine largeur. */
import type { ChiffreItem, Chiffres, Graphique } from '../../document/arbre.ts';
import { type Dessin, textesDessin } from '../../document/dessin.ts';
import { dessiner } from '../../graphiques/index.ts';
import { demi, GOUTTIERE, habillage, pleine } from '../habillage.ts';
import { line, plain, type RenderContext } from './context.ts';
import type { Margin, PdfNode } from './definition.ts';
import { bare } from './layouts.ts';
import { HEADING } from './styles.ts';
import { type Tag, tag } from './tags/tag.ts';

/** Le dessin, à la largeur voulue. Un SVG n'a qu'une police : un caractère qu'elle n'a pas est un défaut. */
function drawing(context: RenderContext, dessin: Dessin, alt: string, width: number, room: number, margin: Margin): PdfNode {
  const { theme, glyphs, problem, at } = context.shared;
  for (const text of textesDessin(dessin)) {
    const lost = glyphs.split(text, HEADING, true, false).find(({ font }) => font !== null);
    if (lost !== undefined) problem({ kind: 'missing-glyph', detail: `« ${lost.text} » dans « ${text} »`, span: at, missing: { character: lost.text, text } });
  }
  const { svg, height } = dessiner(dessin, habillage(theme, width));
  const scale = Math.min(1, room / width);
  return { svg, fit: [width * scale, height * scale], alt, margin };
}

function card(context: RenderContext, item: ChiffreItem, width: number, list: Tag): PdfNode {
  const { styles, theme } = context.shared;
  const value = styles.title;
  const unit = { ...styles.table, bold: false };
  return {
    within: [list, tag('LI'), tag('LBody')],
    stack: [
      line(context, item.label, { ...styles.table, bold: true }),
      { text: [...plain(context, item.value, value), { text: '\u00A0' }, ...plain(context, item.unit, unit).map((run) => ({ ...unit, ...run }))], ...value, margin: [0, 1, 0, 0] },
      ...(item.dessin.type === 'barres' ? [] : [line(context, item.zone, styles.smallText)]),
      drawing(context, item.dessin, item.alt, demi(theme), width, [0, 4, 0, 1]),
      line(context, item.source, styles.small, { margin: [0, 2, 0, 0] }),
    ],
    border: [false, true, false, false],
    borderColor: [theme.colors.ink, theme.colors.ink, theme.colors.ink, theme.colors.ink],
  };
}

export function renderChiffres(context: RenderContext, { items }: Chiffres): PdfNode[] {
  if (items.length === 0) return [];
  const columns = items.length === 1 || context.width < 300 ? 1 : 2;
  const width = (context.width - (columns - 1) * GOUTTIERE) / columns;
  const empty = (): PdfNode => ({ text: '', border: [false, false, false, false] });
  const rows: PdfNode[] = [];
  const list = tag('L');
  for (let i = 0; i < items.length; i += columns) {
    const cells = items.slice(i, i + columns).map((item) => card(context, item, width, list));
    while (cells.length < columns) cells.push(empty());
    const row = cells.flatMap((cell, index) => (index === 0 ? [cell] : [empty(), cell]));
    rows.push({
      presentation: true,
      table: { widths: columns === 1 ? [width] : [width, GOUTTIERE, width], body: [row] },
      layout: { ...bare, hLineWidth: (index) => (index === 0 ? 1.2 : 0), paddingTop: () => 5 },
      margin: [0, 0, 0, 14],
      keepTogether: true,
    });
  }
  return [{ stack: rows, margin: [0, 4, 0, 2] }];
}

export function renderGraphique(context: RenderContext, { title, dessin, alt, data, source }: Graphique): PdfNode[] {
  const { styles, theme } = context.shared;
  const under = line(context, source, styles.small, { margin: [0, 0, 0, 14] });
  const figure: PdfNode = {
    tag: tag('Div', { title }),
    stack: [line(context, title, { ...styles.table, bold: true }, { tag: tag('Caption'), margin: [0, 0, 0, 4] }), drawing(context, dessin, alt, pleine(theme), context.width, [0, 0, 0, 4]), ...(data === null ? [under] : [])],
    keepTogether: true,
    margin: [0, 8, 0, 0],
  };
  return data === null ? [figure] : [{ ...figure, keepWithNext: true }, ...context.blocks(context, [data]), under];
}
