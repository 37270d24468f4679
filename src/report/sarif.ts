/** SARIF 2.1.0 (norme OASIS), pour les outils d'analyse : GitHub, Azure DevOps, VS Code. */
import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { enIdentifiant } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import type { CodeDescription, ReportContext, Sources } from './contexte.ts';
import { fingerprints, fullMessage, place } from './endroit.ts';
import { writeJson } from './json.ts';

const LEVELS: Readonly<Record<Severity, string>> = { erreur: 'error', avertissement: 'warning', information: 'note' };
const ROOT = '%SRCROOT%';
/** La norme recommande un nom qui porte sa version : une autre façon de calculer en demanderait un autre. */
const FINGERPRINT = 'ctgLigne/v1';

/** Chemin en URI relative : accents, espaces et ponctuation en `%XX`, barres gardées. */
export const relativeUri = (path: string): string => path.split('/').map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');

/** Un texte de message : la norme double les accolades et lit `[texte](cible)` comme un lien, que sépare un joint sans largeur. */
export const messageText = (text: string): string => text.replace(/[{}]/g, '$&$&').replaceAll('](', ']\u2060(');

/** « Reste de modèle » → `ResteDeModele`. */
const pascal = (title: string): string => enIdentifiant(title).split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');

const descriptor = ({ code, title, severity, description, page }: CodeDescription): object => ({
  id: code,
  name: pascal(title),
  shortDescription: { text: `${title}.` },
  fullDescription: { text: description },
  help: { text: description, markdown: page },
  defaultConfiguration: { level: LEVELS[severity] },
});

/** Les constats en SARIF. */
export function sarif(diagnostics: readonly Diagnostic[], sources: Sources, context: ReportContext): string {
  const known = new Set(context.codes.map((c) => c.code));
  const unknown = new Map(diagnostics.filter((d) => !known.has(d.code)).map((d) => [d.code, { ...d, description: d.title, page: d.title }]));
  const codes = [...context.codes, ...unknown.values()];
  const index = new Map(codes.map(({ code }, i) => [code, i]));
  const prints = fingerprints(diagnostics, sources, context);

  const location = (span: Span | null): { readonly physicalLocation: object } => {
    const { path, range } = place(span, sources, context);
    const source = span === null ? undefined : sources.get(span.file);
    const artifactLocation = { uri: relativeUri(path), uriBaseId: ROOT };
    // GitHub refuse un constat sans ligne : faute de mieux, la première.
    if (span === null || source === undefined || range === null) return { physicalLocation: { artifactLocation, region: { startLine: 1 } } };
    const lines = Array.from({ length: range.end.line - range.start.line + 1 }, (_, i) => source.line(range.start.line + i));
    return {
      physicalLocation: {
        artifactLocation,
        region: {
          startLine: range.start.line, startColumn: range.start.column, endLine: range.end.line, endColumn: range.end.column,
          snippet: { text: source.text.slice(span.start, Math.max(span.start, span.end)) },
        },
        contextRegion: { startLine: range.start.line, endLine: range.end.line, snippet: { text: lines.join('\n') } },
      },
    };
  };

  return writeJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ctg', version: context.version, semanticVersion: context.version, language: 'fr', rules: codes.map(descriptor) } },
        language: 'fr',
        invocations: [{ executionSuccessful: true }],
        originalUriBaseIds: { [ROOT]: { description: { text: 'Racine du dépôt.' } } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((d, i) => ({
          ruleId: d.code,
          ruleIndex: index.get(d.code),
          level: LEVELS[d.severity],
          message: { text: messageText(fullMessage(d)) },
          locations: [location(d.span)],
          ...(d.related.length === 0 ? {} : { relatedLocations: d.related.map((r, id) => ({ id: id + 1, ...location(r.span), message: { text: messageText(r.message) } })) }),
          partialFingerprints: { [FINGERPRINT]: prints[i] },
        })),
      },
    ],
  });
}
