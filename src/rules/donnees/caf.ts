/** Comment les chiffres disent qu'ils viennent de la Caf : source, unités, montants d'un seul mois. */
export const DONNEES_CAF = {
  sources: /\b(?:caf|cnaf|allocations familiales)\b/i,
  /** Les données ouvertes, dont les montants sont ceux d'un mois. */
  ouvertes: /data\.?caf|open\s?data|données ouvertes/i,
  unites: /^(?:foyers?|personnes?|allocataires?|bénéficiaires?|enfants?|familles?|jeunes|adultes?|parents?)$/i,
  montants: /^(?:€|euros?|millions d’euros|milliers d’euros)$/i,
  mois: /mensuel|\bmois\b/i,
} as const;
