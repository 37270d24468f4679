/** L'habillage de l'acte : celui que ctg.yaml nomme, et ce que theme.yaml y change. */
import type { Habillage, Theme } from '../../schemas/theme.ts';

export const THEME_PAR_DEFAUT = 'classique';

/** Les fichiers d'une famille livrée se nomment d'après elle. */
function famille(name: string): Habillage['fonts']['text'] {
  const fichier = (graisse: string): string => `${name.replaceAll(' ', '')}_${graisse}.ttf`;
  return { name, normal: fichier('400Regular'), bold: fichier('600SemiBold'), italics: fichier('400Regular_Italic'), bolditalics: fichier('600SemiBold_Italic') };
}

/** Les valeurs données, sans les absentes. */
function donnees<T extends object>(valeurs: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(valeurs).filter(([, valeur]) => valeur !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

export function habiller(base: Habillage, theme: Theme | null): Habillage {
  if (theme === null) return base;
  const { couleurs = {}, tailles = {}, polices = {}, marges = {} } = theme;
  const sizes = { ...base.sizes, ...donnees({ small: tailles.petit, table: tailles.tableau, body: tailles.texte, h3: tailles.titre_3, h2: tailles.titre_2, h1: tailles.titre_1, cover: tailles.couverture }) };
  const suivi = (taille: 'small' | 'table' | 'body'): number => (base.leading[taille] * sizes[taille]) / base.sizes[taille];
  const page = (sens: 'portrait' | 'landscape', donnee: NonNullable<Theme['marges']>['portrait'] = {}): Habillage['margins']['portrait'] => ({ ...base.margins[sens], ...donnees({ top: donnee.haut, right: donnee.droite, bottom: donnee.bas, left: donnee.gauche }) });
  return {
    colors: { ...base.colors, ...donnees({ ink: couleurs.encre, text: couleurs.texte, muted: couleurs.secondaire, tint: couleurs.fond, band: couleurs.bandeau, rule: couleurs.filet, blank: couleurs.a_completer, thematiques: couleurs.thematiques }) },
    sizes,
    leading: { small: suivi('small'), table: suivi('table'), body: suivi('body') },
    fonts: { text: polices.texte === undefined ? base.fonts.text : famille(polices.texte), heading: polices.titres === undefined ? base.fonts.heading : famille(polices.titres) },
    margins: { portrait: page('portrait', marges.portrait), landscape: page('landscape', marges.paysage), indent: marges.retrait ?? base.margins.indent },
    align: theme.alignement === undefined ? base.align : theme.alignement === 'justifié' ? 'justified' : 'ragged',
    plan: theme.plan ?? base.plan,
    logos: theme.logos?.taille ?? base.logos,
  };
}
