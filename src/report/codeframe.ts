import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import type { SourceText, Span } from '../base/span.ts';
import { neutralize, screenWidth } from './affichage.ts';
import { summarize, summarySentence } from './bilan.ts';
import type { Sources } from './contexte.ts';
import { excerpt } from './extrait.ts';
import { fileOf, limit, others } from './limite.ts';
import { type Stage, stageText } from './stade.ts';

/** Au-delà, le message passe sous le soulignement. */
const LARGEUR = 130;

type Paint = (code: string, text: string) => string;
const COLORS: Readonly<Record<Severity, string>> = { erreur: '1;31', avertissement: '1;33', information: '1;36' };

/** Le rapport à lire dans un terminal : chaque constat avec sa ligne de source, puis le compte. */
export function codeframe(diagnostics: readonly Diagnostic[], sources: Sources, options: { readonly color: boolean; readonly max?: number | null; readonly stage?: Stage }): string {
  const paint: Paint = options.color ? (code, text) => `\u001B[${code}m${text}\u001B[0m` : (_, text) => text;
  const { shown, hidden } = limit(diagnostics, options.max ?? null);
  const last = new Map(shown.map((d, i) => [fileOf(d), i]));
  const blocks = shown.flatMap((d, i) => {
    const more = last.get(fileOf(d)) === i ? others(hidden.filter((h) => fileOf(h) === fileOf(d)).length, fileOf(d)) : null;
    return [one(d, sources, paint), ...(more === null ? [] : [`  ${paint('2', `… ${more}`)}`])];
  });
  const summary = summarize(diagnostics);
  const stage = options.stage === undefined ? '' : stageText(options.stage, summary.errors, summary.warnings);
  return `${[...blocks, summarySentence(summary), ...(stage === '' ? [] : [stage])].join('\n\n')}\n`;
}

/** `fichier:ligne:colonne`, ou le fichier seul quand son texte n'a pas été lu. */
function place(span: Span, sources: Sources): string {
  const position = sources.get(span.file)?.position(span.start);
  return neutralize(position === undefined ? span.file : `${span.file}:${position.line}:${position.column}`);
}

const lines = (text: string): string[] => text.split(/\r?\n/).map(neutralize);

function one(d: Diagnostic, sources: Sources, paint: Paint): string {
  const out = [`${paint(COLORS[d.severity], `${d.severity} ${d.code}`)} — ${paint('1', neutralize(d.title))}`];
  const source = d.span === null ? undefined : sources.get(d.span.file);
  if (d.span !== null) out.push(`  ${paint('36', place(d.span, sources))}`);
  out.push(...(d.span === null || source === undefined ? lines(d.message).map((line) => `    ${line}`) : frame(d, d.span, source, paint)));
  for (const related of d.related) out.push(`  ${paint('1', 'voir')}  ${place(related.span, sources)} — ${lines(related.message).join(' ')}`);
  if (d.hint !== null) out.push(...lines(d.hint).map((line, i) => (i === 0 ? `  ${paint('1;32', 'conseil')}  ${line}` : `           ${line}`)));
  return out.join('\n');
}

function frame(d: Diagnostic, span: Span, source: SourceText, paint: Paint): string[] {
  const { line, text, underline } = excerpt(source, span);
  const blank = ' '.repeat(String(line).length);
  const bar = paint('2', '│');
  const [first = '', ...rest] = lines(d.message);
  const marks = paint(COLORS[d.severity], underline.trimStart());
  const under = `${underline.slice(0, underline.length - underline.trimStart().length)}${marks}`;
  const fits = screenWidth(underline) + 1 + screenWidth(first) <= LARGEUR;
  return [
    `    ${paint('2', String(line))} ${bar} ${text}`.trimEnd(),
    ...(fits ? [`    ${blank} ${bar} ${under} ${first}`] : [`    ${blank} ${bar} ${under}`, `    ${blank} ${bar} ${first}`]),
    ...rest.map((more) => `    ${blank} ${bar} ${more}`),
  ];
}
