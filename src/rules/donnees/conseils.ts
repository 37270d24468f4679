/**
 * Règles de réunion des conseils municipaux (Code général des collectivités territoriales, articles L. 2121-11, L. 2121-12 et
 * L. 2121-17), relevées le 22 novembre 2026 dans des guides d'associations de maires : à vérifier sur Légifrance.
 */
export const CONVOCATION = {
  /** Du plus grand nombre d'habitants au plus petit : jours francs entre la convocation et la séance. */
  delais: [
    { habitants: 3500, joursFrancs: 5 },
    { habitants: 0, joursFrancs: 3 },
  ],
  /** En urgence, le maire peut abréger le délai sans descendre sous ce nombre. */
  urgence: 1,
} as const;

/** Il faut plus que cette part des membres en exercice pour délibérer. */
export const QUORUM = 0.5;

/**
 * Jours entre la séance et sa convocation, sa transmission ou sa publication au-delà desquels une date paraît fausse. Choix de ctg :
 * à Aubergenville, sept jours de chaque côté.
 */
export const DELAI_INVRAISEMBLABLE = 90;
