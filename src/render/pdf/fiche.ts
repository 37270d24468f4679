/** Fiche-action : bandeau de tête, grille de faits, puis les sections, deux par deux quand elles sont courtes. Commence une page. */
import type { Block, FicheAction } from '../../document/arbre.ts';
import { line, type RenderContext } from './context.ts';
import type { PdfNode, TextStyle } from './definition.ts';
import { framed } from './frames.ts';
import { plainText } from './inlines.ts';
import { bare, tableLayout } from './layouts.ts';
import { renderNotes } from './notes.ts';
import { A4, mm } from './styles.ts';
import { heading, tag } from './tags/tag.ts';
import { within } from './tags/within.ts';

const GUTTER = 22;
/** Signes au-delà desquels une section prend toute la largeur. */
const SHORT = 700;

type Section = FicheAction['sections'][number];

function head(context: RenderContext, fiche: FicheAction): PdfNode {
  const { styles, theme, anchors, thematique } = context.shared;
  const destination = anchors.get(fiche.anchor);
  const over = { ...styles.overline };
  // Le rang et l'intitulé sont un seul titre ; la thématique, dessinée entre les deux, se lit après.
  const title = heading(3);
  return {
    presentation: true,
    table: {
      widths: [5, '*'],
      body: [[
        { text: '', fillColor: thematique(fiche.thematique) },
        {
          stack: [
            { columns: [line(context, fiche.label, over, { tag: title, width: '*' }), line(context, fiche.thematique, { ...styles.table, bold: true, color: theme.colors.ink }, { width: 'auto', alignment: 'right' })], columnGap: 10 },
            line(context, fiche.title, styles.ficheTitle, { tag: title, margin: [0, 2, 0, 0], outline: true, outlineText: `${fiche.label} – ${fiche.title}`, ...(destination === undefined ? {} : { mark: destination }), ...(context.outlineParent === null ? {} : { outlineParentId: context.outlineParent }) }),
          ],
          fillColor: theme.colors.tint,
          margin: [10, 7, 10, 8],
        },
      ]],
    },
    layout: bare,
    margin: [0, 0, 0, 8],
    keepWithNext: true,
  };
}

function facts(context: RenderContext, fiche: FicheAction): PdfNode[] {
  if (fiche.facts.length === 0) return [];
  const { styles, theme } = context.shared;
  const list = tag('L', { numbering: 'None' });
  const cells = fiche.facts.map(({ key, value }): PdfNode => ({
    within: [list, tag('LI')],
    stack: [line(context, key, styles.small, { tag: tag('Lbl') }), { text: context.inlines(context, value, styles.table), ...styles.table, tag: tag('LBody') }],
  }));
  const body: PdfNode[][] = [];
  for (let i = 0; i < cells.length; i += 2) {
    const [first, second] = [cells[i] as PdfNode, cells[i + 1]];
    body.push(second === undefined ? [{ ...first, colSpan: 2 }, { text: '' }] : [first, second]);
  }
  return [{
    presentation: true,
    table: { widths: ['*', '*'], body },
    layout: tableLayout({ rule: theme.colors.rule, pad: [8, 3], flush: true, horizontal: () => 0.5 }),
    margin: [0, 0, 0, 4],
  }];
}

/** Nombre de signes d'une suite de paragraphes et de listes ; infini si elle contient autre chose. */
function length(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'paragraph') return sum + plainText(block.children).length;
    return block.type === 'list' ? sum + block.items.reduce((inner, item) => inner + 30 + length(item), 0) : Number.POSITIVE_INFINITY;
  }, 0);
}

const guarded = (section: Section): boolean => /vigilance/i.test(section.title) && section.children.every((block) => block.type !== 'callout');
const short = (section: Section): boolean => length(section.children) <= SHORT;

function content(context: RenderContext, section: Section, width: number): PdfNode[] {
  const { styles, theme } = context.shared;
  const title = line(context, section.title, styles.heading3, { tag: heading(4), keepWithNext: true, margin: [0, 0, 0, 3] });
  if (!guarded(section)) return [title, ...context.blocks({ ...context, width }, section.children)];
  return [{ ...framed(context, [title, ...context.blocks({ ...context, width: width - 24 }, section.children)], theme.colors.ink, theme.colors.tint), margin: [0, 0, 0, 0] }];
}

/** Deux sections courtes qui se suivent vont côte à côte. */
function sections(context: RenderContext, all: readonly Section[], gap: number): PdfNode[] {
  const made: PdfNode[] = [];
  for (let i = 0; i < all.length; i += 1) {
    const one = all[i] as Section;
    const other = all[i + 1];
    if (other !== undefined && short(one) && short(other)) {
      const width = (context.width - GUTTER) / 2;
      made.push({ columns: [one, other].map((section): PdfNode => ({ width: '*', stack: content(context, section, width) })), columnGap: GUTTER, keepTogether: true, margin: [0, gap, 0, 0] });
      i += 1;
      continue;
    }
    const [first, ...rest] = content(context, one, context.width);
    made.push({ ...first, margin: [0, gap, 0, 3] }, ...rest);
  }
  return made;
}

/** Une page par fiche : au corps du texte si elle y tient, sinon au corps des tableaux (9,5 points) ; plus petit se lirait mal, une fiche plus longue prend deux pages. */
export function renderFiche(context: RenderContext, fiche: FicheAction): PdfNode[] {
  const { styles, theme, measure } = context.shared;
  const { top, bottom } = theme.margins.portrait;
  const room = A4.height - mm(top + bottom) - context.lead;
  const make = (tone: TextStyle, gap: number): PdfNode[] => [head(context, fiche), ...facts(context, fiche), ...sections({ ...context, tone, compact: true }, fiche.sections, gap), ...(fiche.notes === undefined ? [] : renderNotes({ ...context, tone }, fiche.notes))];
  const fits = measure(make(styles.sans, 12), context.width).reduce((sum, height) => sum + height, 0) <= room;
  const [first, ...rest] = fits ? make(styles.sans, 12) : make(styles.table, 6);
  const whole = tag('Art', { title: `${fiche.label} \u2013 ${fiche.title}` });
  return [{ ...first, pageBreak: 'before' as const }, ...rest].map((node) => within(node, whole));
}
