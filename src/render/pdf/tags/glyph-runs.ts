/**
 * Écrit un morceau de ligne : une seule opération de texte, là où pdfkit en fait une par mot avec ses sauvegardes d'état.
 * C'est aussi la place de ce qui se dessine autrement qu'il ne se lit.
 */
import type { PDFDocumentInstance, Word } from '../flow/types.ts';

const round = (value: number): string => {
  const text = value.toFixed(3);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

const utf16 = (text: string): string => `FEFF${[...text].flatMap((c) => Array.from({ length: c.length }, (_, i) => c.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0'))).join('')}`;

/** Opérandes de TJ : codes des glyphes et corrections d'avance, en millièmes. Null si un glyphe se place hors de la ligne. */
function operands(word: Word, text: string, wordSpacing: number): string | null {
  const [codes, positions] = word.font.encode(text);
  const scale = 1000 / word.fontSize;
  const space = wordSpacing === 0 ? null : word.font.encode(' ')[0][0];
  let out = '';
  let run = '';
  for (let i = 0; i < codes.length; i += 1) {
    const at = positions[i] as (typeof positions)[number];
    if (at.xOffset !== 0 || at.yOffset !== 0) return null;
    run += codes[i];
    const extra = at.xAdvance - at.advanceWidth + word.characterSpacing * scale + (codes[i] === space ? wordSpacing * scale : 0);
    if (Math.abs(extra) < 1e-6) continue;
    out += `<${run}> ${round(-extra)} `;
    run = '';
  }
  return run === '' ? out.trimEnd() : `${out}<${run}>`;
}

/** Écrit `word` sur sa ligne de base. `tail` : ce qui suit en bout de ligne (espace, ou trait d'union de coupure). */
export function showWord(doc: PDFDocumentInstance, word: Word, x: number, baseline: number, wordSpacing: number): void {
  const { font, fontSize, tail } = word;
  const text = tail !== undefined && tail.actual === undefined ? word.text + tail.text : word.text;
  const shown = operands(word, text, wordSpacing);
  if (shown === null) {
    // Un accent composé se place à part : pdfkit sait le faire.
    doc._font = font;
    doc.fontSize(fontSize);
    doc.text(text, x, baseline - (font.ascender / 1000) * fontSize, { lineBreak: false, textWidth: word.width, wordCount: 1, characterSpacing: word.characterSpacing });
    return;
  }
  doc.page.fonts[font.id] ??= font.ref();
  const end = tail?.actual === undefined ? '' : `\n/Span <</ActualText <${utf16(tail.actual)}>>> BDC\n[${operands(word, tail.text, 0) ?? ''}] TJ\nEMC`;
  // La page a l'axe vertical retourné : la matrice du texte le remet droit.
  doc.addContent(`BT\n1 0 0 -1 ${round(x)} ${round(baseline)} Tm\n/${font.id} ${round(fontSize)} Tf\n[${shown}] TJ${end}\nET`);
}
