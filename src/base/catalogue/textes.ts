/** Le catalogue dit par ses textes, sans constat : pour la référence, les rapports et `ctg explain`. */
import type { Definition, Severity } from '../diagnostic.ts';
import { CATALOGUE } from './index.ts';

export interface CodeTexts {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** Entre accolades, ce qui dépend du fichier. */
  readonly message: string;
  readonly hint: string | null;
}

/** Ce que contrôle chaque centaine de codes. */
export const STAGES: Readonly<Record<string, string>> = {
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
const OPTIONAL = new Set(['suggestion', 'exemple', 'attendu', 'conseil']);
const named = (name: string): unknown => Object.assign(new String(`{${name}}`), { join: () => `{${name}}`, toLowerCase: () => `{${name}}` });
/** Des paramètres de papier : chacun s'imprime par son nom. */
const NAMED: unknown = new Proxy({}, { get: (_, name) => named(String(name)) });
const GENERAL: unknown = new Proxy({}, { get: (_, name) => (OPTIONAL.has(String(name)) ? null : named(String(name))) });

/** Le conseil le plus général ; si un code ne se passe pas du paramètre, son nom. */
function generalHint(hint: Definition<unknown>['hint']): string | null {
  const text = hint?.(GENERAL) ?? null;
  return text?.includes('null') === true ? (hint?.(NAMED) ?? null) : text;
}

/** Chaque code du catalogue, dans l'ordre. */
export const catalogueTexts = (): readonly CodeTexts[] =>
  Object.entries(CATALOGUE as unknown as Readonly<Record<string, Definition<unknown>>>)
    .map(([code, { title, severity, message, hint }]) => ({ code, title, severity, message: message(NAMED), hint: generalHint(hint) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
