/** Vérification statique des chemins d'une clause contre la forme de la vue, avant toute donnée. */
import type { Forme } from '../model/forme.ts';

export interface Scope {
  readonly forme: Forme;
  readonly parent: Scope | null;
  /** Chemins optionnels déjà gardés par un {{#if}} ou un {{#with}} englobant. */
  readonly guarded: ReadonlySet<string>;
  readonly inEach: boolean;
}

export interface PathExpression {
  readonly type: string;
  readonly original: string;
  readonly parts: readonly string[];
  readonly depth: number;
  readonly data: boolean;
}

export type Resolved =
  | { readonly ok: true; readonly forme: Forme; /** Préfixes optionnels traversés et non gardés. */ readonly unguarded: readonly string[] }
  | { readonly ok: false; readonly candidates: readonly string[] };

const nature = (forme: Forme): Forme => (forme.k === 'optionnel' ? nature(forme.de) : forme);

/** Suit un chemin depuis une portée. */
export function resolvePath(path: PathExpression, scope: Scope): Resolved {
  if (path.data) {
    const known = scope.inEach && ['first', 'last', 'index'].includes(path.parts[0] ?? '');
    return known ? { ok: true, forme: { k: 'texte' }, unguarded: [] } : { ok: false, candidates: ['@first', '@last', '@index'] };
  }
  let at: Scope = scope;
  for (let i = 0; i < path.depth; i++) {
    if (at.parent === null) return { ok: false, candidates: [] };
    at = at.parent;
  }
  let forme = at.forme;
  const unguarded: string[] = [];
  let prefix = '../'.repeat(path.depth);
  for (const part of path.parts) {
    const inner = nature(forme);
    if (inner.k !== 'objet') return { ok: false, candidates: [] };
    const next = Object.hasOwn(inner.champs, part) ? inner.champs[part] : undefined;
    if (next === undefined) return { ok: false, candidates: Object.keys(inner.champs).map((name) => `${prefix}${name}`) };
    prefix += part;
    if (next.k === 'optionnel' && !scope.guarded.has(prefix)) unguarded.push(prefix);
    prefix += '.';
    forme = next;
  }
  return { ok: true, forme, unguarded };
}

export const withoutOption = nature;

/** Ce qu'est une forme, en français. */
export const NATURES: Readonly<Record<Forme['k'], string>> = {
  texte: 'un texte',
  booleen: 'un oui ou non',
  liste: 'une liste',
  objet: 'un groupe de données',
  optionnel: 'une donnée facultative',
};
