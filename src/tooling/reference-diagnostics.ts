/** docs/reference/diagnostics.md : chaque code, d'après le catalogue et les règles. */
import { type CodeTexts, catalogueTexts, STAGES } from '../base/catalogue/textes.ts';
import { RULES } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { GENERATED, page } from './markdown.ts';

/** Un message est du texte, pas du Markdown. */
const escape = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

const entry = ({ code, title, severity, message, hint }: CodeTexts): string[] => [
  `### ${code} — ${title}`,
  `Gravité : ${severity}.`,
  `> ${escape(message)}`,
  hint === null ? '' : `**Que faire** — ${escape(hint)}`,
];

/** Une section de la page d'une règle. */
function section(text: string, title: string): string {
  const found = new RegExp(`^## ${title}\\n+([\\s\\S]*?)(?=\\n## |$(?![\\s\\S]))`, 'm').exec(text);
  if (found?.[1] === undefined) throw new Error(`la page d’une règle n’a pas de section « ${title} » :\n${text.slice(0, 80)}`);
  return found[1].trim();
}

function ruleEntry(rule: Rule, readPage: (name: string) => string): string[] {
  const name = `${rule.code}-${rule.slug}.md`;
  const text = readPage(name);
  const gravite = /^Gravité : (.*?)\. /m.exec(text)?.[1] ?? '';
  return [
    `### ${rule.code} — ${rule.title}`,
    `Gravité : ${gravite}.`,
    section(text, 'Ce que la règle vérifie'),
    `**Pourquoi** — ${section(text, 'Pourquoi')}`,
    `**Que faire** — ${section(text, 'Comment corriger')}`,
    `Exemples conformes et fautifs : [page de la règle](../regles/${name}).`,
  ];
}

/** La page entière ; `readPage` lit la page Markdown d'une règle. */
export function referenceDiagnostics(readPage: (name: string) => string): string {
  const catalogue = catalogueTexts().map((texts) => ({ id: texts.code, parts: entry(texts) }));
  const rules = RULES.map((rule) => ({ id: rule.code as string, parts: ruleEntry(rule, readPage) }));
  const all = [...catalogue, ...rules];
  const sections = Object.entries(STAGES).flatMap(([prefix, title]) => [
    `## ${prefix}xxx — ${title}`,
    ...all.filter((e) => e.id.startsWith(prefix)).sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((e) => e.parts),
  ]);
  return page(
    GENERATED,
    '# Les constats',
    'Chaque constat porte un code, qui ne change jamais de sens. Une **erreur** veut dire qu’aucun document ne sera écrit ; un **avertissement**, qu’il faut regarder avant de signer ; une **information** ne demande rien. Entre accolades, ce qui dépend du fichier.',
    ...sections,
  );
}
