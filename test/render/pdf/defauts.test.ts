import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Block, DocumentTree, Piece } from '../../../src/document/arbre.ts';
import { renderPdf } from '../../../src/render/pdf/index.ts';
import { exemple, options, p, png } from './exemple.ts';
import { sansPoppler, textes } from './poppler.ts';

const opts = options();
const annexe = (n: number, children: readonly Block[]): Piece => ({ kind: 'annexe', id: `x${n}`, anchor: `annexe-${n}`, label: `Annexe\u00A0${n}`, title: `Titre ${n}`, titled: true, children });
const document = (...pieces: Piece[]): DocumentTree => exemple({ stade: 'signature', pieces });
const span = { file: 'pieces/deliberation.md', start: 3, end: 9 };

async function joint(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText('Deliberation page une', { font, x: 60, y: 700 });
  pdf.addPage([842, 595]).drawText('Deliberation page deux', { font, x: 60, y: 500 });
  return pdf.save();
}

describe('défauts signalés, sans octets', () => {
  it('un caractère qu’aucune police ne porte', async () => {
    const { bytes, problems } = await renderPdf(document(annexe(1, [{ ...p('Case cochée : ☒'), span } as Block])), opts);
    expect(bytes).toBeNull();
    expect(problems).toEqual([{ kind: 'missing-glyph', detail: '« ☒ » (U+2612) dans « Case cochée : ☒ »', span, missing: { character: '☒', text: 'Case cochée : ☒' } }]);
  });

  it('un bloc que la page ne peut contenir', async () => {
    const long = Array.from({ length: 400 }, (_, i) => `mot${i}`).join(' ').repeat(3);
    const table: Block = { type: 'table', caption: null, widths: [1], headerColumns: 0, head: [[{ children: [p(long), p(long)] }]], body: [[{ children: [p('x')] }]], span };
    const { bytes, problems } = await renderPdf(document(annexe(1, [table])), opts);
    expect(bytes).toBeNull();
    expect(problems.map(({ kind, span: at }) => ({ kind, at }))).toEqual([{ kind: 'lost-block', at: span }]);
  });

  it('une image illisible, et une image SVG qui va chercher un fichier', async () => {
    const figure = (image: Extract<Block, { type: 'figure' }>['image']): Block => ({ type: 'figure', alt: '', caption: [], image, span });
    const faux = figure({ media: 'image/png', bytes: new Uint8Array([1, 2, 3]), width: 10, height: 10 });
    const dehors = figure({ media: 'image/svg+xml', svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/hostname"/></svg>', width: 9, height: 9 });
    const { bytes, problems } = await renderPdf(document(annexe(1, [faux, dehors])), opts);
    expect(bytes).toBeNull();
    expect(problems.map(({ kind, span: at }) => ({ kind, at }))).toEqual([{ kind: 'image', at: span }, { kind: 'image', at: span }]);
  });

  it('un PDF joint illisible', async () => {
    const { bytes, problems } = await renderPdf(document(annexe(1, [{ type: 'joined', name: 'faux.pdf', description: '', media: 'application/pdf', bytes: new Uint8Array([1]), pages: 1, span }])), opts);
    expect(bytes).toBeNull();
    expect(problems[0]).toMatchObject({ kind: 'joined-pdf', span });
  });
});

describe.skipIf(sansPoppler)('cas difficiles', () => {
  it('ne coupe jamais à une espace insécable et garde « L. 303-2 »', async () => {
    const text = Array.from({ length: 120 }, (_, i) => `${'x'.repeat(i % 9)} L.\u00A0303\u20112 «\u00A0a\u00A0»\u202F;`).join(' ');
    const { bytes } = await renderPdf(document(annexe(1, [p(text)])), opts);
    const lignes = textes(bytes as Uint8Array, '-layout').join('\n').split('\n').map((ligne) => ligne.trim());
    expect(lignes.filter((ligne) => /(L\.|«|«[\s\u00A0]a|303-|a)$/.test(ligne))).toEqual([]);
    expect(lignes.join(' ').match(/L\. 303-2/g)?.length).toBe(120);
  });

  it('garde chaque sous-titre avec le début de sa suite', async () => {
    const pieces = Array.from({ length: 30 }, (_, i) => annexe(i + 1, [
      ...Array.from({ length: i + 14 }, (_, k) => p(`Remplissage ${k}.`)),
      { type: 'heading', level: 2, id: `h-${i}`, number: null, children: [{ type: 'text', value: `Sous-titre ${i} ici` }] },
      p(`Suite ${i} ici. ${'Une phrase de plus pour faire plusieurs lignes. '.repeat(7)}`),
    ]));
    const { bytes } = await renderPdf(document(...pieces), opts);
    const pages = textes(bytes as Uint8Array).slice(2).filter((text) => !text.startsWith('Sommaire'));
    for (let i = 0; i < 30; i += 1) {
      const titre = pages.findIndex((text) => new RegExp(`^Sous-titre ${i} ici$`, 'm').test(text));
      expect(titre, `sous-titre ${i}`).toBeGreaterThanOrEqual(0);
      expect(pages[titre]).toContain(`Suite ${i} ici.`);
    }
  });

  it('ne laisse pas une ligne seule d’un paragraphe', async () => {
    const pieces = Array.from({ length: 16 }, (_, i) => annexe(i + 1, [
      ...Array.from({ length: i + 14 }, (_, k) => p(`Remplissage ${k}.`)),
      p(Array.from({ length: 60 }, (_, k) => `veuve${i}n${k}`).join(' ')),
    ]));
    const { bytes } = await renderPdf(document(...pieces), opts);
    const parPage = textes(bytes as Uint8Array).map((text) => text.split('\n'));
    for (let i = 0; i < 16; i += 1) {
      const lignes = parPage.map((page) => page.filter((ligne) => ligne.includes(`veuve${i}n`)).length).filter((n) => n > 0);
      expect(lignes.every((n) => n >= 2), `${i} : ${lignes.join('+')}`).toBe(true);
    }
  });

  it('écrit un total de trois chiffres', async () => {
    const total: Block = { type: 'paragraph', children: [{ type: 'text', value: 'Ce document compte ' }, { type: 'page-total' }, { type: 'text', value: ' pages.' }] };
    const { bytes, pages } = await renderPdf(document(...Array.from({ length: 105 }, (_, i) => annexe(i + 1, [i === 0 ? total : p('Texte.')]))), opts);
    expect(pages).toBeGreaterThan(105);
    expect(textes(bytes as Uint8Array).join('\n')).toContain(`Ce document compte ${pages} pages.`);
  });

  it('pose les pages d’un PDF joint, toujours de la même façon', async () => {
    const bytes = await joint();
    const tree = document(annexe(1, [p('Avant.'), { type: 'joined', name: 'd.pdf', description: 'Délibération', media: 'application/pdf', bytes, pages: 2 }, p('Après.')]));
    const [un, deux] = [await renderPdf(tree, opts), await renderPdf(tree, opts)];
    expect(un.problems).toEqual([]);
    expect(Buffer.compare(Buffer.from(un.bytes as Uint8Array), Buffer.from(deux.bytes as Uint8Array))).toBe(0);
    const pages = textes(un.bytes as Uint8Array);
    const premiere = pages.findIndex((text) => text.includes('Deliberation page une'));
    expect(pages[premiere]).toMatch(/Délibération[\s\S]*Page/);
    expect(pages[premiere + 1]).toContain('Deliberation page deux');
    expect(pages[premiere + 2]).toContain('Après.');
    const sizes = (await PDFDocument.load(un.bytes as Uint8Array)).getPages().map((page) => page.getWidth() > page.getHeight());
    expect(sizes.slice(premiere, premiere + 3)).toEqual([false, true, false]);
  });

  it('tient deux signatures et leur formule sur une page', async () => {
    const blocks = [{ partie: 'La Caf', signers: [{ qualite: 'Le Directeur', name: '' }] }, { partie: 'La Commune', signers: [{ qualite: 'Le Maire', name: '' }] }];
    const { bytes } = await renderPdf(document({ kind: 'signatures', id: 's', anchor: 'signatures', label: null, title: 'Signatures', titled: false, children: [{ type: 'signatures', closing: [p('Fait à Mâcon.')], blocks }] }), opts);
    const page = textes(bytes as Uint8Array).find((text) => text.includes('Fait à Mâcon.'));
    expect(page).toMatch(/^Le Le$/m);
  });

  it('imprime une image jointe dans sa page', async () => {
    const { bytes, problems } = await renderPdf(document(annexe(1, [{ type: 'joined', name: 'c.png', description: 'Carte', media: 'image/png', bytes: png(30, 50, [1, 2, 3]), pages: 1 }])), opts);
    expect(problems).toEqual([]);
    expect(textes(bytes as Uint8Array).at(-1)).toContain('Carte');
  });
});
