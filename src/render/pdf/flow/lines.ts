/** Couper une suite de mots en lignes. Pur : la même suite peut être coupée plusieurs fois, pour mesurer puis pour écrire. */
import { hyphenate } from './hyphens.ts';
import { Line } from './internals.ts';
import type { LineInstance, Word } from './types.ts';
import { trimSpaces } from './words.ts';

const EPSILON = 0.01;
/** Ce qu'une espace peut perdre ou gagner dans une ligne justifiée, en parts d'elle-même. */
const SHRINK = 0.12;
const STRETCHED = 2;
/** Blanc qui vaut une coupure : au fer à gauche, en part de la ligne ; justifié, en part de chaque espace. */
const RAGGED_HOLE = 0.13;
const LOOSE = 0.4;
/** Lignes coupées de suite, au plus. */
const CONSECUTIVE = 2;
/** Une dernière ligne plus courte (part de la ligne) reprend un mot à la précédente. */
const SHORT_END = 0.08;

interface Piece { words: Word[]; width: number; trailing: number; lineEnd: boolean }

/** Groupe les mots que rien ne doit séparer : fin d'une suite de texte collée au début de la suivante, mot composé. */
function pieces(words: readonly Word[], compounds: boolean): Piece[] {
  const made: Piece[] = [];
  let current: Piece | null = null;
  for (const word of words) {
    if (current === null) {
      current = { words: [], width: 0, trailing: 0, lineEnd: false };
      made.push(current);
    }
    current.words.push(word);
    current.width += word.width;
    current.trailing = word.trailingCut;
    current.lineEnd = word.lineEnd === true;
    if (!((word.noNewLine || (compounds && word.compound)) && !word.lineEnd)) current = null;
  }
  return made;
}

/** Recule d'une coupure qui séparerait les deux moitiés d'un caractère, ou une lettre de son accent. */
function whole(text: string, at: number): number {
  let cut = at;
  while (cut > 0 && cut < text.length && /^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(cut, cut + 2))) cut -= 1;
  return cut > 0 ? cut : ((text.codePointAt(0) as number) > 0xffff ? 2 : 1);
}

/** Combien de lettres du début tiennent dans `width` ; une au moins. Mesurer chaque début prendrait un temps cubique. */
function fitting(text: string, { font, fontSize }: Word, width: number): number {
  const fits = (count: number): boolean => font.widthOfString(text.slice(0, count), fontSize) <= width;
  let high = 32;
  while (high < text.length && fits(high)) high *= 2;
  if (high >= text.length && fits(text.length)) return text.length;
  let low = 1;
  high = Math.min(high, text.length);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return whole(text, low);
}

/** Coupe, faute de mieux, un mot plus large que la ligne. */
function split(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of words) {
    let rest = word.text;
    for (;;) {
      const fit = fitting(rest, word, width - used);
      if (used > 0 && used + word.font.widthOfString(rest.slice(0, fit), word.fontSize) > width) {
        lines.push([]);
        used = 0;
        continue;
      }
      const text = rest.slice(0, fit);
      const part: Word = { ...word, text, width: word.font.widthOfString(text, word.fontSize), trailingCut: 0 };
      (lines[lines.length - 1] as Word[]).push(part);
      used += part.width;
      rest = rest.slice(fit);
      if (rest === '') break;
      lines.push([]);
      used = 0;
    }
  }
  return lines;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Les lignes d'un paragraphe, comme suites de mots ; `hanging` rétrécit toutes les lignes sauf la première ; `whole` : rangs
 * des lignes dont le dernier mot reste entier. Le dernier mot du paragraphe ne se coupe jamais.
 */
export function breakWords(words: readonly Word[], full: number, hanging = 0, whole = NONE): Word[][] {
  const lines: Word[][] = [];
  let width = full;
  let line: Word[] = [];
  let used = 0;
  /** Largeur des espaces de la ligne, la dernière comprise. */
  let spaces = 0;
  /** Lignes coupées qui précèdent celle-ci sans interruption. */
  let streak = 0;
  const flush = (cut = false): void => {
    lines.push(line);
    line = [];
    used = 0;
    spaces = 0;
    streak = cut ? streak + 1 : 0;
    width = full - hanging;
  };
  const add = (piece: Piece): void => {
    line.push(...piece.words);
    used += piece.width;
    spaces += piece.trailing;
  };
  /** Coupe le dernier mot de `piece` dans ce qui reste de la ligne ; rend ce qui en va à la ligne suivante. */
  const cut = (piece: Piece, room: number): Piece | null => {
    const last = piece.words[piece.words.length - 1] as Word;
    const before = piece.width - last.width;
    const parts = piece.words.some(({ compound }) => compound) ? null : hyphenate(last, room - before);
    if (parts === null) return null;
    line.push(...piece.words.slice(0, -1), parts[0]);
    flush(true);
    return { words: [parts[1]], width: parts[1].width, trailing: piece.trailing, lineEnd: piece.lineEnd };
  };
  /** Le blanc que laisserait ce mot en allant entier à la ligne vaut-il de le couper ? */
  const worth = (piece: Piece): boolean => {
    const [run] = piece.words;
    if (run?.hyphens !== true || streak >= CONSECUTIVE || whole.has(lines.length)) return false;
    const trailing = line[line.length - 1]?.trailingCut ?? 0;
    const hole = width - (used - trailing);
    return run.justify ? hole > LOOSE * (spaces - trailing) : hole > RAGGED_HOLE * width;
  };
  const place = (piece: Piece, last: boolean): void => {
    if (piece.width - piece.trailing > full - hanging + EPSILON && piece.words.some((word) => word.compound)) {
      const smaller = pieces(piece.words, false);
      if (smaller.length > 1) return smaller.forEach((one, i) => place(one, last && i === smaller.length - 1));
    }
    const overflow = used + piece.width - piece.trailing - width;
    if (line.length > 0 && overflow > EPSILON + (piece.words[0]?.justify ? SHRINK * spaces : 0)) {
      const rest = !last && worth(piece) ? cut(piece, width - used) : null;
      if (rest !== null) return place(rest, last);
      const [run] = piece.words;
      if (run?.justify && run.compound && worth(piece)) {
        const parts = pieces(piece.words, false);
        if (parts.length > 1) return parts.forEach((one, i) => place(one, last && i === parts.length - 1));
      }
      flush();
    }
    if (line.length === 0 && piece.width - piece.trailing > width + EPSILON) {
      const rest = cut(piece, width);
      if (rest !== null) return place(rest, last);
      const parts = split(piece.words, width);
      lines.push(...parts.slice(0, -1));
      if (parts.length > 1) width = full - hanging;
      line = parts[parts.length - 1] as Word[];
      used = line.reduce((sum, word) => sum + word.width, 0);
    } else add(piece);
    if (piece.lineEnd) flush();
  };
  const all = pieces(words, true);
  // Couper l'avant-dernier mot ne gagnerait pas de ligne non plus.
  all.forEach((piece, i) => place(piece, i >= all.length - 2));
  if (line.length > 0) flush();
  lengthenEnd(lines, full - hanging);
  return lines;
}

const widthOf = (words: readonly Word[]): number => words.reduce((sum, word) => sum + word.width, 0) - (words[words.length - 1]?.trailingCut ?? 0);

/** Au fer à gauche, un petit mot seul sur la dernière ligne en fait descendre un autre. */
function lengthenEnd(lines: Word[][], width: number): void {
  const [before, end] = [lines[lines.length - 2], lines[lines.length - 1]];
  if (before === undefined || end === undefined || end[0]?.hyphens !== true || end[0].justify || widthOf(end) > SHORT_END * width) return;
  const groups = pieces(before, true);
  const moved = groups[groups.length - 1];
  if (groups.length < 5 || moved === undefined || moved.lineEnd || end[0].resumed !== undefined || moved.trailing === 0) return;
  lines[lines.length - 2] = groups.slice(0, -1).flatMap((group) => group.words);
  lines[lines.length - 1] = [...moved.words, ...end];
}

export const lineHeight = (words: readonly Word[]): number => words.reduce((most, word) => Math.max(most, word.height), 0);

/** L'espace où la ligne s'est coupée : il ne prend pas de place, mais le texte extrait en a besoin. */
const SPACE = { text: ' ' } as const;

/** Recolle les mots d'une même suite : moins d'opérations, un texte extrait avec ses espaces, un lien par ligne. */
function merge(words: readonly Word[]): Word[] {
  const merged: Word[] = [];
  for (const word of words) {
    const last = merged[merged.length - 1];
    if (last !== undefined && last.run === word.run && word.late === null) {
      last.text += word.text;
      last.width += word.width;
      last.trailingCut = word.trailingCut;
      if (word.cut !== undefined) last.cut = { from: last.text.length - word.text.length + word.cut.from, whole: word.cut.whole };
      if (word.lineEnd) last.lineEnd = true;
    } else merged.push({ ...word });
  }
  const last = merged[merged.length - 1];
  if (last !== undefined && last.trailingCut > 0) {
    last.text = trimSpaces(last.text);
    last.width -= last.trailingCut;
    last.trailingCut = 0;
    last.tail = SPACE;
  }
  return merged;
}

/** Une espace après la ligne, si ce qui la suit est dans le même paragraphe et n'en est pas déjà séparé. */
export function spaceAfter(line: LineInstance): void {
  const last = line.inlines[line.inlines.length - 1];
  if (last !== undefined && last.cut === undefined) last.tail ??= SPACE;
}

/** Les espaces entre les mots ; celles d'un guillemet ou d'un deux-points gardent leur largeur, comme les fines. */
const STRETCH = /(?<!«) (?![»:])/g;

/** Étend les espaces de la ligne jusqu'à `width`, sans jamais toucher aux mots. Une ligne trop courte reste un peu courte. */
export function justify(line: LineInstance, width: number): void {
  const counts = line.inlines.map(({ text }) => text.match(STRETCH)?.length ?? 0);
  const spaces = counts.reduce((sum, count) => sum + count, 0);
  const [first] = line.inlines;
  if (first === undefined || spaces === 0) return;
  const space = first.font.widthOfString(' ', first.fontSize);
  const spacing = Math.min((width - line.getWidth()) / spaces, STRETCHED * space);
  line.wordSpacing = spacing;
  let shift = 0;
  line.inlines.forEach((word, i) => {
    word.x = (word.x ?? 0) + shift;
    const more = spacing * (counts[i] as number);
    word.width += more;
    shift += more;
  });
}

export function toLine(words: readonly Word[], width: number): LineInstance {
  const line = new Line(width);
  for (const word of merge(words)) line.addInline(word);
  return line;
}

/** La ligne finit-elle au milieu d'un mot ? */
export const isCut = (line: LineInstance | undefined): boolean => line?.inlines[line.inlines.length - 1]?.cut !== undefined;
