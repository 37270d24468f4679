import PDFKit from 'pdfkit';
import { afterEach, expect, it, vi } from 'vitest';
import { renderPdf } from '../../../src/render/pdf/index.ts';
import { exemple, options } from './exemple.ts';

afterEach(() => vi.restoreAllMocks());

it('n’ouvre chaque police qu’une fois, textes des dessins compris', async () => {
  const demandes = vi.spyOn(PDFKit.prototype as unknown as { font(name: string): unknown }, 'font');
  const { bytes } = await renderPdf(exemple(), options());
  expect(bytes).not.toBeNull();
  const { _fontCount: ouvertes, _fontFamilies: connues } = demandes.mock.contexts[0] as unknown as { _fontCount: number; _fontFamilies: Record<string, object> };
  expect(ouvertes).toBe(new Set(Object.values(connues)).size);
  expect(demandes.mock.calls.length).toBeGreaterThan(ouvertes);
}, 60_000);
