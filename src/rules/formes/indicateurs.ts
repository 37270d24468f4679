/** Ce qu'un libellé d'indicateur dit de la façon dont on le mesure. */
export const INDICATEURS = {
  /** Une quantité sans terme : elle montera ou descendra, mais jusqu'où ? */
  volume: /^(?:le )?volume (?:de|d’|d'|des|du)\b/i,
  /** Oui ou non : ni départ, ni cible. */
  binaire: /oui|non/i,
  /** Indicateurs de la fonction de coopération. */
  cooperation: /coopération|chargée? de|coordinat/i,
} as const;
