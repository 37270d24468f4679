import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { nombre, pluriel } from '../base/francais.ts';

const RANK: Readonly<Record<Severity, number>> = { erreur: 0, avertissement: 1, information: 2 };
export const fileOf = (d: Diagnostic): string | null => d.span?.file ?? null;

export interface Limited {
  /** Dans l'ordre reçu. */
  readonly shown: readonly Diagnostic[];
  readonly hidden: readonly Diagnostic[];
}

/** Garde au plus `max` constats par fichier, les plus graves d'abord : une erreur ne se cache pas derrière des avertissements. */
export function limit(diagnostics: readonly Diagnostic[], max: number | null): Limited {
  if (max === null) return { shown: diagnostics, hidden: [] };
  const kept = new Map<string | null, number>();
  const shown = new Set<Diagnostic>();
  for (const d of [...diagnostics].sort((a, b) => RANK[a.severity] - RANK[b.severity])) {
    const count = kept.get(fileOf(d)) ?? 0;
    if (count < max) shown.add(d);
    kept.set(fileOf(d), count + 1);
  }
  return { shown: diagnostics.filter((d) => shown.has(d)), hidden: diagnostics.filter((d) => !shown.has(d)) };
}

/** « et 12 autres dans ce fichier », ou null s'il n'y en a pas. */
export const others = (count: number, file: string | null): string | null =>
  count === 0 ? null : `et ${nombre(count)} ${pluriel(count, 'autre')} ${file === null ? 'hors de tout fichier' : 'dans ce fichier'}`;
