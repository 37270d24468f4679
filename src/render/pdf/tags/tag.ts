/**
 * Ce que les rendus de blocs disent du sens de ce qu'ils dessinent. Une balise posée sur un nœud ouvre un élément de
 * l'arbre de structure du PDF ; le même objet, posé sur plusieurs nœuds d'un même parent, désigne le même élément.
 */

/** Types normalisés de PDF 1.7 ; `H` est un titre dont le niveau exact se calcule sur tout le document. */
export type TagType =
  | 'Document' | 'Sect' | 'Art' | 'Div' | 'BlockQuote' | 'Caption' | 'TOC' | 'TOCI' | 'Reference' | 'Note'
  | 'H' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD'
  | 'Figure' | 'Link' | 'Span' | 'Code';

export type Scope = 'Column' | 'Row' | 'Both';

export interface Tag {
  readonly type: TagType;
  /** Niveau voulu d'un titre, à partir de 1. */
  readonly level?: number;
  /** Nom de la partie, que montre un lecteur. */
  readonly title?: string;
  readonly lang?: string;
  /** Ce qui remplace un dessin. */
  readonly alt?: string;
  /** Ce que le lecteur dit au lieu du texte dessiné. */
  readonly actual?: string;
  /** Forme développée d'un sigle. */
  readonly expansion?: string;
  readonly scope?: Scope;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  /** Cellules d'en-tête d'une cellule, quand la place ne suffit pas à les dire. */
  readonly headers?: readonly Tag[];
  /** `None` : des libellés, et non des numéros. */
  readonly numbering?: 'Disc' | 'Decimal' | 'None';
}

/** Une balise neuve. */
export const tag = (type: TagType, more: Omit<Tag, 'type'> = {}): Tag => ({ type, ...more });

/** Titre de niveau `level` (1 : le titre de l'acte). */
export const heading = (level: number): Tag => ({ type: 'H', level });

/** Dessin sans contenu, ou qui revient à chaque page : les lecteurs d'écran le sautent. */
export interface Artifact { readonly artifact: 'Pagination' | 'Layout' | 'Background'; readonly subtype?: 'Header' | 'Footer' | 'Watermark' }

export const LAYOUT: Artifact = { artifact: 'Layout' };
export const HEADER: Artifact = { artifact: 'Pagination', subtype: 'Header' };
export const FOOTER: Artifact = { artifact: 'Pagination', subtype: 'Footer' };
export const WATERMARK: Artifact = { artifact: 'Pagination', subtype: 'Watermark' };
/** En-tête de tableau redit en haut d'une page. */
export const REPEATED: Artifact = { artifact: 'Pagination' };
