/** Les propriétés des métadonnées XMP, où qu'elles soient écrites : en attribut, en élément, en liste. */
import type { Element } from './xml.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XML = 'http://www.w3.org/XML/1998/namespace';

export interface Propriete {
  readonly uri: string;
  readonly local: string;
  readonly prefixe: string;
  /** Conteneur RDF : Alt, Seq, Bag ; null pour une valeur simple. */
  readonly conteneur: string | null;
  readonly valeurs: readonly string[];
  readonly langues: readonly string[];
  readonly element: Element | null;
}

/** Tous les rdf:Description du premier niveau, propriété par propriété. */
export function proprietes(racine: Element): readonly Propriete[] {
  const rdf = trouver(racine, RDF, 'RDF');
  if (rdf === null) return [];
  return rdf.enfants.filter((e) => e.uri === RDF && e.local === 'Description').flatMap((description) => [
    ...description.attributs
      .filter((a) => a.uri !== '' && a.uri !== RDF && a.uri !== XML && a.prefixe !== 'xmlns' && a.local !== 'xmlns')
      .map((a): Propriete => ({ uri: a.uri, local: a.local, prefixe: a.prefixe, conteneur: null, valeurs: [a.valeur], langues: [], element: null })),
    ...description.enfants.map(propriete),
  ]);
}

function propriete(element: Element): Propriete {
  const { uri, local, prefixe } = element;
  const conteneur = element.enfants.find((e) => e.uri === RDF && ['Alt', 'Seq', 'Bag'].includes(e.local));
  const articles = (conteneur?.enfants ?? []).filter((e) => e.local === 'li');
  return {
    uri, local, prefixe, element,
    conteneur: conteneur?.local ?? null,
    valeurs: conteneur === undefined ? [element.texte.trim()] : articles.map((e) => e.texte.trim()),
    langues: articles.flatMap((e) => e.attributs.filter((a) => a.uri === XML && a.local === 'lang').map((a) => a.valeur)),
  };
}

function trouver(element: Element, uri: string, local: string): Element | null {
  if (element.uri === uri && element.local === local) return element;
  for (const enfant of element.enfants) {
    const vu = trouver(enfant, uri, local);
    if (vu !== null) return vu;
  }
  return null;
}

/** Les articles d'une liste RDF de structures, chacun comme nom → propriété. */
export const structures = (element: Element | null): readonly ReadonlyMap<string, Propriete>[] =>
  (element?.enfants.find((e) => e.uri === RDF && ['Seq', 'Bag', 'Alt'].includes(e.local))?.enfants ?? []).map((article) => {
    const dedans = article.enfants.length === 1 && article.enfants[0]?.uri === RDF && article.enfants[0].local === 'Description' ? article.enfants[0] : article;
    const champs = [...dedans.enfants.map(propriete), ...dedans.attributs.filter((a) => a.uri !== RDF && a.uri !== '').map((a): Propriete => ({ uri: a.uri, local: a.local, prefixe: a.prefixe, conteneur: null, valeurs: [a.valeur], langues: [], element: null }))];
    return new Map(champs.map((p) => [p.local, p]));
  });
