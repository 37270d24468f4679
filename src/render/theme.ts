/**
 * L'habillage, commun aux rendus : couleurs, tailles (points), marges (millimètres), fichiers de polices.
 * Sa forme est celle de `templates/theme/classique.yaml`, vérifiée par `schemas/theme.ts`.
 */

/** Fichiers d'une famille, pris dans `templates/theme/fonts`. */
export interface ThemeFamily {
  /** Nom de la famille, tel qu'une feuille de style l'écrit. */
  readonly name: string;
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

export interface ThemeMargins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Theme {
  readonly colors: {
    /** Encre profonde : titres, filets forts, liens. */
    readonly ink: string;
    readonly text: string;
    /** Texte secondaire : pieds, sources, légendes. */
    readonly muted: string;
    /** Fond des en-têtes de tableau et des bandeaux. */
    readonly tint: string;
    /** Fond plus soutenu : cases d'échéance, bandeau d'axe. */
    readonly band: string;
    readonly rule: string;
    /** Fond d'un blanc à compléter. */
    readonly blank: string;
    /** Couleurs des thématiques, sûres pour les daltoniens, données dans l'ordre d'apparition. */
    readonly thematiques: readonly string[];
  };
  readonly sizes: {
    readonly small: number;
    readonly table: number;
    readonly body: number;
    readonly h3: number;
    readonly h2: number;
    readonly h1: number;
    readonly cover: number;
  };
  /** Interligne, en points, du texte courant et des petits textes. */
  readonly leading: { readonly small: number; readonly table: number; readonly body: number };
  readonly fonts: { readonly text: ThemeFamily; readonly heading: ThemeFamily };
  readonly margins: {
    readonly portrait: ThemeMargins;
    readonly landscape: ThemeMargins;
    /** Retrait du texte courant d'une page en portrait ; titres, tableaux et fiches prennent toute la largeur. */
    readonly indent: number;
  };
  /** Texte courant justifié, ou au fer à gauche. */
  readonly align: 'justified' | 'ragged';
  /** Pages du plan d'actions, en paysage. */
  readonly plan: { readonly format: 'A4' | 'A3' };
  /** Côté, en millimètres, du carré de même surface qu'un logo. */
  readonly logos: number;
}
