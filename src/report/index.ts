import type { Diagnostic } from '../base/diagnostic.ts';
import { codeframe } from './codeframe.ts';
import type { ReportContext, Sources } from './contexte.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';

export { type CodeDescription, isShipped, type ReportContext, type Sources } from './contexte.ts';
export { neutralize } from './affichage.ts';
export { summarize } from './bilan.ts';
export { verdict } from './groupes.ts';
export { jsonReport, writeJson } from './json.ts';
export { type Piece, piece } from './morceau.ts';
export { type Stage, stageCell, stageColumns } from './stade.ts';

/** Une mise en forme des constats : fonction pure, prête à écrire. */
export type Reporter = (diagnostics: readonly Diagnostic[], sources: Sources, context: ReportContext) => string;

/** Les formats de rapport, par leur nom sur la ligne de commande. */
export const REPORTERS = { codeframe, json, sarif, junit, github, gitlab, markdown, html } as const satisfies Record<string, Reporter>;
export type ReportFormat = keyof typeof REPORTERS;
