/** Les styles de texte, tirés du thème. */
import type { Theme, ThemeMargins } from '../theme.ts';
import type { Margin, TextStyle } from './definition.ts';

/** Noms internes des deux familles. */
export const TEXT = 'texte';
export const HEADING = 'titre';

export const A4 = { width: 595.28, height: 841.89 };
/** Une page du plan d'actions, en paysage. */
export const planPage = ({ plan }: Theme): { readonly width: number; readonly height: number } => (plan.format === 'A3' ? { width: 1190.55, height: A4.height } : { width: A4.height, height: A4.width });
export const mm = (value: number): number => (value * 72) / 25.4;
export const pageMargins = ({ left, top, right, bottom }: ThemeMargins): Margin => [mm(left), mm(top), mm(right), mm(bottom)];

export type Styles = ReturnType<typeof makeStyles>;

export function makeStyles({ colors, sizes, leading, align }: Theme) {
  /** Titres, tableaux et petits textes gardent leurs mots entiers, même dans un bloc de texte courant. */
  const style = (value: TextStyle): TextStyle => ({ hyphens: false, justify: false, ...value });
  return {
    body: style({ font: TEXT, fontSize: sizes.body, leading: leading.body, color: colors.text, hyphens: true, justify: align === 'justified' }),
    table: style({ font: HEADING, fontSize: sizes.table, leading: leading.table, color: colors.text }),
    small: style({ font: HEADING, fontSize: sizes.small, leading: leading.small, color: colors.muted }),
    smallText: style({ font: HEADING, fontSize: sizes.small, leading: leading.small, color: colors.text }),
    /** Notes : entre le petit texte et celui des tableaux. */
    note: style({ font: TEXT, fontSize: (sizes.small + sizes.table) / 2, leading: (leading.small + leading.table) / 2, color: colors.text, hyphens: true, justify: align === 'justified' }),
    /** Ligne au-dessus d'un titre : « Article 7 ». */
    overline: style({ font: HEADING, fontSize: sizes.body, leading: leading.body, bold: true, color: colors.muted }),
    title: style({ font: HEADING, fontSize: sizes.h1, leading: leading.body * 1.5, bold: true, color: colors.ink }),
    /** Titre d'une fiche-action : plus long qu'un titre d'article, il reste plus petit. */
    ficheTitle: style({ font: HEADING, fontSize: sizes.h2 + 2, leading: (sizes.h2 + 2) * 1.24, bold: true, color: colors.ink }),
    heading2: style({ font: HEADING, fontSize: sizes.h2, leading: leading.body * 1.2, bold: true, color: colors.ink }),
    heading3: style({ font: HEADING, fontSize: sizes.h3, leading: leading.body, bold: true, color: colors.ink }),
    heading4: style({ font: HEADING, fontSize: sizes.h3, leading: leading.body, italics: true, color: colors.ink }),
    cover: style({ font: HEADING, fontSize: sizes.cover, leading: sizes.cover * 1.16, bold: true, color: colors.ink }),
    sans: style({ font: HEADING, fontSize: sizes.body, leading: leading.body - 1, color: colors.text, hyphens: true }),
  };
}
