/**
 * Ce que l'on sait des effectifs que publient les Caf et data.caf.fr (séries s_ben_com_f, décembre 2020 à 2024) : foyers et
 * personnes arrondis au multiple de 5 le plus proche, montants arrondis à 100 € et portant sur un seul mois.
 */
export const DONNEES_CAF = {
  sources: /\b(?:caf|cnaf|allocations familiales)\b/i,
  /** Les données ouvertes, dont les montants sont ceux d'un mois. */
  ouvertes: /data\.?caf|open\s?data|données ouvertes/i,
  unites: /^(?:foyers?|personnes?|allocataires?|bénéficiaires?|enfants?|familles?|jeunes|adultes?|parents?)$/i,
  montants: /^(?:€|euros?|millions d’euros|milliers d’euros)$/i,
  mois: /mensuel|\bmois\b/i,
  arrondi: 5,
  /** En dessous de ce nombre d'effectifs, des multiples de 5 peuvent être un hasard. */
  assez: 3,
} as const;
