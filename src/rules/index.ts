import type { Rule } from './rule.ts';

/** Toutes les règles, dans l'ordre des codes. */
export const RULES: readonly Rule[] = [];
