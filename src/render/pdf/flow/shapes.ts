/**
 * Les mots mis en forme : glyphes et places, d'après la police et le texte seuls. C'est le plus long d'un PDF, et presque tout en revient
 * d'un rendu au suivant : l'ouvrier de `ctg watch` les garde tant qu'il garde la police.
 */
import { parObjet, parTexte } from '../../../base/memoire.ts';
import { PDFDocument } from './internals.ts';
import type { Face, GlyphRun } from './types.ts';

/** pdfkit veut des Buffer ; celui-ci partage la mémoire des octets. */
export const view = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Caractères retenus par police et par génération : cinquante mille mots, dix fois l’exemple du Creusot. Un mot mis en forme pèse un kilo-octet. */
const RETAINED = 1_500_000;

/** La mise en forme d'un texte par une police, donnée par ses octets. La police qui sert ici n'écrit rien : aucun document ne la change. */
export const shaper = parObjet((bytes: Uint8Array): ((text: string) => GlyphRun) => {
  let face: Face | null = null;
  return parTexte((text) => {
    face ??= new PDFDocument({}, {}, {}, {}, { font: null, autoFirstPage: false }, {}, () => false).font(view(bytes))._font;
    const run = face.layoutRun(text);
    if (reads(run, text)) return run;
    // fontkit garde pour un glyphe le premier caractère vu : celui d'un autre texte, ici. Sans ce souvenir, ne compte que ce texte.
    face.font._glyphs = {};
    return face.layoutRun(text);
  }, RETAINED);
});

/** Les caractères des glyphes, bout à bout, sont-ils le texte ? */
const reads = ({ glyphs }: GlyphRun, text: string): boolean => glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('') === text;
