import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { enIdentifiant } from '../base/francais.ts';
import { suggest } from '../base/suggestion.ts';
import type { ResolveInput } from './input.ts';
import { plainText, spanOf } from './markdown.ts';
import type { EnjeuxThematique, Thematique } from './projet.ts';

/** enjeux.md : un titre par thématique, puis une liste de phrases. */
export function resolveEnjeux(input: ResolveInput, thematiques: ReadonlyMap<string, Thematique>, diagnostics: Diagnostic[]): readonly EnjeuxThematique[] {
  const file = input.files('enjeux')[0];
  if (file?.body == null) return [];
  const found: EnjeuxThematique[] = [];
  let current: Thematique | null = null;
  let outside = true;
  for (const node of file.body.children) {
    const span = spanOf(node, file.path);
    if (node.type === 'definition' || node.type === 'footnoteDefinition') continue;
    if (node.type === 'heading') {
      const titre = plainText(node);
      current = [...thematiques.values()].find((t) => enIdentifiant(t.titre) === enIdentifiant(titre) || t.id === enIdentifiant(titre)) ?? null;
      outside = false;
      if (current === null && !input.incomplets.has('strategie')) {
        diagnostics.push(diagnostic('CTG3001', { quoi: 'Aucune thématique', id: titre, suggestion: suggest(titre, [...thematiques.values()].map((t) => t.titre)), ou: 'strategie.yaml' }, span));
      }
    } else if (node.type === 'list' && current !== null) found.push({ thematique: current.id, titre: current.titre, span, liste: node, texte: file.body.children });
    else if (outside || node.type !== 'list') diagnostics.push(diagnostic('CTG2011', { ou: outside ? 'de thématique' : 'sous forme de liste' }, span));
  }
  return found;
}
