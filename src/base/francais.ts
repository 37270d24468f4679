/** Petites aides à la langue française, sans aucun appel dépendant de la machine. */
import { parTexte } from './memoire.ts';

/** Espace insécable et espace fine insécable. */
export const NBSP = '\u00A0';
export const NNBSP = '\u202F';

const UNITES = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize'];
const DIZAINES: Readonly<Record<number, string>> = { 2: 'vingt', 3: 'trente', 4: 'quarante', 5: 'cinquante', 6: 'soixante' };

/** Nombre entier en lettres, de 0 à 999, au masculin ou au féminin ; au-delà, en chiffres. */
export function enLettres(n: number, genre: 'm' | 'f' = 'm'): string {
  if (!Number.isInteger(n) || n < 0 || n > 999) return nombre(n);
  if (n >= 100) {
    const centaines = Math.trunc(n / 100);
    const reste = n % 100;
    const tete = centaines === 1 ? 'cent' : `${UNITES[centaines]} cent${reste === 0 ? 's' : ''}`;
    return reste === 0 ? tete : `${tete} ${enLettres(reste, genre)}`;
  }
  if (n === 1 && genre === 'f') return 'une';
  if (n <= 16) return UNITES[n] as string;
  if (n < 20) return `dix-${UNITES[n - 10]}`;
  const dizaine = n < 70 ? Math.trunc(n / 10) : n < 80 ? 6 : 8;
  const reste = n - dizaine * 10;
  const base = dizaine === 8 ? 'quatre-vingt' : (DIZAINES[dizaine] as string);
  if (reste === 0) return dizaine === 8 ? 'quatre-vingts' : base;
  const suite = reste === 1 && genre === 'f' ? 'une' : reste <= 16 ? (UNITES[reste] as string) : `dix-${UNITES[reste - 10]}`;
  return (reste === 1 || reste === 11) && dizaine !== 8 ? `${base} et ${suite}` : `${base}-${suite}`;
}

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** Nombre de jours du mois (1 à 12) d'une année du calendrier grégorien. */
export function joursDuMois(annee: number, mois: number): number {
  if (mois === 2) return (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(mois) ? 30 : 31;
}

/** La date `AAAA-MM-JJ` existe-t-elle ? */
export function dateExiste(iso: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) return false;
  const [annee, mois, jour] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return mois >= 1 && mois <= 12 && jour >= 1 && jour <= joursDuMois(annee, mois);
}

/** « 1er janvier 2024 » pour `2024-01-01`. */
export function dateEnLettres(iso: string): string {
  const [annee = '', mois = '', jour = ''] = iso.split('-');
  const j = Number(jour);
  return `${j === 1 ? '1er' : String(j)}${NBSP}${MOIS[Number(mois) - 1] ?? mois} ${annee}`;
}

/** Nombre à la française : virgule décimale, espace fine insécable entre milliers. */
export function nombre(n: number): string {
  const [entier = '0', decimales] = String(Math.abs(n)).split('.');
  const groupes = entier.length > 3 ? entier.replace(/\B(?=(\d{3})+$)/g, NNBSP) : entier;
  return `${n < 0 ? '−' : ''}${groupes}${decimales === undefined ? '' : `,${decimales}`}`;
}

/** Commence par une voyelle ou un h muet supposé : élision de « le », « la », « de ». */
export const elide = (mot: string): boolean => /^[aeiouyàâäéèêëîïôöùûüœæh]/i.test(mot.normalize('NFC')) && !/^(onze|oui|huit|yaourt|hameau|haut|hauts|havre|haye?)\b/i.test(mot);

export type ArticleDefini = 'le' | 'la' | 'les' | 'l’' | 'aucun';

/** Met l'article devant un nom : « la commune », « l’Ardèche », « Versailles ». */
export function avecArticle(article: ArticleDefini, nom: string): string {
  if (article === 'aucun') return nom;
  if (article === 'l’') return `l’${nom}`;
  if (article !== 'les' && elide(nom)) return `l’${nom}`;
  return `${article} ${nom}`;
}

/** « de » + groupe nominal déjà muni de son article : « le Creusot » → « du Creusot », « la Caf » → « de la Caf », « La Rochelle » → « de La Rochelle », « Écuisses » → « d’Écuisses ». */
export function de(groupe: string): string {
  if (/^le /i.test(groupe)) return `du ${groupe.slice(3)}`;
  if (/^les /i.test(groupe)) return `des ${groupe.slice(4)}`;
  if (/^(la |l’)/i.test(groupe)) return `de ${groupe}`;
  return elide(groupe) ? `d’${groupe}` : `de ${groupe}`;
}

/** « à » + groupe nominal : « au Creusot », « aux Bizots », « à la Caf », « à Versailles ». */
export function a(groupe: string): string {
  if (/^le /i.test(groupe)) return `au ${groupe.slice(3)}`;
  if (/^les /i.test(groupe)) return `aux ${groupe.slice(4)}`;
  return `à ${groupe}`;
}

/** « Le Creusot » → « le Creusot » ; « La Caf » → « la Caf » ; les noms sans article sont rendus tels quels. */
export const minusculeArticle = (groupe: string): string => groupe.replace(/^(Le|La|Les) (?=\S)/, (m) => m.toLowerCase()).replace(/^L’/, 'l’');

/** Première lettre en capitale, accent compris. */
export const capitale = (s: string): string => (s === '' ? s : s.charAt(0).toUpperCase() + s.slice(1));

/** « a », « a et b », « a, b et c ». */
export function enumeration(items: readonly string[], liaison = 'et'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${liaison} ${items.at(-1)}`;
}

/** Accorde : `pluriel(2, 'point')` → « points ». */
export const pluriel = (n: number, singulier: string, plur = `${singulier}s`): string => (Math.abs(n) < 2 ? singulier : plur);

/** Compte et nom accordé : « 1 point », « 3 points ». */
export const combien = (n: number, singulier: string, plur?: string): string => `${nombre(n)}${NBSP}${pluriel(n, singulier, plur)}`;

/** Une taille de fichier : « 2,1 Mo », arrondie au-dessus. */
export const megaoctets = (octets: number): string => `${nombre(Math.ceil(octets / 100_000) / 10)}${NBSP}Mo`;

/** Sans accents ni ponctuation, en minuscules et tirets : « Écuisses » → `ecuisses`. */
export const enIdentifiant = parTexte((s): string =>
  s
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, ''),
);

/** Guillemets français, espaces insécables comprises. */
export const guillemets = (s: string): string => `«${NBSP}${s}${NBSP}»`;

/** Rend insécables les espaces déjà écrites devant ; ! ? : » et après «. N'en ajoute aucune : « titre: x » reste tel quel. */
export const espacesInsecables = (s: string): string => s.replace(/ (?=[;!?](?:\s|$))/g, NNBSP).replace(/ (?=:(?:\s|$)|»)/g, NBSP).replace(/« /g, `«${NBSP}`);
