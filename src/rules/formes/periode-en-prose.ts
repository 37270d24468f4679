/** Années ou dates qui bornent une période : « 2024-2027 », « de 2024 à 2027 », « du 1er janvier 2024 au 31 décembre 2027 ». */
export const PERIODES: readonly RegExp[] = [
  /(?<![\d-])(20\d\d)\s?[-–/]\s?(20\d\d)(?![\d-])/gu,
  /(?<!\p{L})de\s(20\d\d)\sà\s(20\d\d)(?!\d)/giu,
  /(?<!\p{L})du\s(\d{1,2}(?:er)?\s\p{L}+\s20\d\d)\sau\s(\d{1,2}(?:er)?\s\p{L}+\s20\d\d)(?!\d)/giu,
];

/** La phrase parle de cette convention. */
export const CETTE_CONVENTION = /(?:présente convention|la convention(?! (?:d[’'u]|de (?:financement|délégation|la)|nationale|internationale))|convention territoriale globale|\bctg\b)/i;

/** Mois, dans l'ordre. */
export const MOIS: readonly string[] = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
