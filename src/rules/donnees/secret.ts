/** Quels chiffres relèvent du secret statistique des données de la Caf ; les seuils sont dans seuils.json. */
export const SECRET = {
  /** Échelles où le seuil d'allocataires s'applique. */
  echelles: new Set(['commune', 'quartier']),
  /** Sources soumises à ces règles. */
  sources: /\b(caf|cnaf|allocations familiales)\b/i,
  /** Libellés qui donnent le nombre d'allocataires d'une zone. */
  allocataires: /^(nombre (de |d’|d'))?(foyers )?allocataires\b/i,
  /** Unités qui comptent des foyers ou des personnes ; un équipement, un taux ou une moyenne n'identifient personne. */
  unites: /^(foyers?|personnes?|allocataires?|bénéficiaires?|enfants?|familles?|ménages?|jeunes|adultes?|habitants?|parents?|assistants? maternels?)$/i,
} as const;
