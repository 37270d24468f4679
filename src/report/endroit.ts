/** Les endroits des constats, tels que les logiciels les attendent, et l'empreinte qui les fait reconnaître d'une fois sur l'autre. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { empreinte } from '../base/empreinte.ts';
import type { Position, Span } from '../base/span.ts';
import type { ReportContext, Sources } from './contexte.ts';

/** Un constat sans fichier porte sur le territoire entier, que ce fichier représente. */
const PROJECT_FILE = 'ctg.yaml';

export interface Place {
  /** Chemin vu de la racine du dépôt. */
  readonly path: string;
  /** Début et fin (exclue), ou null si le texte du fichier n'a pas été lu. */
  readonly range: { readonly start: Position; readonly end: Position } | null;
}

/** L'endroit d'un constat ; sans endroit propre, le fichier du territoire. */
export function place(span: Span | null, sources: Sources, context: Pick<ReportContext, 'path'>): Place {
  const source = span === null ? undefined : sources.get(span.file);
  return {
    path: context.path(span?.file ?? PROJECT_FILE),
    range: span === null || source === undefined ? null : { start: source.position(span.start), end: source.position(Math.max(span.start, span.end)) },
  };
}

/** Le message et ce qu'il faut faire, en un texte. */
export const fullMessage = ({ message, hint }: Diagnostic): string => (hint === null ? message : `${message}\n${hint}`);

/**
 * Une empreinte par constat, qui ne dépend pas du numéro de ligne : code, fichier, texte de la ligne (blancs réduits), et
 * rang parmi les constats qui ont tout cela en commun. Une ligne ajoutée plus haut ne la change pas.
 */
export function fingerprints(diagnostics: readonly Diagnostic[], sources: Sources, context: Pick<ReportContext, 'path'>): readonly string[] {
  const ranks = new Map<string, number>();
  return diagnostics.map((d) => {
    const source = d.span === null ? undefined : sources.get(d.span.file);
    const text = d.span === null || source === undefined ? d.message : source.line(source.position(d.span.start).line);
    const key = [d.code, context.path(d.span?.file ?? PROJECT_FILE), text.trim().replace(/\s+/g, ' ')].join('\0');
    const rank = (ranks.get(key) ?? 0) + 1;
    ranks.set(key, rank);
    return empreinte(`${key}\0${rank}`);
  });
}
