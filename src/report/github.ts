/** Commandes de GitHub Actions : chaque constat annote sa ligne dans la demande de fusion. */
import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { neutralize } from './affichage.ts';
import { summarize, summarySentence } from './bilan.ts';
import type { ReportContext, Sources } from './contexte.ts';
import { fullMessage, place } from './endroit.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { erreur: 'error', avertissement: 'warning', information: 'notice' };

/** Texte d'une commande : `%` et fins de ligne. */
const data = (text: string): string => text.split(/\r?\n/).map((line) => neutralize(line).replaceAll('%', '%25')).join('%0A');
/** Valeur d'une propriété : de plus, deux-points et virgule. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Les constats en commandes `::error`, `::warning` et `::notice`, puis le compte pour qui lit le journal. */
export function github(diagnostics: readonly Diagnostic[], sources: Sources, context: ReportContext): string {
  const command = (d: Diagnostic): string => {
    const { path, range } = place(d.span, sources, context);
    const properties: [string, string | number][] = d.span === null ? [] : [['file', path]];
    if (range !== null) {
      properties.push(['line', range.start.line], ['endLine', range.end.line]);
      // GitHub n'admet de colonnes que sur une seule ligne, et sa dernière colonne est comprise.
      if (range.start.line === range.end.line) properties.push(['col', range.start.column], ['endColumn', Math.max(range.start.column, range.end.column - 1)]);
    }
    properties.push(['title', `${d.code} ${d.title}`]);
    return `::${COMMANDS[d.severity]} ${properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',')}::${data(fullMessage(d))}`;
  };
  return `${[...diagnostics.map(command), summarySentence(summarize(diagnostics))].join('\n')}\n`;
}
