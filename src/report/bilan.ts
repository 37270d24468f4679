import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { combien } from '../base/francais.ts';

/** Le compte d'un rapport. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Fichiers où quelque chose est signalé. */
  readonly files: number;
}

export function summarize(diagnostics: readonly Diagnostic[]): Summary {
  const count = (severity: Severity): number => diagnostics.filter((d) => d.severity === severity).length;
  const files = new Set(diagnostics.flatMap((d) => (d.span === null ? [] : [d.span.file])));
  return { errors: count('erreur'), warnings: count('avertissement'), notes: count('information'), files: files.size };
}

/** « 2 erreurs, 1 avertissement dans 3 fichiers. » */
export function summarySentence({ errors, warnings, notes, files }: Summary): string {
  const parts = [
    errors === 0 ? 'Aucune erreur' : combien(errors, 'erreur'),
    ...(warnings === 0 ? [] : [combien(warnings, 'avertissement')]),
    ...(notes === 0 ? [] : [combien(notes, 'information')]),
  ];
  return `${parts.join(', ')}${files === 0 ? '' : ` dans ${combien(files, 'fichier')}`}.`;
}
