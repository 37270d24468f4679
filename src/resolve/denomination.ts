/** Comment se dit un signataire : article, genre, dénomination, nom court, contractions. */
import type { Signataire as SignataireSource } from '../../schemas/signataire.ts';
import { type ArticleDefini, avecArticle, capitale, elide, minusculeArticle } from '../base/francais.ts';
import type { Commune, Genre } from './projet.ts';

/** Premier mot d'une dénomination → genre. Les noms hors liste demandent `article:` dans le fichier. */
const GENRES: Readonly<Record<string, Genre>> = {
  agence: 'f', association: 'f', académie: 'f', caisse: 'f', chambre: 'f', commune: 'f', communauté: 'f', direction: 'f', fédération: 'f',
  fondation: 'f', maison: 'f', métropole: 'f', mission: 'f', mutualité: 'f', préfecture: 'f', région: 'f', union: 'f', ville: 'f', société: 'f', collectivité: 'f',
  bassin: 'm', centre: 'm', comité: 'm', conseil: 'm', département: 'm', établissement: 'm', état: 'm', foyer: 'm', groupement: 'm', pays: 'm', pôle: 'm',
  rectorat: 'm', sivom: 'm', sivos: 'm', sivu: 'm', syndicat: 'm', territoire: 'm', val: 'm', ccas: 'm', cias: 'm', relais: 'm', réseau: 'm', groupe: 'm', grand: 'm',
};

export interface Designation {
  readonly le: string;
  readonly court: string;
  readonly genre: Genre;
  readonly pluriel: boolean;
}

const genreDe = (article: ArticleDefini | undefined, nom: string): Genre | null => {
  if (article === 'le') return 'm';
  if (article === 'la') return 'f';
  const mot = (/^[\p{L}]+/u.exec(nom)?.[0] ?? '').toLowerCase();
  return (Object.hasOwn(GENRES, mot) ? GENRES[mot] : undefined) ?? (article === undefined ? null : 'm');
};

/** Dénomination avec article, ou null si l'article ne peut être deviné. */
export function designerNom(nom: string, article: ArticleDefini | undefined, donne?: Genre): { readonly le: string; readonly genre: Genre } | null {
  const own = /^(le|la|les) /i.exec(nom)?.[1]?.toLowerCase();
  if (article === undefined && own !== undefined) return { le: minusculeArticle(nom), genre: own === 'la' ? 'f' : (donne ?? 'm') };
  const genre = article === 'le' || article === 'la' ? genreDe(article, nom) : (donne ?? genreDe(article, nom));
  if (genre === null) return null;
  return { le: avecArticle(article ?? (elide(nom) ? 'l’' : genre === 'm' ? 'le' : 'la'), nom), genre };
}

/** Genre écrit dans le fichier ; celui de « l’association », si l'article choisi n'en dit rien. */
function genreDonne({ genre, categorie, article, nom }: SignataireSource): Genre | undefined {
  if (genre !== undefined) return genre === 'féminin' ? 'f' : 'm';
  return categorie === 'association' && (article === 'l’' || article === 'aucun') && genreDe(undefined, nom ?? '') === null ? 'f' : undefined;
}

/** « le Creusot », prêt à contracter ; « La Rochelle », « L’Haÿ » : l'article d'une commune qui ne se contracte pas garde sa capitale. */
export const groupeCommune = (nom: string, article: ArticleDefini | undefined): string => (article === undefined || article === 'aucun' || /^(le |la |les |l[’'])/i.test(nom) ? (/^(La |L[’'])/.test(nom) ? nom : minusculeArticle(nom)) : avecArticle(article, nom));

/** Désigne un signataire ; null si son article ne peut être deviné. */
export function designer(source: SignataireSource, commune: Commune | null): Designation | null {
  if (source.categorie === 'commune' && commune !== null) {
    return { le: `la commune ${commune.de}`, court: source.nom_court ?? `la Commune ${commune.de}`, genre: 'f', pluriel: false };
  }
  const nom = source.nom ?? source.nom_court ?? '';
  const pluriel = source.article === 'les' || /^les /i.test(nom);
  const found = designerNom(nom, source.article, genreDonne(source));
  if (found === null) return null;
  return { ...found, court: source.nom_court ?? found.le, pluriel };
}

/** Le nom court sans son article, capitale en tête : « CUCM », « Commune du Creusot ». */
export const sansArticle = (court: string): string => capitale(court.replace(/^(le |la |les |l’)/i, ''));
