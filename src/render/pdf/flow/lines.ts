/** Couper une suite de mots en lignes. Pur : la même suite peut être coupée plusieurs fois, pour mesurer puis pour écrire. */
import { Line } from './internals.ts';
import type { LineInstance, Word } from './types.ts';
import { trimSpaces } from './words.ts';

const EPSILON = 0.01;

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

/** Coupe, faute de mieux, un mot plus large que la ligne. */
function split(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of words) {
    let rest = word.text;
    for (;;) {
      let fit = rest.length;
      while (fit > 1 && used + word.font.widthOfString(rest.slice(0, fit), word.fontSize) > width) fit -= 1;
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

/** Les lignes d'un paragraphe, comme suites de mots ; `hanging` rétrécit toutes les lignes sauf la première. */
export function breakWords(words: readonly Word[], full: number, hanging = 0): Word[][] {
  const lines: Word[][] = [];
  let width = full;
  let line: Word[] = [];
  let used = 0;
  const flush = (): void => {
    lines.push(line);
    line = [];
    used = 0;
    width = full - hanging;
  };
  const place = (piece: Piece): void => {
    if (piece.width - piece.trailing > full - hanging + EPSILON && piece.words.some((word) => word.compound)) {
      const smaller = pieces(piece.words, false);
      if (smaller.length > 1) return smaller.forEach(place);
    }
    if (line.length > 0 && used + piece.width - piece.trailing > width + EPSILON) flush();
    if (line.length === 0 && piece.width - piece.trailing > width + EPSILON) {
      const parts = split(piece.words, width);
      lines.push(...parts.slice(0, -1));
      if (parts.length > 1) width = full - hanging;
      line = parts[parts.length - 1] as Word[];
      used = line.reduce((sum, word) => sum + word.width, 0);
    } else {
      line.push(...piece.words);
      used += piece.width;
    }
    if (piece.lineEnd) flush();
  };
  pieces(words, true).forEach(place);
  if (line.length > 0) flush();
  return lines;
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
  if (last !== undefined) last.tail ??= SPACE;
}

export function toLine(words: readonly Word[], width: number): LineInstance {
  const line = new Line(width);
  for (const word of merge(words)) line.addInline(word);
  return line;
}
