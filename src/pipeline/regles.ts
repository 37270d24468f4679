import type { Severity } from '../base/diagnostic.ts';
import type { Stade } from '../resolve/projet.ts';
import { RULES } from '../rules/index.ts';

export interface RuleSummary {
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  /** La plus forte, tous stades confondus. */
  readonly severity: Severity;
}

const ORDER: readonly Severity[] = ['erreur', 'avertissement', 'information'];

/** Les règles de fond, en données : pour les rapports et `ctg explain`. */
export const ruleSummaries = (): readonly RuleSummary[] =>
  RULES.map(({ code, slug, title, severity }) => ({ code, slug, title, severity: ORDER.find((s) => Object.values(severity).includes(s)) ?? 'information' }));

/** La règle ne s'applique pas à ce stade : elle le fera plus tard, ou l'a fait plus tôt. */
export const enVeille = (code: string, stade: Stade): boolean => RULES.find((r) => r.code === code)?.severity[stade] === null;
