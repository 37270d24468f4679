/** Arbre → morceaux pour l'aperçu : la convention, son sommaire, le plan. Aucun PDF ; le nombre de pages n'est pas connu. */
import type { DocumentTree } from '../document/arbre.ts';
import type { Host } from '../host/host.ts';
import { renderParts, renderPlan, style } from '../render/html/index.ts';
import type { Theme } from '../render/theme.ts';
import { THEME_PAR_DEFAUT } from '../resolve/habillage.ts';
import { readTheme } from './theme.ts';

export type { Theme } from '../render/theme.ts';

export interface OutlineEntry {
  /** Ancre dans la convention. */
  readonly anchor: string;
  /** Destination du même endroit dans le PDF. */
  readonly destination: string | null;
  /** « Article 7 », « Fiche-action 3 » ; null pour un liminaire. */
  readonly label: string | null;
  readonly title: string;
  /** 1 pour une pièce, 2 pour une fiche. */
  readonly level: 1 | 2;
}

export interface Apercu {
  /** Feuille de style de la convention. */
  readonly style: string;
  /** Morceaux de la convention, dans l'ordre, chacun sous une clé stable et d'un seul élément. */
  readonly parts: ReadonlyMap<string, string>;
  /** Le tableau du plan, ou null s'il n'y en a pas. */
  readonly plan: string | null;
  readonly outline: readonly OutlineEntry[];
}

/** De quoi montrer un arbre à l'écran. */
export interface Ecran {
  /** Habillage livré : ses polices sont celles que la page peut demander. */
  readonly theme: Theme;
  readonly render: (tree: DocumentTree, theme: Theme) => Apercu;
}

export async function openApercu(host: Host): Promise<Ecran> {
  const { collectAnchors } = await import('../render/pdf/anchors.ts');
  return {
    theme: readTheme(host, THEME_PAR_DEFAUT),
    render: (tree, theme) => ({ style: style(theme), parts: renderParts(tree, { theme, pages: null }), plan: renderPlan(tree), outline: outline(tree, collectAnchors(tree)) }),
  };
}

function outline(tree: DocumentTree, destinations: ReadonlyMap<string, string>): readonly OutlineEntry[] {
  const entry = (anchor: string, label: string | null, title: string, level: 1 | 2): OutlineEntry => ({ anchor, destination: destinations.get(anchor) ?? null, label, title, level });
  return tree.pieces.flatMap((piece) => [
    ...(piece.titled || piece.kind === 'signatures' ? [entry(piece.anchor, piece.label, piece.title, 1)] : []),
    ...piece.children.flatMap((b) => (b.type === 'fiche-action' ? [entry(b.anchor, b.label, b.title, 2)] : [])),
  ]);
}
