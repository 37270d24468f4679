/** Tous les textes d'auteur du projet et leurs endroits : pour les règles qui lisent tout. */
import type { Nodes } from 'mdast';
import type { Path } from '../base/span.ts';
import type { ResolveInput, TypedFile, ValueOf } from './input.ts';
import { spanOf, walk } from './markdown.ts';
import type { Renvoi, TexteAuteur } from './projet.ts';
import { splitRenvoi } from './renvois.ts';

const KINDS: readonly (keyof ValueOf)[] = [
  'convention', 'territoire', 'strategie', 'acteurs', 'signataire', 'plan', 'diagnostic', 'indicateurs', 'gouvernance', 'equipements', 'calendrier', 'glossaire',
  'enjeux', 'fiche-action', 'article', 'annexe', 'texte-diagnostic', 'avenant', 'bilan',
];

export function collectTextes(input: ResolveInput): { readonly textes: readonly TexteAuteur[]; readonly renvois: readonly Renvoi[] } {
  const textes: TexteAuteur[] = [];
  const renvois: Renvoi[] = [];
  for (const kind of KINDS) {
    for (const file of input.files(kind)) {
      collectYaml(file, file.value, [], textes);
      if (file.body !== null) collectProse(file.body, file.path, textes, renvois);
    }
  }
  return { textes, renvois };
}

function collectYaml(file: TypedFile<unknown>, value: unknown, path: Path, textes: TexteAuteur[]): void {
  if (typeof value === 'string') textes.push({ texte: value, span: file.at(path), file: file.path, nature: 'yaml' });
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) collectYaml(file, item, [...path, i], textes);
  else if (value !== null && typeof value === 'object') for (const [key, item] of Object.entries(value)) collectYaml(file, item, [...path, key], textes);
}

function collectProse(body: Nodes, path: string, textes: TexteAuteur[], renvois: Renvoi[]): void {
  walk(body, (node) => {
    if (node.type === 'text') textes.push({ texte: node.value, span: spanOf(node, path), file: path, nature: 'prose' });
    if (node.type === 'link') {
      const renvoi = splitRenvoi(node.url);
      if (renvoi !== null) renvois.push({ ...renvoi, span: spanOf(node, path) });
    }
  });
}
