/**
 * Mesure du texte. pdfmake résout vingt-trois propriétés de style par mot ; ici une fois par suite. Les caractères
 * insécables décident des coupures, puis laissent la place à leur équivalent imprimable avant d'atteindre la police :
 * fontkit garde pour un glyphe partagé le premier caractère vu, et corromprait tous les autres à la copie du texte.
 */
import type { Run } from '../definition.ts';
import { DocMeasure, TextBreaker, TextInlines } from './internals.ts';
import type { Face, LaidNode, PDFDocumentInstance, ResolvedRun, StyleStack, Word } from './types.ts';

const REPLACED = /[\t\u00A0\u00AD\u2007\u2009\u200A\u200B\u2011\u2060\uFEFF]/;

/** Le texte tel que la police le reçoit. */
export const printable = (text: string): string =>
  !REPLACED.test(text) ? text : text.replace(/[\t\u00A0\u2007]/g, ' ').replace(/\u2011/g, '-').replace(/[\u2009\u200A]/g, '\u202F').replace(/[\u00AD\u200B\u2060\uFEFF]/g, '');

/** Sans les espaces de la fin (les fines insécables, elles, restent). */
export const trimSpaces = (text: string): string => text.replace(/ +$/, '');

interface FontProvider { provideFont(family: string, bold: boolean, italics: boolean): Face }

function resolve(stack: StyleStack, run: Run, fonts: FontProvider): ResolvedRun {
  return stack.auto(run, () => {
    const get = <T>(name: string, otherwise: T): T => (stack.getProperty(name) as T | null | undefined) ?? otherwise;
    const font = fonts.provideFont(get('font', ''), get('bold', false), get('italics', false));
    const fontSize = get('fontSize', 10);
    return {
      font, fontSize,
      height: get('leading', font.lineHeight(fontSize)),
      alignment: get('alignment', 'left'),
      color: get('color', 'black'),
      background: get<string | null>('background', null),
      decoration: get<string | null>('decoration', null),
      decorationColor: get<string | null>('decorationColor', null),
      characterSpacing: get('characterSpacing', 0),
      link: get<string | null>('link', null),
      linkToDestination: get<string | null>('linkToDestination', null),
      noWrap: get('noWrap', false),
      opacity: 1,
      late: run.late ?? null,
      linkTitle: run.linkTitle ?? null,
      around: run.around ?? null,
      mark: run.mark ?? null,
      rise: run.rise ?? 0,
      tag: run.tag ?? null,
      hyphens: get('hyphens', false),
      justify: get('justify', false),
    };
  });
}

/** Espace fine insécable : au moins un sixième de cadratin, sans quoi elle disparaît à l'œil et du texte copié. */
export const THIN = '\u202F';
const LEAST_THIN = 1 / 6;
const pads = new WeakMap<Face, number>();

/** Ce qui manque à la fine de cette police, à la taille 1. */
export function thinPad(face: Face): number {
  let pad = pads.get(face);
  if (pad === undefined) {
    pad = Math.max(0, LEAST_THIN - face.widthOfString(THIN, 1));
    pads.set(face, pad);
  }
  return pad;
}

/** Largeur d'un mot, mise en mémoire pour une police à la taille 1 : elle est proportionnelle à la taille. */
export class Widths {
  readonly #known = new Map<Face, Map<string, number>>();

  of(face: Face, text: string): number {
    let widths = this.#known.get(face);
    if (widths === undefined) {
      widths = new Map();
      this.#known.set(face, widths);
    }
    let width = widths.get(text);
    if (width === undefined) {
      width = face.widthOfString(text, 1);
      if (text.includes(THIN)) width += (text.split(THIN).length - 1) * thinPad(face);
      widths.set(text, width);
    }
    return width;
  }
}

/** Au-delà, un mot composé gardé entier laisserait un trou au bout de la ligne. */
const LONGEST_COMPOUND = 30;

/** « Saône-et-Loire », « celle-ci » : mieux vaut aller à la ligne avant qu'au trait d'union. */
function bindCompounds(words: readonly Word[]): void {
  let length = 0;
  words.forEach((word, i) => {
    length += word.text.length;
    const next = words[i + 1];
    const bound = next !== undefined && word.text.length > 1 && word.text.endsWith('-') && !word.lineEnd && length + next.text.length <= LONGEST_COMPOUND;
    if (bound) word.compound = true;
    else length = 0;
  });
}

/**
 * Un mot, avec tout ce que dit sa suite. Écrit champ par champ : complété par Object.assign ou par décomposition, chaque mot aurait sa
 * propre forme en mémoire, cinq fois plus lourde, et un acte en a des centaines de milliers.
 */
class MeasuredWord implements Word {
  readonly leadingCut = 0;
  run; text; width; trailingCut; font; fontSize; height; alignment; color; background; decoration; decorationColor; characterSpacing; link; linkToDestination; noWrap; opacity; late; linkTitle; around; mark; rise; tag; hyphens; justify;

  constructor(run: ResolvedRun, text: string, width: number, trailingCut: number) {
    this.run = run;
    this.text = text;
    this.width = width;
    this.trailingCut = trailingCut;
    this.font = run.font;
    this.fontSize = run.fontSize;
    this.height = run.height;
    this.alignment = run.alignment;
    this.color = run.color;
    this.background = run.background;
    this.decoration = run.decoration;
    this.decorationColor = run.decorationColor;
    this.characterSpacing = run.characterSpacing;
    this.link = run.link;
    this.linkToDestination = run.linkToDestination;
    this.noWrap = run.noWrap;
    this.opacity = run.opacity;
    this.late = run.late;
    this.linkTitle = run.linkTitle;
    this.around = run.around;
    this.mark = run.mark;
    this.rise = run.rise;
    this.tag = run.tag;
    this.hyphens = run.hyphens;
    this.justify = run.justify;
  }
}

export class Words extends TextInlines {
  readonly #fonts: FontProvider;
  readonly #widths: Widths;

  constructor(fonts: FontProvider, widths: Widths) {
    super(fonts);
    this.#fonts = fonts;
    this.#widths = widths;
  }

  override buildInlines(texts: string | Run | readonly (Run | string)[], stack: StyleStack): { items: Word[]; minWidth: number; maxWidth: number } {
    const list = (Array.isArray(texts) ? texts : [texts]) as readonly (Run | string)[];
    const runs = list.map((item) => {
      const run = typeof item === 'string' ? { text: item } : item;
      return { text: run.text, run: resolve(stack, run, this.#fonts) };
    });
    let minWidth = 0;
    let maxWidth = 0;
    let lineWidth = 0;
    const words = new TextBreaker().getBreaks(runs as unknown as Run[], stack).map(({ text: broken, run, lineEnd, noNewLine }): Word => {
      const text = printable(broken);
      const width = this.#width(run, text);
      // La largeur de l'espace, et non celle du mot sans lui : mettre en forme chaque mot deux fois coûterait un tiers du temps.
      const trailingCut = (text.length - trimSpaces(text).length) * this.#width(run, ' ');
      const word: Word = new MeasuredWord(run, text, width, trailingCut);
      if (lineEnd === true) word.lineEnd = true;
      if (noNewLine === true) word.noNewLine = true;
      minWidth = Math.max(minWidth, width - trailingCut);
      lineWidth += width;
      maxWidth = Math.max(maxWidth, lineWidth - trailingCut);
      if (lineEnd === true) lineWidth = 0;
      return word;
    });
    bindCompounds(words);
    return { items: words, minWidth, maxWidth };
  }

  #width(run: ResolvedRun, text: string): number {
    return this.#widths.of(run.font, text) * run.fontSize + run.characterSpacing * text.length;
  }
}

/** La mesure de pdfmake, avec nos mots, et sans recopier la pile des styles à chaque texte. */
export class Measure extends DocMeasure {
  readonly #words: Words;

  constructor(doc: PDFDocumentInstance, defaultStyle: object, svgMeasure: object, widths: Widths) {
    super(doc, {}, defaultStyle, svgMeasure, {});
    this.#words = new Words(doc, widths);
    this.textInlines = this.#words;
  }

  override measureLeaf(node: LaidNode): LaidNode {
    const { items, minWidth, maxWidth } = this.#words.buildInlines(node.text ?? '', this.styleStack);
    return Object.assign(node, { _inlines: items, _minWidth: minWidth, _maxWidth: maxWidth });
  }
}
