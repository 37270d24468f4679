import type { Nodes, Root } from 'mdast';
import { walk } from '../../resolve/markdown.ts';
import type { Projet } from '../../resolve/projet.ts';

export interface TexteLong {
  readonly file: string;
  readonly body: Root;
  /** Une fiche reprend souvent les mots d'une autre. */
  readonly fiche: boolean;
}

/** Tous les textes en Markdown de l'acte : articles, annexes, diagnostic, fiches-actions. */
export function textesLongs({ modele, textesDiagnostic, fiches }: Projet): readonly TexteLong[] {
  const pieces = (modele?.pieces ?? []).flatMap((p) => (p.texte === null ? [] : [p.texte]));
  return [...[...pieces, ...textesDiagnostic].map(({ file, body }) => ({ file, body, fiche: false })), ...fiches.map(({ file, body }) => ({ file, body, fiche: true }))];
}

/** Les nœuds d'une sorte, dans l'ordre du texte. */
export function tous<T extends Nodes['type']>(body: Root, type: T): readonly Extract<Nodes, { readonly type: T }>[] {
  const found: Extract<Nodes, { readonly type: T }>[] = [];
  walk(body, (node) => {
    if (node.type === type) found.push(node as Extract<Nodes, { readonly type: T }>);
  });
  return found;
}
