/**
 * La mise en page, au-dessus de celle de pdfmake, en une passe : titres gardés avec leur suite, pas de ligne seule en bas ou
 * en haut de page, rangées et blocs gardés entiers tant qu'ils tiennent dans une page — et coupés, jamais perdus, au-delà.
 */
import type { Span } from '../../../base/span.ts';
import type { PageFurniture, PdfNode, Watermark } from '../definition.ts';
import type { Element } from '../tags/element.ts';
import { Recorder } from '../tags/recorder.ts';
import { FOOTER, HEADER } from '../tags/tag.ts';
import { chainHeight, groupHeight, heightOf, rowHeight, rowsTogether, textHeights } from './heights.ts';
import { DocPreprocessor, DocumentContext, LayoutBuilder, SVGMeasure, TableProcessor } from './internals.ts';
import { breakWords, isCut, justify, spaceAfter, toLine } from './lines.ts';
import type { Context, LaidNode, LineInstance, OwnedItem, Page, PDFDocumentInstance, RowResult } from './types.ts';
import { Measure, type Widths } from './words.ts';
import { GuardedWriter } from './writer.ts';

const WIDOWS = 2;
const ORPHANS = 2;
/** Nombre de lignes d'une phrase trop courte pour une page. */
const SHORT_END = 5;
/** Les hauteurs sont calculées, puis accumulées par pdfmake dans un autre ordre. */
const SLACK = 0.05;

export interface LayoutInput {
  readonly content: PdfNode;
  readonly header: PageFurniture;
  readonly footer: PageFurniture;
  readonly watermark: Watermark | undefined;
  readonly defaultStyle: object;
}
/** Les pages, et l'arbre de structure de ce qu'elles portent. */
export interface Layout { readonly pages: Page[]; readonly structure: Element }
/** Un bloc que pdfmake n'a pas pu placer. */
export type LostReporter = (excerpt: string, span: Span | null) => void;

/** La dernière puce d'une liste, ou le bloc lui-même. */
const lastPart = (node: LaidNode): LaidNode => {
  const inner = (node.stack ?? node.ul ?? node.ol)?.at(-1);
  return inner === undefined ? node : lastPart(inner);
};

export class PageFlow extends LayoutBuilder {
  readonly #doc: PDFDocumentInstance;
  readonly #lost: LostReporter;
  readonly #marked = new Set<string>();
  readonly #recorder = new Recorder();
  #source: Span | null = null;

  constructor(doc: PDFDocumentInstance, defaultStyle: object, page: Page['pageSize'], margins: Page['pageMargins'], widths: Widths, lost: LostReporter) {
    const svgMeasure = new SVGMeasure();
    super(page, margins, svgMeasure);
    this.#doc = doc;
    this.#lost = lost;
    this.docPreprocessor = new DocPreprocessor();
    this.docMeasure = new Measure(doc, defaultStyle, svgMeasure, widths);
  }

  /** Hauteurs de nœuds neufs, dans une largeur donnée, sans rien écrire. */
  measure(nodes: readonly PdfNode[], width: number): number[] {
    return nodes.map((node) => heightOf(this.docMeasure.measureBlock(new DocPreprocessor().preprocessBlock(node)), width));
  }

  /** Hauteurs des rangées d'un tableau neuf. */
  measureRows(table: PdfNode, width: number): number[] {
    const laid = this.docMeasure.measureBlock(new DocPreprocessor().preprocessBlock(table));
    return (laid.table?.body ?? []).map((_, row) => rowHeight(laid, row, width));
  }

  layout(input: LayoutInput): Layout {
    const measured = this.docMeasure.measureDocument(this.docPreprocessor.preprocessDocument(input.content));
    this.linearNodeList = [];
    this.writer = new GuardedWriter(new DocumentContext(), (excerpt) => this.#lost(excerpt, this.#source));
    this.processNode(measured);
    this.addHeadersAndFooters(input.header, input.footer);
    this.addWatermark(input.watermark, this.#doc, input.defaultStyle);
    return { pages: this.writer.context().pages, structure: this.#recorder.finish() };
  }

  /** Au premier niveau : ni dans une cellule ou une colonne, ni dans un bloc hors du flux. */
  #free(context: Context): boolean {
    return this.writer.transactionLevel === 0 && context.snapshots.length === 0 && context.getCurrentPage() !== null;
  }

  #pageHeight(context: Context): number {
    const page = context.getCurrentPage() as Page;
    return page.pageSize.height - context.pageMargins.top - context.pageMargins.bottom;
  }

  #atTop(context: Context): boolean {
    return context.y <= context.pageMargins.top + this.writer.repeatables.reduce((height, block) => height + block.height, 0) + 0.5;
  }

  /** Passe à la page suivante si `need` n'y tient plus et que la page suivante le peut. */
  #reserve(need: number): void {
    const context = this.writer.context();
    if (need > context.availableHeight + SLACK && !this.#atTop(context)) this.writer.moveToNextPage();
  }

  override processNode(node: LaidNode, verticalAlignment?: boolean): void {
    const outer = this.#source;
    if (node.source) this.#source = node.source;
    if (node.keepTogether && node.pageBreak === undefined && this.writer.transactionLevel === 0) {
      const context = this.writer.context();
      if (this.#free(context)) {
        const height = heightOf(node, context.availableWidth);
        if (height <= this.#pageHeight(context)) this.#reserve(height - (node._margin?.[3] ?? 0));
      }
    }
    this.#dropTopMargin(node);
    this.#recorder.enter(node);
    node.owner = this.#recorder.owner;
    for (const vector of node.canvas ?? []) (vector as OwnedItem).owner = node.owner;
    this.#withBottomMargin(node, () => super.processNode(node, verticalAlignment));
    this.#recorder.leave();
    this.#source = outer;
  }

  override processList(ordered: boolean, node: LaidNode): void {
    for (const item of node.ol ?? node.ul ?? []) {
      const owner = this.#recorder.label(item);
      for (const mark of [...(item.listMarker?.canvas ?? []), ...(item.listMarker?._inlines ?? [])]) Object.assign(mark, { owner, marker: true });
    }
    super.processList(ordered, node);
  }

  override addDynamicRepeatable(getter: PageFurniture, size: unknown, property: 'header' | 'footer'): void {
    this.#recorder.aside(property === 'header' ? HEADER : FOOTER, () => super.addDynamicRepeatable(getter, size, property));
  }

  /** L'espace au-dessus d'un bloc n'a pas de sens en haut d'une page (la couverture exceptée, qui se compose elle-même). */
  #dropTopMargin(node: LaidNode): void {
    const context = this.writer.context();
    if (node._margin && node._margin[1] > 0 && context.page > 0 && node.pageBreak === undefined && this.#free(context) && this.#atTop(context)) node._margin[1] = 0;
  }

  /** pdfmake ouvre une page pour l'espace sous un bloc qui n'y tient plus : elle pouvait rester vide. Il s'arrête ici au bas de la page. */
  #withBottomMargin(node: LaidNode, process: () => void): void {
    const margin = node._margin;
    const bottom = margin?.[3] ?? 0;
    if (!margin || bottom <= 0 || !this.#free(this.writer.context())) return process();
    margin[3] = 0;
    process();
    margin[3] = bottom;
    const context = this.writer.context();
    context.moveDown(Math.min(bottom, context.availableHeight));
  }

  override processVerticalContainer(node: LaidNode): void {
    const children = node.stack ?? [];
    children.forEach((child, index) => {
      const context = this.writer.context();
      if (child.section === undefined && child.pageBreak === undefined && this.#free(context)) {
        if (child.keepWithNext && !children[index - 1]?.keepWithNext) {
          const need = chainHeight(children, index, context.availableWidth, this.#pageHeight(context));
          if (need <= this.#pageHeight(context)) this.#reserve(need);
        }
        if (node.ending && index === children.length - 2) this.#keepEnd(child, children[index + 1] as LaidNode, context);
      }
      this.processNode(child);
      for (const position of child.positions) node.positions.push(position);
    });
  }

  /** La courte phrase qui finit une pièce ne reste pas seule sur une page : la fin de ce qui la précède l'y suit. */
  #keepEnd(before: LaidNode, end: LaidNode, context: Context): void {
    if (end.text === undefined || end.pageBreak !== undefined) return;
    const width = context.availableWidth;
    if (textHeights(end, width - (end._margin?.[0] ?? 0)).length > SHORT_END) return;
    const last = lastPart(before);
    const trail = heightOf(end, width) - (end._margin?.[3] ?? 0);
    last.trail = trail + (before === last ? 0 : (before._margin?.[3] ?? 0));
  }

  override processLeaf(node: LaidNode): void {
    const context = this.writer.context();
    const { availableWidth: width } = context;
    const { hanging = 0 } = node;
    const whole = new Set<number>();
    const compose = (): LineInstance[] => breakWords(node._inlines ?? [], width, hanging, whole).map((words) => toLine(words, width));
    const free = this.#free(context);
    let lines = compose();
    const [first] = lines;
    if (first === undefined) return;
    const room = context.availableHeight - (node.trail === undefined ? 0 : node.trail + (node._margin?.[3] ?? 0));
    let breakAt = free ? this.#breakBefore(lines, context, room) : -1;
    // Un mot ne se coupe pas d'une page à l'autre.
    while (breakAt > 0 && !whole.has(breakAt - 1) && isCut(lines[breakAt - 1])) {
      whole.add(breakAt - 1);
      lines = compose();
      breakAt = this.#breakBefore(lines, context, room);
    }
    this.#mark(node, lines[0] as LineInstance);
    const { owner, shared } = this.#recorder;
    lines.forEach((line, index) => {
      line.lastLineInParagraph = index === lines.length - 1;
      if (index > 0 && hanging > 0) line.x = hanging;
      if (!line.lastLineInParagraph && !line.newLineForced && line.inlines[0]?.justify) justify(line, index > 0 ? width - hanging : width);
      line.owner = owner;
      if (shared || (!line.lastLineInParagraph && line.newLineForced)) spaceAfter(line);
      if (index === breakAt || (line.getHeight() > context.availableHeight && context.y > context.pageMargins.top)) this.writer.moveToNextPage();
      const position = this.writer.addLine(line);
      if (position !== false) node.positions.push(position);
    });
  }

  /** La ligne devant laquelle changer de page pour n'en laisser seule aucune ; -1 si tout tient. */
  #breakBefore(lines: readonly LineInstance[], context: Context, room: number): number {
    let fit = 0;
    let used = 0;
    for (; fit < lines.length; fit += 1) {
      used += (lines[fit] as LineInstance).getHeight();
      if (used > room) break;
    }
    if (fit === lines.length) return -1;
    let breakAt = fit;
    if (lines.length - breakAt < WIDOWS) breakAt = lines.length - WIDOWS;
    if (breakAt < ORPHANS) breakAt = 0;
    return breakAt === 0 && this.#atTop(context) ? -1 : breakAt;
  }

  /** Destination, signet : portés par la première ligne, comme le veut le moteur d'écriture. */
  #mark(node: LaidNode, line: LineInstance): void {
    if (node.mark === undefined) return;
    if (!this.#marked.has(node.mark)) line.id = node.mark;
    this.#marked.add(node.mark);
    if (node.outline) line._outline = { id: node.mark, parentId: node.outlineParentId, text: node.outlineText ?? '', expanded: node.outlineExpanded ?? false };
  }

  override processTable(node: LaidNode): void {
    const context = this.writer.context();
    const free = this.#free(context);
    const width = context.availableWidth;
    const body = node.table?.body ?? [];
    const headers = node.table?.headerRows ?? 0;
    if (free && headers > 0) {
      const need = groupHeight(node, 0, rowsTogether(node, headers, width, this.#pageHeight(context)), width);
      if (need <= this.#pageHeight(context)) this.#reserve(need);
    }
    this.nestedLevel += 1;
    const processor = new TableProcessor(node);
    processor.beginTable(this.writer);
    let kept = headers;
    body.forEach((cells, row) => {
      if (free && row >= kept) {
        kept = rowsTogether(node, row, width, this.#pageHeight(context));
        this.#keepRows(node, row, kept, width);
      }
      processor.beginRow(row, this.writer);
      const height = node.table?.heights?.(row);
      const result: RowResult = this.processRow({
        marginX: node._margin ? [node._margin[0], node._margin[2]] : [0, 0],
        dontBreakRows: false,
        rowsWithoutPageBreak: processor.rowsWithoutPageBreak,
        cells,
        widths: node.table?.widths,
        gaps: node._offsets?.offsets,
        tableBody: body,
        tableNode: node,
        rowIndex: row,
        height: height === 'auto' ? undefined : height,
      });
      for (const position of result.positions) node.positions.push(position);
      processor.endRow(row, this.writer, result.pageBreaks);
    });
    processor.endTable(this.writer);
    this.nestedLevel -= 1;
    if (this.nestedLevel === 0) this.writer.context().resetMarginXTopParent();
  }

  /** Des rangées gardées ensemble, ou fusionnées, ne se coupent que si elles dépassent une page. */
  #keepRows(node: LaidNode, from: number, to: number, width: number): void {
    const context = this.writer.context();
    const room = this.#pageHeight(context) - this.writer.repeatables.reduce((height, block) => height + block.height, 0);
    const need = groupHeight(node, from, to, width);
    const trail = to === node.table?.body.length ? (node.trail ?? 0) : 0;
    if (need + trail <= room) this.#reserve(need + trail);
    else if (to - from > 1) this.#reserve(rowHeight(node, from, width));
  }
}
