/** Ce qu'un dessin prend au thème. */
export interface Habillage {
  readonly width: number;
  /** Corps des textes. */
  readonly size: number;
  /** Familles, de la première voulue à la dernière admise. */
  readonly font: string;
  /** Encre du territoire, fond des autres barres, texte, filets. */
  readonly ink: string;
  readonly band: string;
  readonly text: string;
  readonly rule: string;
}

/** Le contenu d'un SVG et sa hauteur. */
export interface Trace { readonly body: string; readonly height: number }
