/** Ce que les clauses de la bibliothèque disent du comité de pilotage (templates/clauses, rédaction de 2022). */
export const PILOTAGE = {
  /** Clauses qui le disent à parité, et tenu par un secrétariat permanent. */
  clausesParite: ['collaboration'],
  /** Une mission qui suppose cette réunion. */
  chaqueAnnee: /annuel|chaque année|tous les ans/i,
} as const;
