/**
 * La seule porte vers l'intérieur de pdfmake. Chaque classe reprise est vérifiée à l'import (`known.ts`) : si le code d'une
 * méthode n'est plus celui que ctg connaît, l'erreur dit laquelle au lieu de laisser sortir un document faux.
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
import { demand, demandVersions, foundVersions } from './known.ts';
import type {
  Context, DocMeasureInstance, LaidNode, LayoutBuilderInstance, LineInstance, Page, PageMargins, PDFDocumentInstance, PDFDocumentOptions, RendererInstance, StyleStack, TableProcessorInstance, Word, Writer,
} from './types.ts';

/** Sort la classe (ou les fonctions) d'un module CommonJS, quel que soit l'emballage, et vérifie que c'est celle que ctg connaît. */
export function take<T>(module: unknown, name: string): T {
  let found: unknown = module;
  while (typeof found === 'object' && found !== null && 'default' in found) found = (found as { default: unknown }).default;
  demand(name, (typeof found === 'function' ? (found as { prototype: object }).prototype : found) as object);
  return found as T;
}

demandVersions(foundVersions());

export const LayoutBuilder = take<new (pageSize: Page['pageSize'], margins: PageMargins, svgMeasure: object) => LayoutBuilderInstance>(LayoutBuilderModule, 'LayoutBuilder');
export const PageElementWriter = take<new (context: Context) => Writer>(PageElementWriterModule, 'PageElementWriter');
export const DocumentContext = take<new () => Context>(DocumentContextModule, 'DocumentContext');
export const DocMeasure = take<new (doc: object, styles: object, defaultStyle: object, svgMeasure: object, layouts: object) => DocMeasureInstance>(DocMeasureModule, 'DocMeasure');
export const DocPreprocessor = take<new () => { preprocessDocument(node: PdfNode): PdfNode; preprocessBlock(node: PdfNode): PdfNode }>(DocPreprocessorModule, 'DocPreprocessor');
export const TextInlines = take<new (doc: object) => { buildInlines(texts: unknown, stack: StyleStack): { items: Word[]; minWidth: number; maxWidth: number } }>(TextInlinesModule, 'TextInlines');
export const TextBreaker = take<new () => { getBreaks(texts: readonly Run[], stack: StyleStack): Word[] }>(TextBreakerModule, 'TextBreaker');
export const StyleContextStack = take<new () => StyleStack>(StyleContextStackModule, 'StyleContextStack');
export const Line = take<new (maxWidth: number) => LineInstance>(LineModule, 'Line');
export const TableProcessor = take<new (node: LaidNode) => TableProcessorInstance>(TableProcessorModule, 'TableProcessor');
export const columnCalculator = take<{ buildColumnWidths(columns: object[], width: number, offset?: number, table?: object): void }>(columnCalculatorModule, 'columnCalculator');
export const Renderer = take<new (doc: object) => RendererInstance>(RendererModule, 'Renderer');
export const TextDecorator = take<new (doc: object) => { drawBackground(line: LineInstance, x: number, y: number): void; drawDecorations(line: LineInstance, x: number, y: number): void }>(TextDecoratorModule, 'TextDecorator');
export const SVGMeasure = take<new () => { measureSVG(svg: string): { width: number; height: number } }>(SVGMeasureModule, 'SVGMeasure');
export const PDFDocument = take<new (fonts: object, images: object, patterns: object, attachments: object, options: Partial<PDFDocumentOptions>, virtualfs: object, localAccessPolicy: (path: string) => boolean) => PDFDocumentInstance>(PDFDocumentModule, 'PDFDocument');
