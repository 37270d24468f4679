/** Au-delà de ce nombre d'années entre la délibération de la Caf et le vote, ses représentants ont pu changer. Choix de ctg : à Aubergenville, près de trois ans. */
export const ANNEES_SANS_VERIFIER = 2;
