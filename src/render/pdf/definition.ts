/**
 * Ce que les rendus de blocs écrivent, et que la mise en page lit : le sous-ensemble de pdfmake dont nous nous servons,
 * plus nos propres consignes (`keepWithNext`, `keepTogether`, `leading`, `late`) et le sens de chaque nœud (`tag`, `within`,
 * `alt`, `scope`, `presentation` : voir tags/tag.ts).
 */
import type { Span } from '../../base/span.ts';
import type { Scope, Tag } from './tags/tag.ts';

export type Orientation = 'portrait' | 'landscape';
/** Gauche, haut, droite, bas. */
export type Margin = [number, number, number, number];

/** Figure connue après la mise en page : total des pages, ou page d'une destination. */
export type LateFigure = { readonly kind: 'total' } | { readonly kind: 'page'; readonly of: string };

export interface TextStyle {
  font?: string;
  fontSize?: number;
  /** Hauteur de ligne, en points. */
  leading?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  background?: string;
  decoration?: 'underline';
  decorationColor?: string;
  alignment?: 'left' | 'center' | 'right';
  characterSpacing?: number;
  noWrap?: boolean;
  /** Texte courant, dont les mots se coupent ; et justifié, si le thème le veut. */
  hyphens?: boolean;
  justify?: boolean;
}

export interface Run extends TextStyle {
  text: string;
  link?: string;
  linkToDestination?: string;
  late?: LateFigure;
  /** Ce que dit le lien, quand son texte ne suffit pas. */
  linkTitle?: string;
  /** Élément ouvert autour du lien : l'appel d'une note est un renvoi (Reference). */
  around?: Tag;
  /** Destination posée devant ce texte, dans sa ligne. */
  mark?: string;
  /** Hauteur dont ce texte monte au-dessus de la ligne, en points. */
  rise?: number;
  /** Élément en ligne : sigle développé, langue étrangère, code. */
  tag?: Tag;
}

export type Vector =
  | { type: 'rect'; x: number; y: number; w: number; h: number; color?: string; lineColor?: string; lineWidth?: number; r?: number }
  | { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineColor: string; lineWidth: number; dash?: { length: number; space: number } };

export interface TableLayout {
  hLineWidth: (line: number, node: PdfNode) => number;
  vLineWidth: (line: number, node: PdfNode) => number;
  hLineColor?: (line: number, node: PdfNode) => string;
  vLineColor?: (line: number, node: PdfNode) => string;
  paddingLeft: (column: number, node: PdfNode) => number;
  paddingRight: (column: number, node: PdfNode) => number;
  paddingTop: (row: number, node: PdfNode) => number;
  paddingBottom: (row: number, node: PdfNode) => number;
}

export interface TableDefinition {
  widths: (number | '*' | 'auto')[];
  headerRows?: number;
  heights?: (row: number) => number | 'auto';
  body: PdfNode[][];
}

export interface PdfNode extends TextStyle {
  text?: string | Run[];
  stack?: PdfNode[];
  columns?: PdfNode[];
  columnGap?: number;
  ul?: PdfNode[];
  ol?: PdfNode[];
  start?: number;
  markerColor?: string;
  table?: TableDefinition;
  layout?: TableLayout;
  image?: string;
  svg?: string;
  /** Texte qui remplace un dessin ou une image pour qui ne le voit pas ; vide : ce n'est qu'un décor. */
  alt?: string;
  canvas?: Vector[];
  section?: PdfNode;
  width?: number | '*' | 'auto';
  fit?: [number, number];
  margin?: Margin;
  /** Destination posée sur la première ligne (et non l'`id` de pdfmake, qui refuse les doublons). */
  mark?: string;
  outline?: boolean;
  outlineText?: string;
  outlineParentId?: string;
  outlineExpanded?: boolean;
  pageBreak?: 'before';
  pageOrientation?: Orientation;
  pageSize?: string;
  pageMargins?: Margin;
  header?: PageFurniture | null;
  footer?: PageFurniture | null;
  absolutePosition?: { x: number; y: number };
  fillColor?: string;
  border?: [boolean, boolean, boolean, boolean];
  borderColor?: [string, string, string, string];
  colSpan?: number;
  rowSpan?: number;
  verticalAlignment?: 'top' | 'middle' | 'bottom';
  /** Retrait de toutes les lignes sauf la première. */
  hanging?: number;
  /** Reste avec le bloc suivant (titres). */
  keepWithNext?: boolean;
  /** Passe d'un bloc à la page suivante s'il n'y tient pas, sauf s'il dépasse une page. */
  keepTogether?: boolean;
  /** Ce qui suit cette pile commence une page : son dernier paragraphe n'y reste pas seul. */
  ending?: boolean;
  /** Bloc de premier niveau qui veut ses propres pages, dans cette orientation (plan d'actions, document joint). */
  ownPages?: Orientation;
  /** Élément que ce nœud ouvre ; `artifact` : un dessin sans contenu. Sans balise, un texte est un paragraphe. */
  tag?: Tag | 'artifact';
  /** Éléments ouverts autour de ce nœud, du plus large au plus étroit. */
  within?: readonly Tag[];
  /** Cellule d'en-tête, et de quoi. */
  scope?: Scope;
  /** Ce tableau ne sert qu'à placer : ses cellules n'en sont pas. */
  presentation?: boolean;
  /** Endroit de la source. */
  source?: Span | null;
}

export type PageFurniture = (page: number, pages: number, size: { width: number; height: number }) => PdfNode | null;

export interface Watermark { text: string; font: string; bold: boolean; color: string; opacity: number; angle: number; fontSize: number }
