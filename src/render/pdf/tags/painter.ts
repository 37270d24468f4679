/** Le dessin des pages, où chaque opération appartient à un élément de structure ou à un artefact. */
import { Renderer, TextDecorator } from '../flow/internals.ts';
import type { LineInstance, OwnedItem, Page, PDFDocumentInstance, Word } from '../flow/types.ts';
import { Element, type Owner } from './element.ts';
import { showWord } from './glyph-runs.ts';
import { annotate, openLink, type Target, targetOf } from './links.ts';
import { Marks } from './marks.ts';
import { LAYOUT, type Tag, WATERMARK } from './tag.ts';

/** Mots voisins d'un même lien et d'une même balise. */
interface Segment { readonly target: Target | null; readonly tag: Tag | null; readonly words: Word[] }

function segments(words: readonly Word[]): Segment[] {
  const made: Segment[] = [];
  for (const word of words) {
    const target = targetOf(word);
    const last = made[made.length - 1];
    if (last !== undefined && last.target?.key === target?.key && last.tag === word.tag) last.words.push(word);
    else made.push({ target, tag: word.tag, words: [word] });
  }
  return made;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export class TaggedPainter extends Renderer {
  readonly #doc: PDFDocumentInstance;
  readonly #marks: Marks;
  readonly #outlines = new Map<string, ReturnType<PDFDocumentInstance['outline']['addItem']>>();
  /** Couleur de remplissage en cours, ou null si un autre dessin a pu la changer. */
  #color: string | null = null;

  constructor(doc: PDFDocumentInstance) {
    super(doc);
    this.#doc = doc;
    this.#marks = new Marks(doc);
  }

  override renderPages(pages: readonly Page[]): void {
    for (const page of pages) {
      this.#color = null;
      super.renderPages([page]);
      this.#marks.close();
      // Une page écrite ne sert plus : ses mots feraient l'essentiel de la mémoire d'un long acte.
      page.items.length = 0;
    }
  }

  override renderLine(line: LineInstance, x = 0, y = 0): void {
    const doc = this.#doc;
    this.#outline(line);
    if (line.id !== undefined) doc.addNamedDestination(line.id, 'XYZ', x + (line.inlines[0]?.x ?? 0), y, null);
    const baseline = y + line.getAscenderHeight();
    const owner: Owner = line.owner ?? line.inlines[0]?.owner ?? LAYOUT;
    const decorated = line.inlines.some(({ decoration }) => decoration !== null && decoration !== undefined);
    if (line.inlines.some(({ background }) => background !== null && background !== undefined)) {
      this.#draw(LAYOUT, () => new TextDecorator(doc).drawBackground(line, x, y));
    }
    for (const { target, tag, words } of segments(line.inlines)) {
      const host = owner instanceof Element && target !== null ? openLink(owner, target) : owner;
      if (owner instanceof Element && target === null) owner.openLink = null;
      this.#marks.to(host instanceof Element && tag !== null ? host.child(tag) : host);
      for (const word of words) {
        // Redite en haut d'une page, la même ligne déplacerait la destination.
        if (word.mark !== null && owner instanceof Element) doc.addNamedDestination(word.mark, 'XYZ', x + (word.x ?? 0), y, null);
        this.#fill(word.color);
        showWord(doc, word, x + (word.x ?? 0), baseline - word.rise, line.wordSpacing ?? 0);
      }
      // Un rappel d'en-tête ou un décor ne se clique pas : le lien d'un artefact n'aurait pas d'élément.
      if (target === null || !(host instanceof Element)) continue;
      const [first, last] = [words[0] as Word, words[words.length - 1] as Word];
      const width = (last.x ?? 0) + last.width - last.trailingCut - (first.x ?? 0);
      annotate(doc, host, target, words.map(({ text }) => text).join(''), [x + (first.x ?? 0), y, width, line.getHeight()]);
    }
    if (decorated) this.#draw(LAYOUT, () => new TextDecorator(doc).drawDecorations(line, x, y));
  }

  override renderVector(vector: OwnedItem): void {
    const owner = vector.owner ?? LAYOUT;
    if (owner instanceof Element && owner.type === 'Figure') this.#box(owner, vector.x ?? 0, vector.y ?? 0, vector.w ?? 0, vector.h ?? 0);
    this.#draw(owner, () => super.renderVector(vector));
  }

  override renderImage(image: OwnedItem): void {
    this.#picture(image, () => super.renderImage(image));
  }

  override renderSVG(svg: OwnedItem): void {
    this.#picture(svg, () => super.renderSVG(svg));
  }

  override renderWatermark(page: Page): void {
    this.#draw(WATERMARK, () => super.renderWatermark(page));
  }

  // Ces opérations sauvent et rendent l'état de la page : aucune marque ne doit les enjamber.
  override beginClip(item: object): void {
    this.#apart(() => super.beginClip(item));
  }

  override endClip(): void {
    this.#apart(() => super.endClip());
  }

  override beginVerticalAlignment(item: object): void {
    this.#apart(() => super.beginVerticalAlignment(item));
  }

  override endVerticalAlignment(item: object): void {
    this.#apart(() => super.endVerticalAlignment(item));
  }

  #apart(draw: () => void): void {
    this.#marks.close();
    draw();
    this.#color = null;
  }

  #draw(owner: Owner, draw: () => void): void {
    this.#marks.to(owner);
    draw();
    this.#color = null;
  }

  #fill(color: string): void {
    if (color === this.#color) return;
    this.#doc.fillColor(this.#doc.resolveColor(color, 'black'));
    this.#color = color;
  }

  #picture(item: OwnedItem, draw: () => void): void {
    const owner = item.owner ?? LAYOUT;
    if (owner instanceof Element) this.#box(owner, item.x ?? 0, item.y ?? 0, item._width ?? 0, item._height ?? 0);
    this.#draw(owner, draw);
  }

  /** Cadre d'une figure, en coordonnées du PDF (origine en bas à gauche) ; plusieurs tracés l'agrandissent. */
  #box(figure: Element, x: number, y: number, width: number, height: number): void {
    const { height: page } = this.#doc.page;
    const [left, bottom, right, top] = [x, page - y - height, x + width, page - y].map(rounded) as [number, number, number, number];
    const before = figure.bbox;
    figure.bbox = before === null ? [left, bottom, right, top] : [Math.min(before[0], left), Math.min(before[1], bottom), Math.max(before[2], right), Math.max(before[3], top)];
  }

  #outline(line: LineInstance): void {
    const wanted = line._outline;
    if (wanted === undefined) return;
    const parent = (wanted.parentId === undefined ? undefined : this.#outlines.get(wanted.parentId)) ?? this.#doc.outline;
    const item = parent.addItem(wanted.text, { expanded: wanted.expanded });
    if (wanted.id !== undefined) this.#outlines.set(wanted.id, item);
  }
}
