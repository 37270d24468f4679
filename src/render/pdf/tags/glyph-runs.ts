/**
 * Écrit un morceau de ligne : une seule opération de texte, là où pdfkit en fait une par mot avec ses sauvegardes d'état.
 * C'est aussi la place de ce qui se dessine autrement qu'il ne se lit.
 */
import { THIN, thinPad } from '../flow/words.ts';
import type { PDFDocumentInstance, Word } from '../flow/types.ts';

const round = (value: number): string => {
  const text = value.toFixed(3);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

const utf16 = (text: string): string => `FEFF${[...text].flatMap((c) => Array.from({ length: c.length }, (_, i) => c.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0'))).join('')}`;

/** Après une espace entre deux mots, ou une fine. */
const AFTER_SPACE = /(?<=(?<!«) )(?![»:])|(?<=\u202F)/;

/** Opérandes de TJ : codes des glyphes et corrections d'avance, en millièmes. Null si un glyphe se place hors de la ligne. */
function operands(word: Word, text: string, wordSpacing: number): string | null {
  const scale = 1000 / word.fontSize;
  let out = '';
  let run = '';
  for (const part of wordSpacing === 0 && !text.includes(THIN) ? [text] : text.split(AFTER_SPACE)) {
    const [codes, positions] = word.font.encode(part);
    const wider = part.endsWith(THIN) ? thinPad(word.font) * word.fontSize : wordSpacing !== 0 && part.endsWith(' ') && !part.endsWith('« ') ? wordSpacing : 0;
    for (let i = 0; i < codes.length; i += 1) {
      const at = positions[i] as (typeof positions)[number];
      if (at.xOffset !== 0 || at.yOffset !== 0) return null;
      run += codes[i];
      const extra = at.xAdvance - at.advanceWidth + (word.characterSpacing + (i === codes.length - 1 ? wider : 0)) * scale;
      if (Math.abs(extra) < 1e-6) continue;
      out += `<${run}> ${round(-extra)} `;
      run = '';
    }
  }
  return run === '' ? out.trimEnd() : `${out}<${run}>`;
}

/** Ce qui s'écrit, et comment cela se lit quand c'est autrement : un mot coupé se lit entier sur la première ligne. */
function readings({ text, tail, cut, resumed = 0 }: Word): readonly { readonly text: string; readonly actual: string | null }[] {
  const end = cut?.from ?? text.length;
  return [
    { text: text.slice(0, resumed), actual: '' },
    { text: text.slice(resumed, end) + (cut === undefined ? (tail?.text ?? '') : ''), actual: null },
    { text: cut === undefined ? '' : `${text.slice(end)}-`, actual: cut?.whole ?? '' },
  ].filter((part) => part.text !== '');
}

/** Écrit `word` sur sa ligne de base. */
export function showWord(doc: PDFDocumentInstance, word: Word, x: number, baseline: number, wordSpacing: number): void {
  const { font, fontSize } = word;
  let shown = '';
  for (const { text, actual } of readings(word)) {
    const one = operands(word, text, wordSpacing);
    if (one === null) {
      // Un accent composé se place à part : pdfkit sait le faire.
      doc._font = font;
      doc.fontSize(fontSize);
      doc.text(word.text + (word.cut === undefined ? (word.tail?.text ?? '') : '-'), x, baseline - (font.ascender / 1000) * fontSize, { lineBreak: false, textWidth: word.width, wordCount: 1, characterSpacing: word.characterSpacing, wordSpacing });
      return;
    }
    shown += actual === null ? `[${one}] TJ\n` : `/Span <</ActualText <${utf16(actual)}>>> BDC\n[${one}] TJ\nEMC\n`;
  }
  doc.page.fonts[font.id] ??= font.ref();
  // La page a l'axe vertical retourné : la matrice du texte le remet droit.
  doc.addContent(`BT\n1 0 0 -1 ${round(x)} ${round(baseline)} Tm\n/${font.id} ${round(fontSize)} Tf\n${shown}ET`);
}
