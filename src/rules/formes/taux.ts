/**
 * Ce que les unités et les libellés disent d'un chiffre.
 * Le taux de couverture est publié par la Cnaf en places pour 100 enfants de moins de 3 ans ; il dépasse 100 là où l'offre
 * excède le nombre d'enfants (data.caf.fr, série txcouv_pe, 2023).
 */
export const TAUX = {
  couverture: /\btaux de couverture\b/i,
  /** Ce taux est celui de l'accueil du jeune enfant, et non d'autres « couvertures ». */
  accueil: /accueil|enfant|eaje|moins de (?:3|trois) ans|assistant/i,
  /** Une part d'un tout : jamais moins de 0, jamais plus de 100 %. */
  part: /^(?:part|proportion)\b|^taux d(?:e |u |’|')(?:pauvreté|ch[oô]mage|activité|emploi|scolarisation|non-scolarisation|monoparentalité|recours|non-recours|logements sociaux)/i,
  /** Une part qui se mesure autrement : « Part … : évolution ». */
  evolution: /évolution|variation|hausse|baisse|progression|augmentation|croissance|recul|diminution|solde|écart|différence|perte|gain/i,
  /** Une évolution dont le signe dit le sens. */
  variation: /^(?:évolution|variation)\b/i,
} as const;

/** Un libellé qui dit une moyenne : elle peut être à virgule. */
export const MOYENNE = /moyen|médian|\bpar (?:ménage|foyer|famille|enfant|habitant|femme|jour|an|mois|assistant)|\btaux\b|ratio|indice|densité/i;

/** Mots qui ouvrent le libellé d'une évolution, et son sens. */
export const SENS = {
  hausse: /^(?:hausse|augmentation|progression|croissance|essor)\b/i,
  baisse: /^(?:baisse|recul|diminution|réduction|chute|repli)\b/i,
} as const;

/** Un chiffre qui annonce l'avenir. */
export const PREVISION = /projet(?:ée?s?|ion)|prévision|prévue?s?|prévisionnel|attendue?s?|estimée?s?|objectif|horizon|scénario|cible|d[’']ici/i;
