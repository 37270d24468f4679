/** docs/reference/clauses.md : les données que les clauses peuvent lire, d'après leur forme. */
import { type Forme, formeVue } from '../model/forme.ts';
import { code, GENERATED, page, table } from './markdown.ts';

function* paths(forme: Forme, path: string, peutManquer: boolean): Iterable<string[]> {
  switch (forme.k) {
    case 'optionnel':
      yield* paths(forme.de, path, true);
      return;
    case 'objet':
      if (path !== '' && peutManquer) yield [code(path), 'groupe', 'oui'];
      for (const [name, child] of Object.entries(forme.champs)) yield* paths(child, path === '' ? name : `${path}.${name}`, false);
      return;
    case 'liste':
      yield [code(path), 'liste', peutManquer ? 'oui' : ''];
      yield* forme.de.k === 'objet' ? paths(forme.de, `${path}[]`, false) : [];
      return;
    default:
      yield [code(path), forme.k === 'texte' ? 'texte' : 'oui ou non', peutManquer ? 'oui' : ''];
  }
}

export function referenceClauses(): string {
  return page(
    GENERATED,
    '# Les données offertes aux clauses',
    'Une clause (`templates/clauses/*.md.hbs`, ou `modeles/clauses/` dans un territoire) est un texte Markdown où `{{chemin}}` est remplacé par une donnée. `{{#if}}`, `{{#unless}}`, `{{#each}}` et `{{#with}}` sont admis, rien d’autre. Une donnée qui peut manquer se lit sous un `{{#if}}`. Les champs d’une liste se lisent dans `{{#each}}` : `communes[].nom` y est `{{nom}}`.',
    table(['Donnée', 'Nature', 'Peut manquer'], [...paths(formeVue, '', false)]),
  );
}
