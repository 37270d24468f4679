/** Les avertissements passés sous silence dans les sources, par un commentaire qui dit pourquoi. */
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceText, Span } from '../base/span.ts';

interface Silence {
  readonly code: string;
  readonly reason: string;
  readonly line: number;
  readonly span: Span;
}

/** `# ctg-silence CTG4214 : raison` (YAML) ou `<!-- ctg-silence CTG4214 : raison -->` (Markdown), sur la ligne ou celle d'avant. */
const COMMENT = /(?:#|<!--)[ \t]*ctg-silence[ \t]+(CTG\d{4})[ \t\u00A0]*:?[ \t\u00A0]*([^\r\n]*?)[ \t]*(?:-->|$)/gm;

function find(sources: ReadonlyMap<string, SourceText>): ReadonlyMap<string, readonly Silence[]> {
  const found = new Map<string, readonly Silence[]>();
  for (const [file, source] of sources) {
    if (!source.text.includes('ctg-silence') || file.startsWith('templates/')) continue;
    const own = [...source.text.matchAll(COMMENT)].map((m): Silence => ({
      code: m[1] as string,
      reason: m[2] ?? '',
      line: source.position(m.index).line,
      span: { file, start: m.index, end: m.index + m[0].length },
    }));
    found.set(file, own);
  }
  return found;
}

/** Une faute de lecture, de syntaxe, de forme ou de référence : des règles n'ont pas pu parler. */
const AVANT_LES_REGLES = /^CTG[0-3]/;

/**
 * Retire les avertissements tus, et signale les silences sans raison, inutiles ou posés sur une erreur. Un silence n'est pas inutile si sa
 * règle ne s'applique pas encore à ce stade (`enVeille`), ni si une erreur plus haut l'a peut-être fait taire.
 */
export function silence(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, SourceText>, enVeille: (code: string) => boolean): readonly Diagnostic[] {
  const silences = find(sources);
  if (silences.size === 0) return diagnostics;
  const used = new Set<Silence>();
  const refused = new Set<Silence>();
  const kept = diagnostics.filter((d) => {
    const line = d.span === null ? undefined : sources.get(d.span.file)?.position(d.span.start).line;
    const own = d.span === null ? undefined : silences.get(d.span.file)?.find((s) => s.code === d.code && (s.line === line || s.line + 1 === line));
    if (own === undefined) return true;
    used.add(own);
    if (d.severity === 'erreur') refused.add(own);
    return d.severity === 'erreur' || own.reason === '';
  });
  const incomplet = diagnostics.some((d) => d.severity === 'erreur' && AVANT_LES_REGLES.test(d.code));
  const complaints = [...silences.values()].flat().flatMap((s): readonly Diagnostic[] => {
    if (refused.has(s)) return [diagnostic('CTG8005', { code: s.code }, s.span)];
    if (!used.has(s)) return incomplet || enVeille(s.code) ? [] : [diagnostic('CTG8004', { code: s.code }, s.span)];
    return s.reason === '' ? [diagnostic('CTG8003', { code: s.code }, s.span)] : [];
  });
  return [...kept, ...complaints];
}
