/** Les formes internes de pdfmake dont la mise en page se sert. */
import type { Owner, PdfRef } from '../tags/element.ts';
import type { Tag } from '../tags/tag.ts';
import type { LateFigure, PageFurniture, PdfNode, TableLayout, Watermark } from '../definition.ts';

export interface PageMargins { left: number; top: number; right: number; bottom: number }

/** Une police ouverte par pdfkit. */
export interface Face {
  id: string;
  ascender: number;
  /** Texte de chaque glyphe retenu, par numéro : ce que rend une copie. */
  unicode: number[][];
  ref(): PdfRef;
  encode(text: string): [codes: string[], positions: { xAdvance: number; advanceWidth: number; xOffset: number; yOffset: number }[]];
  lineHeight(size: number, gap?: boolean): number;
  widthOfString(text: string, size: number, features?: unknown): number;
  font: { hasGlyphForCodePoint(codePoint: number): boolean; /** Glyphes déjà demandés, par numéro. */ _glyphs: object };
  /** Met en forme un texte, sans rien retenir. */
  layoutRun(text: string): GlyphRun;
  /** Pareil pour un mot, sans options ; pdfkit n'en demande pas d'autre. */
  layoutCached: (text: string) => GlyphRun;
}

/** Un texte mis en forme ; `codePoints` : les caractères que vaut un glyphe. */
export interface GlyphRun {
  readonly glyphs: readonly { readonly codePoints: readonly number[] }[];
}

/** Style d'une suite de texte, résolu une fois. Deux mots de la même suite partagent le même objet. */
export interface ResolvedRun {
  font: Face;
  fontSize: number;
  height: number;
  alignment: string;
  color: string;
  background: string | null;
  decoration: string | null;
  decorationColor: string | null;
  characterSpacing: number;
  link: string | null;
  linkToDestination: string | null;
  noWrap: boolean;
  opacity: number;
  late: LateFigure | null;
  linkTitle: string | null;
  around: Tag | null;
  mark: string | null;
  rise: number;
  tag: Tag | null;
  /** Texte courant : ses mots peuvent se couper en fin de ligne. */
  hyphens: boolean;
  /** Les lignes vont d'une marge à l'autre, sauf la dernière. */
  justify: boolean;
}

/** Un mot mesuré, avec l'espace qui le suit ; ou, une fois la ligne faite, un morceau de ligne. */
export interface Word extends ResolvedRun {
  text: string;
  run: ResolvedRun;
  width: number;
  leadingCut: number;
  trailingCut: number;
  lineEnd?: boolean;
  noNewLine?: boolean;
  /** Collé au mot suivant par un trait d'union : séparé de lui seulement si la ligne est trop courte. */
  compound?: boolean;
  x?: number;
  /** Espace qui finit la ligne après ce mot sans compter dans sa largeur. */
  tail?: { readonly text: string };
  /** Le mot qui commence à ce rang se finit à la ligne suivante, après un trait d'union ; il se lit ici en entier. */
  cut?: { readonly from: number; readonly whole: string };
  /** Nombre de signes, au début, qui se lisent avec la ligne précédente. */
  resumed?: number;
  /** Étiquette de liste : elle a son propre élément, et se lit avant son texte. */
  owner?: Owner;
  marker?: true;
}

export interface LineInstance {
  x?: number;
  y?: number;
  id?: string;
  maxWidth: number;
  inlines: Word[];
  lastLineInParagraph?: boolean;
  newLineForced?: boolean;
  /** Élément ou artefact dont la ligne est le contenu. */
  owner?: Owner;
  /** Espace ajouté à chaque espace d'une ligne justifiée, en points. */
  wordSpacing?: number;
  _outline?: { id: string | undefined; parentId: string | undefined; text: string; expanded: boolean };
  addInline(word: Word): void;
  getHeight(): number;
  getAscenderHeight(): number;
  getWidth(): number;
  clone(): LineInstance;
}

/** Un nœud mesuré. */
export interface LaidNode extends Omit<PdfNode, 'stack' | 'columns' | 'ul' | 'ol' | 'table' | 'section'> {
  stack?: LaidNode[];
  columns?: (LaidNode & { _calcWidth?: number })[];
  ul?: LaidNode[];
  ol?: LaidNode[];
  section?: LaidNode;
  table?: { widths: { width: number | string; _calcWidth: number }[]; headerRows?: number; heights?: (row: number) => number | 'auto'; body: LaidNode[][] };
  positions: { pageNumber: number }[];
  listMarker?: { canvas?: OwnedItem[]; _inlines?: Word[] };
  owner?: Owner;
  /** Hauteur de ce qui suit et doit tenir sur la même page que la fin de ce bloc. */
  trail?: number;
  _inlines?: Word[];
  _margin?: [number, number, number, number] | null;
  _span?: boolean;
  _gap?: number;
  _gapSize?: { width: number };
  _height?: number;
  _minHeight?: number;
  _layout?: TableLayout;
  _offsets?: { total: number; offsets: number[] };
}

/** Ce qui se dessine et sait à qui il appartient. */
export interface OwnedItem { owner?: Owner; marker?: true; x?: number; y?: number; w?: number; h?: number; _width?: number; _height?: number }
export type PageItem = { type: 'line'; item: LineInstance } | { type: 'vector' | 'image' | 'svg' | 'beginClip' | 'endClip' | 'beginVerticalAlignment' | 'endVerticalAlignment'; item: OwnedItem };
export interface Page {
  items: PageItem[];
  pageSize: { width: number; height: number; orientation: string };
  pageMargins: PageMargins;
  customProperties: { header?: PageFurniture | null; footer?: PageFurniture | null };
}

export interface Context {
  x: number;
  y: number;
  page: number;
  pages: Page[];
  snapshots: object[];
  availableWidth: number;
  availableHeight: number;
  pageMargins: PageMargins;
  getCurrentPage(): Page | null;
  resetMarginXTopParent(): void;
  moveDown(offset: number): boolean;
  addListener(event: 'pageAdded', listener: (page: Page) => void): void;
}

/** Un bloc mis en page à part ; `insertedOnPages` : un en-tête de tableau, redit à chaque page. */
export interface Fragment { items: PageItem[]; height: number; insertedOnPages?: unknown }

export interface Writer {
  transactionLevel: number;
  repeatables: { height: number }[];
  context(): Context;
  moveToNextPage(orientation?: string): void;
  addPage(size: Page['pageSize'], orientation: string | null, margins: PageMargins): void;
  addLine(line: LineInstance, keepPosition?: boolean, index?: number): false | { pageNumber: number };
  addFragment(fragment: Fragment, useX?: boolean, useY?: boolean, keepPosition?: boolean): boolean;
  addVector(vector: OwnedItem, ignoreX?: boolean, ignoreY?: boolean, index?: number, forcePage?: number): unknown;
  addImage(node: LaidNode, index?: number): unknown;
  addSVG(node: LaidNode, index?: number): unknown;
  addCanvas(node: LaidNode, index?: number): unknown;
}

export interface TableProcessorInstance {
  headerRows: number;
  rowsWithoutPageBreak: number;
  beginTable(writer: Writer): void;
  beginRow(row: number, writer: Writer): void;
  endRow(row: number, writer: Writer, breaks: object[]): void;
  endTable(writer: Writer): void;
  drawHorizontalLine(line: number, writer: Writer): void;
}

export interface RowResult { positions: { pageNumber: number }[]; pageBreaks: object[] }

export interface LayoutBuilderInstance {
  writer: Writer;
  pageSize: Page['pageSize'];
  pageMargins: PageMargins;
  nestedLevel: number;
  linearNodeList: LaidNode[];
  docPreprocessor: { preprocessDocument(node: PdfNode): PdfNode; preprocessBlock(node: PdfNode): PdfNode };
  docMeasure: DocMeasureInstance;
  processNode(node: LaidNode, verticalAlignment?: boolean): void;
  processLeaf(node: LaidNode): void;
  processVerticalContainer(node: LaidNode): void;
  processTable(node: LaidNode): void;
  processRow(options: object): RowResult;
  processList(ordered: boolean, node: LaidNode): void;
  addDynamicRepeatable(getter: PageFurniture, size: unknown, property: 'header' | 'footer'): void;
  addBackground(background: unknown): void;
  addHeadersAndFooters(header: PageFurniture, footer: PageFurniture): void;
  addWatermark(watermark: Watermark | undefined, doc: object, defaultStyle: object): void;
}

export interface StyleStack {
  auto<T>(item: object, callback: () => T): T;
  getProperty(name: string): unknown;
}

export interface DocMeasureInstance {
  textInlines: object;
  styleStack: StyleStack;
  measureLeaf(node: LaidNode): LaidNode;
  measureDocument(node: PdfNode): LaidNode;
  measureBlock(node: PdfNode): LaidNode;
}

export interface PDFDocumentOptions {
  size: [number, number];
  pdfVersion: string;
  displayTitle: boolean;
  compress: boolean;
  lang: string;
  autoFirstPage: false;
  font: null;
  info: Record<string, string | Date>;
  tagged: true;
  /** Absent : le fichier n'annonce aucune norme. */
  subset?: 'PDF/A-3a';
}

/** Table des numéros de contenu : à qui appartient chacun, page par page. */
export interface ParentTree { limits: boolean; get(key: number): PdfRef[]; add(key: number, value: PdfRef): void }

export interface OutlineItem { addItem(text: string, options: { expanded: boolean }): OutlineItem }

export interface PDFDocumentInstance extends AsyncIterable<Uint8Array> {
  info: Record<string, string | Date>;
  provideFont(family: string, bold: boolean, italics: boolean): Face;
  /** Le fichier d'une police, ou null si la famille n'a pas ce style. */
  getFontFile(family: string, bold: boolean, italics: boolean): string | null;
  /** Par le nom sous lequel elle est déposée, ou par ses octets. */
  font(source: string | Uint8Array): { _font: Face };
  provideImage(name: string): { width: number; height: number };
  registerFont(name: string, source: Uint8Array): void;
  options: PDFDocumentOptions;
  outline: OutlineItem;
  page: { height: number; width: number; dictionary: PdfRef; annotations: PdfRef[]; fonts: Record<string, PdfRef>; readonly structParentTreeKey: number };
  _font: Face;
  _root: { data: Record<string, unknown> };
  addContent(operators: string): void;
  appendXML(xml: string): void;
  ref(data: object): PdfRef;
  getStructTreeRoot(): PdfRef;
  getStructParentTree(): ParentTree;
  createStructParentTreeNextKey(): number;
  addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
  link(x: number, y: number, width: number, height: number, url: string, options: object): void;
  goTo(x: number, y: number, width: number, height: number, destination: string, options: object): void;
  resolveColor(color: string, otherwise: string): string;
  fillColor(color: string): void;
  fontSize(size: number): void;
  text(text: string, x: number, y: number, options: object): void;
  _addInfo(): void;
  end(): void;
}

export interface RendererInstance {
  renderPages(pages: readonly Page[]): void;
  renderLine(line: LineInstance, x?: number, y?: number): void;
  renderVector(vector: OwnedItem): void;
  renderImage(image: OwnedItem): void;
  renderSVG(svg: OwnedItem): void;
  renderWatermark(page: Page): void;
  beginClip(item: object): void;
  endClip(): void;
  beginVerticalAlignment(item: object): void;
  endVerticalAlignment(item: object): void;
}
