/** Les gravités réglées dans ctg.yaml, appliquées aux constats des règles. */
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { suggest } from '../base/suggestion.ts';
import type { Projet } from '../resolve/projet.ts';
import type { Rule } from '../rules/rule.ts';

/** Rend les constats à leur gravité réglée, et ce qui ne va pas dans les réglages eux-mêmes. */
export function adjust(found: readonly Diagnostic[], { ctg }: Projet, rules: readonly Rule[]): readonly Diagnostic[] {
  const settings = Object.entries(ctg?.value.regles ?? {});
  if (ctg === null || settings.length === 0) return found;
  const complaints: Diagnostic[] = [];
  const severities = new Map<string, (typeof settings)[number][1]['gravite']>();
  for (const [code, { gravite }] of settings) {
    const rule = rules.find((r) => r.code === code);
    const span = ctg.at(['regles', code], 'key');
    if (rule === undefined) complaints.push(diagnostic('CTG8001', { code, suggestion: suggest(code, rules.map((r) => r.code)) }, span));
    else if (rule.nonNegotiable === true && gravite !== 'erreur') complaints.push(diagnostic('CTG8002', { code, titre: rule.title.toLowerCase() }, span));
    else severities.set(code, gravite);
  }
  const adjusted = found.flatMap((d): readonly Diagnostic[] => {
    const severity = severities.get(d.code);
    if (severity === undefined) return [d];
    return severity === 'ignorer' ? [] : [{ ...d, severity }];
  });
  return [...adjusted, ...complaints];
}
