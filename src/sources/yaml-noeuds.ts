/** Un YAML lu : ses nœuds et leurs endroits, quel que soit le lecteur. Les décalages sont ceux du texte lu. */
import type { Path, Span } from '../base/span.ts';
import type { YamlContent } from './types.ts';

interface Lieu {
  readonly start: number;
  readonly end: number;
}
export interface Scalaire extends Lieu {
  readonly genre: 'scalaire';
  readonly value: unknown;
  /** Tel qu'il est écrit, guillemets ôtés. */
  readonly source: string | null;
}
export interface Paire {
  readonly nom: string;
  readonly cle: Lieu;
  readonly valeur: Noeud | null;
}
export interface Groupe extends Lieu {
  readonly genre: 'groupe';
  readonly paires: readonly Paire[];
}
export interface Liste extends Lieu {
  readonly genre: 'liste';
  readonly elements: readonly (Noeud | null)[];
}
export type Noeud = Scalaire | Groupe | Liste;
export type MakeSpan = (from: number, to: number) => Span;

/** Suit un chemin ; rend le nœud final (ou null) et la dernière paire rencontrée, dont la clé situe ce qui manque. */
function follow(racine: Noeud | null, path: Path): { node: Noeud | null; pair: Paire | null; complete: boolean } {
  let node = racine;
  let pair: Paire | null = null;
  for (const step of path) {
    if (node?.genre === 'groupe') {
      const nom = String(step);
      const next: Paire | undefined = node.paires.find((p) => p.nom === nom);
      if (next === undefined) return { node, pair, complete: false };
      pair = next;
      node = next.valeur;
    } else if (node?.genre === 'liste') {
      const item: Noeud | null | undefined = node.elements[Number(step)];
      if (item === undefined) return { node, pair, complete: false };
      node = item;
      pair = null;
    } else return { node, pair, complete: false };
  }
  return { node, pair, complete: true };
}

/** Ce qu'on offre d'un texte lu. */
export const yamlContent = (racine: Noeud | null, value: unknown, text: string, span: MakeSpan): YamlContent => ({
  value,
  at: (path, target) => locate(racine, path, target ?? 'value', span),
  raw: (path) => rawScalar(racine, path, text),
});

/** Endroit d'une valeur ou de sa clé. */
function locate(racine: Noeud | null, path: Path, target: 'key' | 'value', span: MakeSpan): Span {
  const { node, pair, complete } = follow(racine, path);
  const key = pair?.cle ?? null;
  // Une valeur sur plusieurs lignes se désigne par sa clé ; un élément de liste, par sa première clé.
  const byKey = target === 'key' || !complete || (node !== null && node.genre !== 'scalaire');
  const chosen = byKey ? (key ?? firstKey(node) ?? node) : (node ?? key);
  return chosen === null ? span(0, 0) : span(chosen.start, chosen.end);
}

const firstKey = (node: Noeud | null): Lieu | null => (node?.genre === 'groupe' ? (node.paires[0]?.cle ?? null) : null);

/** Texte d'un scalaire tel qu'il est écrit ; « #Bourg » pour une valeur que YAML a prise pour un commentaire. */
function rawScalar(racine: Noeud | null, path: Path, text: string): string | null {
  const { node, complete } = follow(racine, path);
  if (!complete || node?.genre !== 'scalaire') return null;
  if (node.value !== null || (node.source ?? '') !== '') return node.source;
  return /^[ \t]*(#[^\s#].*)/.exec(text.slice(node.start, node.start + 200))?.[1]?.trimEnd() ?? '';
}
