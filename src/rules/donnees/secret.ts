/**
 * Seuils du secret statistique des données de la Caf, tels que les conventions du modèle à quatorze articles les posent
 * (article Échanges de données ; règle relevée dans le modèle de la Caf des Yvelines, 2022).
 */
export const SECRET = {
  /** Un effectif non nul inférieur à ce nombre est blanchi. */
  valeurMinimale: 5,
  /** En dessous de ce nombre d'allocataires, une zone communale ou plus petite est blanchie tout entière. */
  allocatairesMinimum: 100,
  /** Échelles où la seconde règle s'applique. */
  echelles: new Set(['commune', 'quartier']),
  /** Sources soumises à ces règles. */
  sources: /\b(caf|cnaf|allocations familiales)\b/i,
  /** Libellés qui donnent le nombre d'allocataires d'une zone. */
  allocataires: /^(nombre (de |d’|d'))?(foyers )?allocataires\b/i,
  /** Unités qui comptent des foyers ou des personnes ; un équipement, un taux ou une moyenne n'identifient personne. */
  unites: /^(foyers?|personnes?|allocataires?|bénéficiaires?|enfants?|familles?|ménages?|jeunes|adultes?|habitants?|parents?|assistants? maternels?)$/i,
} as const;
