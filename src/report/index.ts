import type { Diagnostic } from '../base/diagnostic.ts';
import { codeframe, type Sources } from './codeframe.ts';
import { json } from './json.ts';

export type { Sources } from './codeframe.ts';
export { summarize } from './bilan.ts';
export { jsonReport, writeJson } from './json.ts';

/** Une mise en forme des constats : fonction pure, prête à écrire. */
export type Reporter = (diagnostics: readonly Diagnostic[], sources: Sources, options: { readonly color: boolean }) => string;

/** Les formats de rapport, par leur nom sur la ligne de commande. */
export const REPORTERS = { codeframe, json } as const satisfies Record<string, Reporter>;
export type ReportFormat = keyof typeof REPORTERS;
