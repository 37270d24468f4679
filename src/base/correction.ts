/** Une correction sûre : des remplacements de texte qui ne changent pas le sens. Commentaires et mise en page restent. */
import type { Span } from './span.ts';

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Correction {
  /** Ce qu'elle fait, à l'infinitif : « mettre le texte entre guillemets ». */
  readonly titre: string;
  readonly edits: readonly Edit[];
}

/** Applique des corrections à un texte. Celles qui en chevauchent une autre attendent le passage suivant. */
export function appliquer(text: string, corrections: readonly Correction[]): { readonly text: string; readonly appliquees: readonly Correction[] } {
  const taken: Edit[] = [];
  const appliquees: Correction[] = [];
  for (const correction of corrections) {
    const clash = correction.edits.some((e) => taken.some((t) => e.span.start < t.span.end && t.span.start < e.span.end));
    if (clash) continue;
    taken.push(...correction.edits);
    appliquees.push(correction);
  }
  const edits = [...taken].sort((a, b) => b.span.start - a.span.start);
  return { text: edits.reduce((t, { span, text: replacement }) => t.slice(0, span.start) + replacement + t.slice(span.end), text), appliquees };
}
