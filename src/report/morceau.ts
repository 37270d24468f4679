import type { SourceText, Span } from '../base/span.ts';
import { neutralize } from './affichage.ts';

/** Ce qu'on garde d'une longue ligne, de part et d'autre de l'endroit en cause. */
const AROUND = 80;
const CUT = '…';

export interface Piece {
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** La ligne d'un endroit, en trois parts prêtes à montrer ; un endroit sur plusieurs lignes s'arrête à la première. */
export function piece(source: SourceText, span: Span): Piece {
  const { line, column } = source.position(span.start);
  const text = source.line(line);
  const from = Math.min(column - 1, text.length);
  const to = Math.min(from + Math.max(span.end - span.start, 0), text.length);
  const before = text.slice(0, from);
  const marked = text.slice(from, to);
  const after = text.slice(to);
  const show = (part: string): string => part.split('\t').map(neutralize).join('\t');
  return {
    line,
    before: show(before.length > AROUND ? `${CUT}${before.slice(-AROUND)}` : before),
    marked: show(marked.length > 2 * AROUND ? `${marked.slice(0, 2 * AROUND)}${CUT}` : marked),
    after: show(after.length > AROUND ? `${after.slice(0, AROUND)}${CUT}` : after),
  };
}
