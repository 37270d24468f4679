/**
 * La presse : ouvre les polices, met en page, écrit les octets. Elle remplace l'imprimeur de pdfmake pour ne rien lire sur
 * le disque ni sur le réseau, garder la main entre mise en page et dessin, et ne partager aucun état entre deux rendus.
 */
import type { Span } from '../../base/span.ts';
import type { Theme } from '../theme.ts';
import { HEADING, TEXT } from './styles.ts';
import { PDFDocument } from './flow/internals.ts';
import { fillLateFigures } from './flow/late.ts';
import { demand } from './flow/known.ts';
import { type Layout, type LayoutInput, PageFlow } from './flow/layout.ts';
import { shaper, view } from './flow/shapes.ts';
import { printable, Widths } from './flow/words.ts';
import type { TextStyle } from './definition.ts';
import { type Attachment, attach } from './attachments.ts';
import { portableStreams } from './deflate.ts';
import { describe, type DocumentInfo } from './tags/metadata.ts';
import { TaggedPainter } from './tags/painter.ts';
import { writeStructure } from './tags/write.ts';
import type { Face, Page, PDFDocumentInstance, PDFDocumentOptions } from './flow/types.ts';

export interface PressInfo { readonly title: string; readonly author: string; readonly subject: string; readonly keywords: string; readonly date: Date }
export interface Lost { readonly excerpt: string; readonly span: Span | null }

/** pdfkit recopie les métadonnées dans le XML (XMP) sans les échapper, et n'y dit pas tout : nous l'écrivons nous-mêmes. */
class Document extends PDFDocument {
  /** Mise en forme des mots, par fichier de police. */
  readonly shapers = new Map<string, Face['layoutCached']>();

  override _addInfo(): void {
    const { info, options } = this;
    this.appendXML(describe(info as unknown as DocumentInfo, options.lang, options.subset !== undefined));
  }

  /** Par son nom de fichier, et non par ses octets : les textes d'un dessin la demandent ainsi, et pdfkit la rouvrirait à chacun. */
  override provideFont(family: string, bold: boolean, italics: boolean): Face {
    const file = this.getFontFile(family, bold, italics);
    const shape = file === null ? undefined : this.shapers.get(file);
    if (file === null || shape === undefined) return super.provideFont(family, bold, italics);
    const face = this.font(file)._font;
    face.layoutCached = shape;
    return face;
  }
}

export class Press {
  readonly doc: PDFDocumentInstance;
  readonly lost: Lost[] = [];
  readonly #files = new Map<string, Uint8Array>();
  readonly #widths = new Widths();
  readonly #images: Record<string, string> = {};
  readonly #defaultStyle: object;
  readonly #size: Page['pageSize'];
  readonly #margins: Page['pageMargins'];

  constructor(info: PressInfo, theme: Theme, fonts: ReadonlyMap<string, Uint8Array>, defaultStyle: object, size: Page['pageSize'], margins: Page['pageMargins']) {
    for (const [name, bytes] of fonts) this.#files.set(name, bytes);
    const options: PDFDocumentOptions = {
      size: [size.width, size.height], pdfVersion: '1.7', displayTitle: true, compress: true, lang: 'fr-FR', autoFirstPage: false, font: null, tagged: true,
      subset: 'PDF/A-3a',
      info: { Title: info.title, Author: info.author, Subject: info.subject, Keywords: info.keywords, Producer: 'pdfmake', Creator: 'ctg', CreationDate: info.date, ModDate: info.date },
    };
    const family = ({ normal, bold, italics, bolditalics }: Theme['fonts']['text']): object => ({ normal, bold, italics, bolditalics });
    const virtualfs = { existsSync: (name: string): boolean => this.#files.has(name), readFileSync: (name: string): Uint8Array => view(this.#files.get(name) as Uint8Array) };
    const doc = new Document({ [TEXT]: family(theme.fonts.text), [HEADING]: family(theme.fonts.heading) }, this.#images, {}, {}, options, virtualfs, () => false);
    this.doc = doc;
    portableStreams(doc);
    for (const [name, bytes] of fonts) {
      doc.registerFont(name, view(bytes));
      doc.shapers.set(name, shaper(bytes));
    }
    this.#defaultStyle = defaultStyle;
    this.#size = size;
    this.#margins = margins;
  }

  face(family: string, bold: boolean, italics: boolean): Face {
    return this.doc.provideFont(family, bold, italics);
  }

  /** Largeur d'un texte d'un seul style. */
  textWidth(text: string, { font = TEXT, fontSize = 10, bold = false, italics = false }: TextStyle): number {
    return this.#widths.of(this.face(font, bold, italics), printable(text)) * fontSize;
  }

  /** Dépose une image et l'ouvre : une image illisible lève ici, et non au milieu de la mise en page. */
  addImage(bytes: Uint8Array): string {
    const name = `image-${this.#files.size + 1}`;
    this.#files.set(name, bytes);
    this.#images[name] = name;
    this.doc.provideImage(name);
    return name;
  }

  flow(): PageFlow {
    return new PageFlow(this.doc, this.#defaultStyle, this.#size, this.#margins, this.#widths, (excerpt, span) => this.lost.push({ excerpt, span }));
  }

  layout(input: Omit<LayoutInput, 'defaultStyle'>): Layout {
    this.lost.length = 0;
    return this.flow().layout({ ...input, defaultStyle: this.#defaultStyle });
  }

  /** Les rouages de pdfkit qu'il n'exporte pas : ils ne se voient que sur un document dessiné. */
  #demandWriter(): void {
    demand('PDFPage', this.doc.page);
    demand('PDFNumberTree', this.doc.getStructParentTree());
    demand('PDFOutline', this.doc.outline);
    demand('EmbeddedFont', this.face(TEXT, false, false));
  }

  /** Dessine les pages, écrit leur structure, joint les fichiers et rend le tout. */
  async print({ pages, structure }: Layout, attachments: readonly Attachment[]): Promise<Uint8Array> {
    fillLateFigures(pages);
    new TaggedPainter(this.doc).renderPages(pages);
    this.#demandWriter();
    writeStructure(this.doc, structure);
    attach(this.doc, attachments, this.doc.info['CreationDate'] as Date);
    this.doc.end();
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.doc) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}
