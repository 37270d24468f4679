import PDFKit from 'pdfkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { shaper } from '../../../src/render/pdf/flow/shapes.ts';
import { renderPdf } from '../../../src/render/pdf/index.ts';
import { exemple, options, p } from './exemple.ts';

afterEach(() => vi.restoreAllMocks());

it('n’ouvre chaque police qu’une fois, textes des dessins compris', async () => {
  const demandes = vi.spyOn(PDFKit.prototype as unknown as { font(name: string): unknown }, 'font');
  const { bytes } = await renderPdf(exemple(), options());
  expect(bytes).not.toBeNull();
  const { _fontCount: ouvertes, _fontFamilies: connues } = demandes.mock.contexts[0] as unknown as { _fontCount: number; _fontFamilies: Record<string, object> };
  expect(ouvertes).toBe(new Set(Object.values(connues)).size);
  expect(demandes.mock.calls.length).toBeGreaterThan(ouvertes);
}, 60_000);

describe('les mots mis en forme, gardés d’un rendu à l’autre', () => {
  /** « µ » et « μ », « Ω » et « Ω » : deux caractères, un seul glyphe. */
  const partages = (ohm: string, micro: string) => {
    const tree = exemple();
    const [premiere, ...autres] = tree.pieces;
    if (premiere === undefined) throw new Error('l’exemple n’a pas de pièce');
    return { ...tree, pieces: [{ ...premiere, children: [...premiere.children, p(`Cent ${ohm} et dix ${micro}`)] }, ...autres] };
  };

  it('ne changent pas un octet, même après un autre acte aux mêmes glyphes', async () => {
    const polices = options();
    const [grec, signe] = [partages('\u03A9', '\u03BC'), partages('\u2126', '\u00B5')];
    const rendus = [await renderPdf(grec, polices), await renderPdf(signe, polices), await renderPdf(grec, polices)].map(({ bytes }) => bytes);
    const neuf = (await renderPdf(signe, options())).bytes;
    expect(neuf).not.toBeNull();
    expect(Buffer.compare(rendus[1] as Uint8Array, neuf as Uint8Array)).toBe(0);
    expect(Buffer.compare(rendus[2] as Uint8Array, rendus[0] as Uint8Array)).toBe(0);
    expect(Buffer.compare(rendus[1] as Uint8Array, rendus[0] as Uint8Array)).not.toBe(0);
  }, 120_000);

  it('servent : un second rendu n’en refait aucun', async () => {
    const polices = options();
    const face = (bytes: Uint8Array) => new PDFKit({ autoFirstPage: false }).font(bytes as never) as unknown as { readonly _font: object };
    const prototype = Object.getPrototypeOf(face(Buffer.from([...polices.fonts.values()][0] as Uint8Array))._font) as { layoutRun(text: string): unknown };
    const mises = vi.spyOn(prototype, 'layoutRun');
    await renderPdf(exemple(), polices);
    expect(mises.mock.calls.length).toBeGreaterThan(200);
    mises.mockClear();
    await renderPdf(exemple(), polices);
    expect(mises).not.toHaveBeenCalled();
  }, 120_000);

  it('un glyphe partagé garde le caractère de son texte, dans n’importe quel ordre', () => {
    const [bytes] = [...options().fonts].filter(([nom]) => nom.startsWith('SourceSans3_400Regular')).map(([, octets]) => octets);
    const lire = shaper(bytes as Uint8Array);
    const lus = ['\u03A9', '\u2126', 'x\u00B5', 'x\u03BC'].map((texte) => lire(texte).glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join(''));
    expect(lus).toEqual(['\u03A9', '\u2126', 'x\u00B5', 'x\u03BC']);
  });
});
