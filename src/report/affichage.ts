/** Mettre un texte inconnu à l'écran : largeur des caractères, et rien d'invisible qui puisse tromper le lecteur. */

/** Commandes, sens d'écriture, invisibles, points sans caractère, substituts isolés : ce qui peut cacher ou déplacer du texte à l'écran. */
const TROMPEURS = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const hexa = (unit: number): string => unit.toString(16).toUpperCase().padStart(4, '0');

/** Rend visibles les caractères de commande et de sens d'écriture : U+202E devient `<U+202E>`. */
export const neutralize = (text: string): string => text.replace(TROMPEURS, (c) => (c === '\u202F' ? c : `<U+${hexa(c.charCodeAt(0))}>`));

/** La même prudence dans du JSON, sans rien perdre : les caractères trompeurs y sont écrits en `\uXXXX`. */
export const escapeJson = (json: string): string => json.replace(TROMPEURS, (c) => (c === '\n' || c === '\u202F' ? c : `\\u${hexa(c.charCodeAt(0)).toLowerCase()}`));

const LARGES: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], [0x2e80, 0x303e], [0x3041, 0xa4cf], [0xa960, 0xa97f], [0xac00, 0xd7a3], [0xf900, 0xfaff],
  [0xfe30, 0xfe6f], [0xff00, 0xff60], [0xffe0, 0xffe6], [0x1f300, 0x1f64f], [0x1f680, 0x1f6ff], [0x1f900, 0x1faff], [0x20000, 0x3fffd],
];

/** Colonnes d'écran d'un caractère : 2 pour un idéogramme ou un emoji, 0 pour un accent combinant. */
function charWidth(char: string): number {
  if (/^[\p{Mn}\p{Me}]/u.test(char)) return 0;
  const point = char.codePointAt(0) ?? 0;
  return LARGES.some(([low, high]) => point >= low && point <= high) ? 2 : 1;
}

export interface ScreenCell {
  readonly text: string;
  readonly width: number;
}

/** Colonnes d'écran d'un caractère source à la colonne `column` : tabulation alignée à 4, trompeurs rendus visibles. */
export function screenCell(char: string, column: number): ScreenCell {
  if (char === '\t') {
    const width = 4 - (column % 4);
    return { text: ' '.repeat(width), width };
  }
  const shown = neutralize(char);
  return { text: shown, width: shown === char ? charWidth(char) : shown.length };
}

/** Colonnes d'écran d'un texte déjà neutralisé. */
export const screenWidth = (text: string): number => [...text].reduce((sum, char) => sum + charWidth(char), 0);
