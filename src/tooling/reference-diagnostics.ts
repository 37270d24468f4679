/** docs/reference/diagnostics.md : chaque code, d'après le catalogue et les règles. */
import { CATALOGUE } from '../base/catalogue/index.ts';
import type { Definition } from '../base/diagnostic.ts';
import { RULES } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { GENERATED, page } from './markdown.ts';

const ETAPES: Readonly<Record<string, string>> = {
  CTG0: 'Lire et écrire des fichiers',
  CTG1: 'Syntaxe YAML et Markdown',
  CTG2: 'Forme des fichiers',
  CTG3: 'Identifiants et références',
  CTG4: 'Règles de fond',
  CTG5: 'Clauses',
  CTG6: 'Textes et renvois',
  CTG7: 'Documents',
  CTG8: 'Réglages des règles',
};

/** Paramètres dont l'absence donne le conseil le plus général. */
const FACULTATIFS = new Set(['suggestion', 'exemple', 'attendu', 'conseil']);
const neutre = (nom: string): unknown => Object.assign(new String(`{${nom}}`), { join: () => `{${nom}}`, toLowerCase: () => `{${nom}}` });
/** Des paramètres de papier : chacun s'imprime par son nom. */
const NOMMES: unknown = new Proxy({}, { get: (_, nom) => neutre(String(nom)) });
const GENERAUX: unknown = new Proxy({}, { get: (_, nom) => (FACULTATIFS.has(String(nom)) ? null : neutre(String(nom))) });

/** Un message est du texte, pas du Markdown. */
const escape = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

function entry(id: string, definition: Definition<unknown>): string[] {
  const hint = definition.hint?.(GENERAUX) ?? null;
  return [`### ${id} — ${definition.title}`, `Gravité : ${definition.severity}.`, `> ${escape(definition.message(NOMMES))}`, hint === null ? '' : `**Que faire** — ${escape(hint)}`];
}

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
    `Exemples conformes et fautifs : [page de la règle](../../src/rules/${name}).`,
  ];
}

/** La page entière ; `readPage` lit la page Markdown d'une règle. */
export function referenceDiagnostics(readPage: (name: string) => string): string {
  const catalogue = Object.entries(CATALOGUE as unknown as Readonly<Record<string, Definition<unknown>>>).map(([id, d]) => ({ id, parts: entry(id, d) }));
  const rules = RULES.map((rule) => ({ id: rule.code as string, parts: ruleEntry(rule, readPage) }));
  const all = [...catalogue, ...rules];
  const sections = Object.entries(ETAPES).flatMap(([prefix, title]) => [
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
