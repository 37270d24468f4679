/** Ce qui suit un numéro d'article quand il n'est pas de la convention : codes, lois, règlements, autres contrats. */
export const AUTRE_TEXTE = /^(?:[\s,]*(?:et|à|ou|,)?\s*(?:\d+|[LRD]\.\s?[\d-]+))*[\s,]*(?:du|de la|de l[’']|des|de son|de leur)\s+(?!présente|convention(?!\s(?:d[’'u]|de|nationale|internationale))|ctg|plan d[’']actions|acte\b)/i;

/** Ce qui précède un article d'un code : « article L. 263-1 » n'a pas de numéro nu, mais « l'article 30 » peut suivre « RGPD, ». */
export const TEXTE_AVANT = /(?:code|loi|décret|ordonnance|arrêté|règlement|rgpd|casf|cgct)[^.;]{0,60}$/i;

/** « l'article 6 », « annexe 3 », « annexe n° 2 ». */
export const RENVOI_TAPE = /(?<![\p{L}\p{N}])(articles?|annexes?)\s(?:n°\s?)?(\d{1,2}|1er|[IVX]{1,4})(?![\p{L}\p{N}]|[.-]\d)/giu;
