import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { isShipped, neutralize, piece, type Sources } from '../report/index.ts';
import { editorLink } from './links.ts';
import type { Place, Point } from './state.ts';

/** Constats → ce que la page montre : l'endroit, la ligne en cause, le lien vers l'éditeur. */
export function toPoints(diagnostics: readonly Diagnostic[], sources: Sources, root: string): readonly Point[] {
  return diagnostics.map((d) => ({
    code: d.code,
    severity: d.severity,
    title: neutralize(d.title),
    message: clean(d.message),
    hint: d.hint === null ? null : clean(d.hint),
    place: d.span === null ? null : place(d.span, sources, root),
    related: d.related.map((r) => ({ message: clean(r.message), place: place(r.span, sources, root) })),
  }));
}

const clean = (text: string): string => text.split(/\r?\n/).map(neutralize).join('\n');

function place(span: Span, sources: Sources, root: string): Place {
  const source = sources.get(span.file);
  const link = (line: number, column: number): string | null => (isShipped(span.file) ? null : editorLink(root, span.file, line, column));
  if (source === undefined) return { file: neutralize(span.file), line: null, excerpt: null, href: link(1, 1) };
  const { line, column } = source.position(span.start);
  const { before, marked, after } = piece(source, span);
  const excerpt = `${before}${marked}${after}`.trim() === '' ? null : { before: before.trimStart(), marked, after };
  return { file: neutralize(span.file), line, excerpt, href: link(line, column) };
}
