import type { Correction } from './correction.ts';
import type { Span } from './span.ts';

/** Une erreur veut dire : continuer donnerait un acte faux. Un avertissement : à regarder avant de signer. */
export type Severity = 'erreur' | 'avertissement' | 'information';

export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** Un constat : données pures, rendues, jamais lancées ni affichées par qui le trouve. `span` null se dit explicitement. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** Titre court, le même pour tous les constats du code. */
  readonly title: string;
  /** Ce qui ne va pas, ici. */
  readonly message: string;
  /** Ce qu'il faut faire. */
  readonly hint: string | null;
  readonly span: Span | null;
  readonly related: readonly Related[];
  /** Correction sûre, s'il y en a une : `ctg validate --fix` l'applique. */
  readonly correction?: Correction;
}

/** Un code du catalogue : ses textes sont des fonctions de paramètres typés. */
export interface Definition<P> {
  readonly title: string;
  readonly severity: Severity;
  readonly message: (p: P) => string;
  readonly hint?: (p: P) => string | null;
}

export const define = <P>(definition: Definition<P>): Definition<P> => definition;

/** Le même constat, avec la correction sûre de l'endroit qu'il désigne. */
export const avecCorrection = (d: Diagnostic, titre: string, text: string | null): Diagnostic =>
  text === null || d.span === null ? d : { ...d, correction: { titre, edits: [{ span: d.span, text }] } };

export type Outcome<T> = readonly [value: T, diagnostics: readonly Diagnostic[]];

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((d) => d.severity === 'erreur');

/** Ordre d'affichage : par fichier, par endroit, par code. Stable, sans règle de langue. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (d: Diagnostic): [string, number, string, string] => [d.span?.file ?? '', d.span?.start ?? -1, d.code, d.message];
  return [...diagnostics].sort((a, b) => {
    const left = key(a);
    const right = key(b);
    for (let i = 0; i < left.length; i++) {
      const l = left[i] as string | number;
      const r = right[i] as string | number;
      if (l < r) return -1;
      if (l > r) return 1;
    }
    return 0;
  });
}
