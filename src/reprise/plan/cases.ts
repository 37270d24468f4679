/** Ce que disent les cases d'un plan d'actions : listes, années, numéros devant les titres. */

/** Une puce en tête de ligne. */
const PUCE = /^(?:[•●▪■◦‣·–—*➢➔✓►-]|o(?= ))\s*/u;

/** Éléments d'une case : un par ligne, par puce ou entre points-virgules. */
export const enListe = (case_: string): readonly string[] =>
  case_
    .split(/\n|;|•|●|▪|➢/u)
    .map((element) => sansApostrophe(element.trim().replace(PUCE, '')).trim())
    .filter((element) => element !== '');

/** L'apostrophe que nos tableaux, comme Excel, mettent devant ce qui ressemble à une formule. */
export const sansApostrophe = (s: string): string => s.replace(/^'(?=[=+\-@])/, '');

/** Un titre sur une ligne. */
export const titreSimple = (case_: string): string => sansApostrophe(case_).replace(/\s*\n\s*/g, ' ').trim();

const MOIS = 'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre';
const ANNEES_AU_PLUS = 15;

export interface Annees {
  readonly annees: readonly number[];
  /** Ce qui n'est pas une année et ne peut pas être gardé : « T1 », « en continu ». */
  readonly reste: string;
}

/** Les années d'une case : « 2024-2026 », « T1 2025 », « 2025 et 2026 », « 30/06/2025 ». */
export function enAnnees(case_: string): Annees {
  const annees = new Set<number>();
  const prendre = (de: number, a: number): boolean => {
    if (a < de || a - de >= ANNEES_AU_PLUS) return false;
    for (let annee = de; annee <= a; annee++) annees.add(annee);
    return true;
  };
  const reste = case_
    .replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, (tout, annee: string, mois: string, jour: string) => (prendre(Number(annee), Number(annee)) ? ` ${jour}/${mois} ` : tout))
    .replace(/\b(\d{1,2}\/\d{1,2})\/(\d{4})\b/g, (tout, jour: string, annee: string) => (prendre(Number(annee), Number(annee)) ? ` ${jour} ` : tout))
    .replace(/\bentre\s+((?:19|20)\d{2})\s+et\s+((?:19|20)\d{2})\b/giu, (tout, de: string, a: string) => (prendre(Number(de), Number(a)) ? ' ' : tout))
    .replace(/(?:\bde )?\b((?:19|20)\d{2})\s*(?:-|–|—|\/|à|a|au|>|→|jusqu’en|jusqu'en)\s*((?:19|20)\d{2})\b/giu, (tout, de: string, a: string) => (prendre(Number(de), Number(a)) ? ' ' : tout))
    .replace(/\b((?:19|20)\d{2})\s*[-–/]\s*(\d{2})\b/g, (tout, de: string, a: string) => (prendre(Number(de), Number(de.slice(0, 2) + a)) ? ' ' : tout))
    .replace(/\b(?:19|20)\d{2}\b/g, (annee) => (prendre(Number(annee), Number(annee)) ? ' ' : annee))
    .replace(/(?:^|[\s,;+&])(?:en|années?|et|puis|ou)(?=[\s,;+&]|$)/giu, ' ')
    .replace(/[\s,;+&.]+/g, ' ')
    .trim();
  return { annees: [...annees].sort((a, b) => a - b), reste };
}

/** Une précision plus fine que l'année : elle se perd sans que l'année soit en doute. */
export const estPrecision = (reste: string): boolean => /[\p{L}\d]/u.test(reste) && new RegExp(`^(?:(?:[tTsS]\\s?[1-4]|[1-4](?:er|e|ème|eme|nd)?|trimestre|semestre|\\d{1,2}\\/\\d{1,2}|fin|début|debut|mi|courant|rentrée|rentree|automne|hiver|printemps|été|premier|second|deuxième|troisième|quatrième|de|d’|-|à|${MOIS})\\s*)+$`, 'iu').test(reste);

/** Mots qui annoncent le numéro d'un niveau : « Axe 1 : », « Objectif stratégique n° 2 – ». */
const ETIQUETTE = /^(?:axes?|enjeux?|objectifs?(?: stratégiques?| opérationnels?| généra(?:l|ux))?|thématiques?|thèmes?|orientations?|ambitions?|actions?|fiches?(?:[ -]actions?)?|os|oo)\s*(?:n\s?[°o]\s*)?(\d{1,2}(?:[.-]\d{1,2}){0,3}|[IVX]{1,5}|[A-H])?\s*(?:[.):–—-]|\s:)+\s*/iu;
const NUMERO_POINTE = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s*[):–—-]?\s+/u;
const NUMERO_PONCTUE = /^(\d{1,2})\s*[.)]\s+|^(\d{1,2})\s+[:–—-]\s+/u;
const NUMERO_NU = /^(\d{1,2})\s+/;

/** Ôte le numéro que porte chaque titre d'une colonne ; sans le mot « Axe » ou « Objectif », il faut que la colonne entière soit numérotée. */
export function sansNumeros(titres: readonly string[]): (titre: string) => string {
  const distincts = [...new Set(titres)];
  const numerotee = (motif: RegExp, part: number): boolean => {
    const numeros = distincts.flatMap((t) => motif.exec(t)?.slice(1).find((n) => n !== undefined) ?? []);
    return numeros.length > 0 && numeros.length >= distincts.length * part && new Set(numeros).size === numeros.length;
  };
  const motifs = [ETIQUETTE, ...(numerotee(NUMERO_POINTE, 0.5) ? [NUMERO_POINTE] : []), ...(numerotee(NUMERO_PONCTUE, 0.8) ? [NUMERO_PONCTUE] : []), ...(numerotee(NUMERO_NU, 1) && distincts.some((t) => /^1\s/.test(t)) ? [NUMERO_NU] : [])];
  return (titre) => {
    for (const motif of motifs) {
      const nu = titre.replace(motif, '');
      if (nu !== titre && nu !== '') return nu;
    }
    return titre;
  };
}

/** Une case cochée d'une colonne d'année. */
export const cochee = (case_: string): boolean => /^(?:x|×|oui|✓|✔|☑|1|o)$/iu.test(case_);
