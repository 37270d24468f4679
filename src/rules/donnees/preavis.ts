/** Les conventions lues prévoient trois mois (Creusot Montceau, 2022) ou six (modèle des Yvelines, 2022). Aucun texte n'en fixe la borne. */
export const PREAVIS_MAXIMUM_MOIS = 12;
