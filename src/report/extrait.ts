import type { SourceText, Span } from '../base/span.ts';
import { screenCell } from './affichage.ts';

/** Largeur montrée d'une ligne source, et ce qu'on en garde avant l'endroit en cause quand elle est plus longue. */
const LARGEUR = 100;
const AVANT = 30;
const COUPE = '…';

export interface Excerpt {
  readonly line: number;
  readonly text: string;
  /** Blanc puis soulignement, à mettre sous `text`. */
  readonly underline: string;
}

/** La ligne d'un endroit et son soulignement. Un endroit sur plusieurs lignes est souligné jusqu'à la fin de la première. */
export function excerpt(source: SourceText, span: Span): Excerpt {
  const { line, column } = source.position(span.start);
  const text = source.line(line);
  const from = Math.min(column - 1, text.length);
  const to = Math.min(from + Math.max(span.end - span.start, 0), text.length);

  const cells: { readonly text: string; readonly at: number; readonly width: number; readonly marked: boolean }[] = [];
  let at = 0;
  let offset = 0;
  let start = -1;
  let end = -1;
  for (const char of text) {
    const cell = screenCell(char, at);
    if (start === -1 && offset + char.length > from) start = at;
    cells.push({ ...cell, at, marked: offset >= from && offset < to });
    offset += char.length;
    at += cell.width;
    if (offset <= to) end = at;
  }
  if (start === -1) start = at;
  end = Math.max(end, start + 1);

  if (at <= LARGEUR) return { line, text: cells.map((c) => c.text).join(''), underline: `${' '.repeat(start)}${'^'.repeat(end - start)}` };

  const left = Math.max(0, Math.min(start - AVANT, at - LARGEUR));
  const right = left + LARGEUR;
  const kept = cells.filter((c) => c.at >= left && c.at + c.width <= right);
  const head = left > 0 ? COUPE : '';
  const tail = right < at ? COUPE : '';
  const origin = (kept[0]?.at ?? left) - head.length;
  const marks = Math.max(1, Math.min(end, right) - start);
  return { line, text: `${head}${kept.map((c) => c.text).join('')}${tail}`, underline: `${' '.repeat(Math.max(0, start - origin))}${'^'.repeat(marks)}` };
}
