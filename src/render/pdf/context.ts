/** Ce que tous les rendus de blocs partagent. */
import type { Span } from '../../base/span.ts';
import type { Block, Inline, Table } from '../../document/arbre.ts';
import type { Theme } from '../theme.ts';
import type { Anchors } from './anchors.ts';
import type { PdfNode, Run, TextStyle } from './definition.ts';
import type { Glyphs } from './glyphs.ts';
import type { JoinedPage } from './joined.ts';
import type { Sigles } from './sigles.ts';
import type { Styles } from './styles.ts';

export interface RenderProblem {
  readonly kind: 'missing-glyph' | 'lost-block' | 'image' | 'joined-pdf' | 'internal';
  readonly detail: string;
  readonly span: Span | null;
  /** Le caractère qui manque, et le texte imprimé où il est. */
  readonly missing?: { readonly character: string; readonly text: string };
}

export interface Shared {
  readonly theme: Theme;
  readonly styles: Styles;
  readonly glyphs: Glyphs;
  readonly sigles: Sigles;
  readonly anchors: Anchors;
  /** Au stade projet, les blancs à compléter sont surlignés. */
  readonly draft: boolean;
  /** Chiffres d'attente du total de pages. */
  readonly totalPlaceholder: string;
  /** Couleur d'une thématique. */
  readonly thematique: (name: string) => string;
  /** Nom sous lequel une image bitmap est déposée dans la presse ; null si elle est illisible (défaut signalé). */
  readonly imageName: (bytes: Uint8Array) => string | null;
  /** Pages d'un document PDF joint, ouvert d'avance. */
  readonly joinedPages: (bytes: Uint8Array) => readonly JoinedPage[];
  /** Largeur d'un texte d'un seul style. */
  readonly textWidth: (text: string, style: TextStyle) => number;
  /** Les tableaux de même en-tête, dont les colonnes s'alignent d'une page à l'autre. */
  readonly tableGroups: ReadonlyMap<Table, readonly Table[]>;
  readonly problem: (problem: RenderProblem) => void;
  /** Bloc en cours, pour situer un défaut. */
  at: Span | null;
  /** Hauteurs de nœuds neufs et de rangées d'un tableau neuf, dans une largeur donnée. */
  readonly measure: (nodes: readonly PdfNode[], width: number) => number[];
  readonly measureRows: (table: PdfNode, width: number) => number[];
}

export interface RenderContext {
  readonly shared: Shared;
  /** Style du texte courant à cet endroit (serif dans un article, sans dans un tableau). */
  readonly tone: TextStyle;
  /** Espacement resserré (cellules, fiches). */
  readonly compact: boolean;
  readonly width: number;
  /** Retrait du texte courant dans cette largeur ; nul dans une cellule ou un encadré. */
  readonly indent: number;
  /** Hauteur déjà prise, sur la page du plan d'actions, par ce qui le précède. */
  readonly lead: number;
  /** Signet sous lequel ranger ceux de cette pièce. */
  readonly outlineParent: string | null;
  readonly blocks: (context: RenderContext, blocks: readonly Block[]) => PdfNode[];
  readonly inlines: (context: RenderContext, inlines: readonly Inline[], style?: TextStyle) => Run[];
}

/** Un texte simple, vérifié, dans un style. */
export function plain(context: RenderContext, text: string, style: TextStyle): Run[] {
  return context.shared.glyphs.split(text, style.font ?? '', style.bold ?? false, style.italics ?? false).map((segment) => (segment.font === null ? { text: segment.text } : { text: segment.text, font: segment.font }));
}

/** Le même, en paragraphe. */
export function line(context: RenderContext, text: string, style: TextStyle, more: PdfNode = {}): PdfNode {
  return { text: plain(context, text, style), ...style, ...more };
}
