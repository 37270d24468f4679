/** Chaque caractère est cherché dans la police avant le rendu : une police muette imprimerait un carré sans rien dire. */
import { printable } from './flow/words.ts';
import type { Face } from './flow/types.ts';

export interface Segment { readonly text: string; readonly font: string | null }
export interface Glyphs {
  /** Découpe un texte selon la police qui sait l'imprimer ; `font` est nul pour la police demandée. */
  split(text: string, font: string, bold: boolean, italics: boolean): readonly Segment[];
}

/** Rien à chercher pour les caractères que toute police latine porte. */
const SIMPLE = /^[\n\r\t\u0020-\u007E\u00A0-\u00AC\u00AE-\u00FF\u0152\u0153\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u20AC]*$/;

export function makeGlyphs(face: (family: string, bold: boolean, italics: boolean) => Face, families: readonly string[], missing: (character: string, text: string) => void): Glyphs {
  const has = (family: string, bold: boolean, italics: boolean, character: string): boolean =>
    /[\n\r\t]/.test(character) || printable(character) === '' || face(family, bold, italics).font.hasGlyphForCodePoint(printable(character).codePointAt(0) as number);

  return {
    split(text, font, bold, italics) {
      if (SIMPLE.test(text)) return [{ text, font: null }];
      const segments: { text: string; font: string | null }[] = [];
      for (const character of text) {
        let family: string | null = null;
        if (!has(font, bold, italics, character)) {
          family = families.find((other) => other !== font && has(other, bold, italics, character)) ?? null;
          if (family === null) missing(character, text);
        }
        const last = segments[segments.length - 1];
        if (last !== undefined && last.font === family) last.text += character;
        else segments.push({ text: character, font: family });
      }
      return segments;
    },
  };
}
