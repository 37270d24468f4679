/**
 * La seule porte vers l'intérieur de pdfmake 0.3.11. Chaque classe reprise est vérifiée à l'import : si une version
 * change ses méthodes, l'erreur dit laquelle au lieu de laisser sortir un document faux.
 */
import columnCalculatorModule from 'pdfmake/js/columnCalculator.js';
import DocMeasureModule from 'pdfmake/js/DocMeasure.js';
import DocPreprocessorModule from 'pdfmake/js/DocPreprocessor.js';
import DocumentContextModule from 'pdfmake/js/DocumentContext.js';
import LayoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import LineModule from 'pdfmake/js/Line.js';
import PageElementWriterModule from 'pdfmake/js/PageElementWriter.js';
import PDFDocumentModule from 'pdfmake/js/PDFDocument.js';
import RendererModule from 'pdfmake/js/Renderer.js';
import StyleContextStackModule from 'pdfmake/js/StyleContextStack.js';
import SVGMeasureModule from 'pdfmake/js/SVGMeasure.js';
import TableProcessorModule from 'pdfmake/js/TableProcessor.js';
import TextBreakerModule from 'pdfmake/js/TextBreaker.js';
import TextDecoratorModule from 'pdfmake/js/TextDecorator.js';
import TextInlinesModule from 'pdfmake/js/TextInlines.js';
import type { PdfNode, Run } from '../definition.ts';
import type {
  Context, DocMeasureInstance, LaidNode, LayoutBuilderInstance, LineInstance, Page, PageMargins, PDFDocumentInstance, PDFDocumentOptions, RendererInstance, StyleStack, TableProcessorInstance, Word, Writer,
} from './types.ts';

/** Sort la classe d'un module CommonJS, quel que soit l'emballage, et vérifie ses méthodes. */
export function take<T>(module: unknown, name: string, methods: readonly string[]): T {
  let found: unknown = module;
  while (typeof found === 'object' && found !== null && 'default' in found) found = (found as { default: unknown }).default;
  const owner = typeof found === 'function' ? (found as { prototype: Record<string, unknown> }).prototype : (found as Record<string, unknown> | null);
  const missing = methods.filter((method) => typeof owner?.[method] !== 'function');
  if (missing.length > 0) throw new Error(`pdfmake a changé : ${name} n'a plus ${missing.join(', ')} (version attendue : 0.3.11).`);
  return found as T;
}

export const LayoutBuilder = take<new (pageSize: Page['pageSize'], margins: PageMargins, svgMeasure: object) => LayoutBuilderInstance>(
  LayoutBuilderModule, 'LayoutBuilder',
  ['processNode', 'processLeaf', 'processVerticalContainer', 'processTable', 'processRow', 'tryLayoutDocument', 'addBackground', 'addHeadersAndFooters', 'addWatermark', 'addDynamicRepeatable', 'processList', 'buildNextLine'],
);
export const PageElementWriter = take<new (context: Context) => Writer>(PageElementWriterModule, 'PageElementWriter', ['addFragment', 'addLine', 'addVector', 'addImage', 'addSVG', 'addCanvas', 'moveToNextPage', 'addPage']);
export const DocumentContext = take<new () => Context>(DocumentContextModule, 'DocumentContext', ['addPage', 'moveToNextPage', 'getCurrentPage', 'moveDown', 'resetMarginXTopParent']);
export const DocMeasure = take<new (doc: object, styles: object, defaultStyle: object, svgMeasure: object, layouts: object) => DocMeasureInstance>(DocMeasureModule, 'DocMeasure', ['measureNode', 'measureLeaf', 'measureDocument']);
export const DocPreprocessor = take<new () => { preprocessDocument(node: PdfNode): PdfNode; preprocessBlock(node: PdfNode): PdfNode }>(DocPreprocessorModule, 'DocPreprocessor', ['preprocessDocument', 'preprocessBlock']);
export const TextInlines = take<new (doc: object) => { buildInlines(texts: unknown, stack: StyleStack): { items: Word[]; minWidth: number; maxWidth: number } }>(TextInlinesModule, 'TextInlines', ['buildInlines', 'measure', 'sizeOfText']);
export const TextBreaker = take<new () => { getBreaks(texts: readonly Run[], stack: StyleStack): Word[] }>(TextBreakerModule, 'TextBreaker', ['getBreaks']);
export const StyleContextStack = take<new () => StyleStack>(StyleContextStackModule, 'StyleContextStack', ['auto', 'getProperty', 'push']);
export const Line = take<new (maxWidth: number) => LineInstance>(LineModule, 'Line', ['addInline', 'getHeight', 'getAscenderHeight', 'getWidth', 'clone']);
export const TableProcessor = take<new (node: LaidNode) => TableProcessorInstance>(TableProcessorModule, 'TableProcessor', ['beginTable', 'beginRow', 'endRow', 'endTable', 'drawHorizontalLine']);
export const columnCalculator = take<{ buildColumnWidths(columns: object[], width: number, offset?: number, table?: object): void }>(columnCalculatorModule, 'columnCalculator', ['buildColumnWidths']);
export const Renderer = take<new (doc: object) => RendererInstance>(
  RendererModule, 'Renderer',
  ['renderPages', 'renderLine', 'renderVector', 'renderImage', 'renderSVG', 'renderWatermark', 'beginClip', 'endClip', 'beginVerticalAlignment', 'endVerticalAlignment'],
);
export const TextDecorator = take<new (doc: object) => { drawBackground(line: LineInstance, x: number, y: number): void; drawDecorations(line: LineInstance, x: number, y: number): void }>(TextDecoratorModule, 'TextDecorator', ['drawBackground', 'drawDecorations']);
export const SVGMeasure = take<new () => { measureSVG(svg: string): { width: number; height: number } }>(SVGMeasureModule, 'SVGMeasure', ['measureSVG']);
export const PDFDocument = take<new (fonts: object, images: object, patterns: object, attachments: object, options: PDFDocumentOptions, virtualfs: object, localAccessPolicy: (path: string) => boolean) => PDFDocumentInstance>(
  PDFDocumentModule, 'PDFDocument', [
    'provideFont', 'getFontFile', 'font', 'provideImage', '_addInfo', 'end', 'registerFont', 'addContent', 'appendXML', 'ref', 'getStructTreeRoot', 'getStructParentTree', 'createStructParentTreeNextKey',
    'addNamedDestination', 'link', 'goTo', 'annotate', 'resolveColor', 'fillColor', 'fontSize', 'text', 'markContent',
  ],
);
