import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { escapeJson } from './affichage.ts';
import { type Summary, summarize, summarySentence } from './bilan.ts';
import type { ReportContext, Sources } from './contexte.ts';

interface Place {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

/** Un constat dans le rapport JSON. Lignes et colonnes à partir de 1, en unités UTF-16, fin exclue. */
export interface JsonDiagnostic extends Place {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly title: string;
  readonly message: string;
  readonly hint: string | null;
  readonly related: readonly (Place & { readonly message: string })[];
}

export interface JsonReport {
  /** Change quand un champ disparaît ou change de sens ; en ajouter un ne la change pas. */
  readonly version: 1;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly summary: Summary & { readonly text: string };
}

/** Le rapport en données, pour un autre logiciel. */
export function jsonReport(diagnostics: readonly Diagnostic[], sources: Sources): JsonReport {
  const summary = summarize(diagnostics);
  return {
    version: 1,
    diagnostics: diagnostics.map(({ code, severity, title, message, hint, span, related }) => ({
      code, severity, title, message, hint,
      ...place(span, sources),
      related: related.map((r) => ({ message: r.message, ...place(r.span, sources) })),
    })),
    summary: { ...summary, text: summarySentence(summary) },
  };
}

/** Écrit des données en JSON lisible, toujours de la même façon. */
export const writeJson = (value: object): string => `${escapeJson(JSON.stringify(value, null, 2))}\n`;

/** Le rapport JSON en texte. */
export const json = (diagnostics: readonly Diagnostic[], sources: Sources, { outputs }: Pick<ReportContext, 'outputs'> = {}): string => writeJson({ ...jsonReport(diagnostics, sources), ...(outputs === undefined ? {} : { outputs }) });

function place(span: Span | null, sources: Sources): Place {
  const source = span === null ? undefined : sources.get(span.file);
  if (span === null || source === undefined) return { file: span?.file ?? null, line: null, column: null, endLine: null, endColumn: null };
  const start = source.position(span.start);
  const end = source.position(Math.max(span.start, span.end));
  return { file: span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
