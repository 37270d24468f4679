/** JUnit XML, pour les tableaux d'essais de GitLab et de Jenkins : une suite par fichier, un essai par constat. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { neutralize } from './affichage.ts';
import { isShipped, type ReportContext, type Sources } from './contexte.ts';
import { fullMessage, place } from './endroit.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/** Texte ou attribut XML. Les caractères qu'XML refuse sont rendus visibles, non perdus. */
const escape = (text: string): string =>
  text.split(/\r?\n/).map(neutralize).join('\n').replace(/[&<>"\n]/g, (c) => ENTITIES[c] as string);

const attributes = (values: Readonly<Record<string, string | number>>): string => Object.entries(values).map(([name, value]) => ` ${name}="${escape(String(value))}"`).join('');

/** Nom d'un constat sans numéro de ligne, pour que l'outil le suive d'une fois sur l'autre ; numéroté s'il se répète. */
function names(diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((d) => {
    const name = `${d.code} ${d.title}`;
    const rank = (seen.get(name) ?? 0) + 1;
    seen.set(name, rank);
    return rank === 1 ? name : `${name} (${rank})`;
  });
}

/**
 * Les constats en JUnit XML. Une erreur est un échec ; un avertissement ou une information, un essai passé (« skipped »),
 * pour que la couleur du tableau s'accorde au code de sortie. Un fichier sans constat est un essai réussi.
 */
export function junit(diagnostics: readonly Diagnostic[], sources: Sources, context: ReportContext): string {
  const files = new Map<string, Diagnostic[]>([...sources.keys()].filter((file) => !isShipped(file)).map((file) => [context.path(file), []]));
  for (const d of diagnostics) {
    const { path } = place(d.span, sources, context);
    files.set(path, [...(files.get(path) ?? []), d]);
  }

  const testcase = (d: Diagnostic, name: string, classname: string): string => {
    const { path, range } = place(d.span, sources, context);
    const at = range === null ? path : `${path}:${range.start.line}:${range.start.column}`;
    const detail = escape(`${at}\n${fullMessage(d)}`);
    const open = `    <testcase${attributes({ name, classname, time: '0' })}>`;
    return d.severity === 'erreur' ? `${open}<failure${attributes({ type: d.code, message: d.message })}>${detail}</failure></testcase>` : `${open}<skipped>${detail}</skipped></testcase>`;
  };

  const suites = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, found]) => {
    const failures = found.filter((d) => d.severity === 'erreur').length;
    const cases = names(found).map((name, i) => testcase(found[i] as Diagnostic, name, file));
    const counts = { tests: Math.max(1, found.length), failures, errors: 0, skipped: found.length - failures, time: '0' };
    return [`  <testsuite${attributes({ name: file, ...counts })}>`, ...(cases.length === 0 ? [`    <testcase${attributes({ name: 'Aucun constat', classname: file, time: '0' })}/>`] : cases), '  </testsuite>'].join('\n');
  });
  const errors = diagnostics.filter((d) => d.severity === 'erreur').length;
  const tests = [...files.values()].reduce((sum, found) => sum + Math.max(1, found.length), 0);
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${attributes({ name: 'ctg', tests, failures: errors, errors: 0, time: '0' })}>`, ...suites, '</testsuites>', ''].join('\n');
}
