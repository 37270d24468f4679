/** « Code Quality » de GitLab : les constats dans la demande de fusion. */
import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import type { ReportContext, Sources } from './contexte.ts';
import { fingerprints, fullMessage, place } from './endroit.ts';
import { writeJson } from './json.ts';

/** Une erreur empêche l'acte de paraître : c'est la définition de « blocker ». */
const SEVERITIES: Readonly<Record<Severity, string>> = { erreur: 'blocker', avertissement: 'major', information: 'info' };

/** Les constats au format Code Quality. */
export function gitlab(diagnostics: readonly Diagnostic[], sources: Sources, context: ReportContext): string {
  const prints = fingerprints(diagnostics, sources, context);
  return writeJson(
    diagnostics.map((d, i) => {
      const { path, range } = place(d.span, sources, context);
      return { description: fullMessage(d), check_name: d.code, fingerprint: prints[i], severity: SEVERITIES[d.severity], location: { path, lines: { begin: range?.start.line ?? 1 } } };
    }),
  );
}
