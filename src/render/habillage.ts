/** Ce que le thème donne aux graphiques : les mêmes mesures au PDF et en HTML, donc le même dessin. */
import type { Habillage } from '../graphiques/index.ts';
import type { Theme } from './theme.ts';

const A4 = 210;
const points = (mm: number): number => (mm * 72) / 25.4;
/** Blanc entre deux cartes de chiffres. */
export const GOUTTIERE = 22;

/** Nom que la feuille de style du PDF donne à la famille des titres ; la page HTML prend la suivante. */
const FAMILLE = 'titre';

/** Largeur d'un graphique seul, et d'un graphique dans une carte. */
export const pleine = ({ margins: { portrait } }: Theme): number => points(A4 - portrait.left - portrait.right);
export const demi = (theme: Theme): number => (pleine(theme) - GOUTTIERE) / 2;

export const habillage = ({ colors, sizes, fonts }: Theme, width: number): Habillage => ({
  width, size: sizes.small, font: `${FAMILLE}, '${fonts.heading.name}', Calibri, Carlito, sans-serif`, ink: colors.ink, band: colors.band, text: colors.text, rule: colors.rule,
});
