import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, DocumentTree } from '../../../src/document/arbre.ts';
import { type PdfResult, renderPdf } from '../../../src/render/pdf/index.ts';
import { exemple, options, planRows, signataires } from './exemple.ts';
import { sansPoppler, textes } from './poppler.ts';

const opts = options();
/** Sans filigrane, dont les lettres se mêlent au texte extrait. */
const tree = exemple({ stade: 'signature' });
let rendu: PdfResult;
let pages: string[] = [];

beforeAll(async () => {
  rendu = await renderPdf(tree, opts);
  if (!sansPoppler && rendu.bytes !== null) pages = textes(rendu.bytes);
}, 60_000);

/** Sans blancs, et sans les insécables que le rendu remplace. */
const serre = (text: string): string => text.replace(/[\s\u00A0\u202F]+/g, '').replace(/\u2011/g, '-');
const page = (cherche: string): number => pages.findIndex((text) => serre(text).includes(serre(cherche)));

function valeurs(node: unknown, sous: string[] = []): string[] {
  if (Array.isArray(node)) for (const one of node) valeurs(one, sous);
  else if (typeof node === 'object' && node !== null && !(node instanceof Uint8Array)) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') {
        if (['value', 'title', 'label', 'partie', 'qualite', 'name', 'caption', 'key', 'unit', 'zone', 'source', 'description', 'number', 'offre', 'priorite', 'territoire', 'years', 'model'].includes(key)) sous.push(value);
      } else if (!['image', 'bytes', 'raw', 'fiche'].includes(key)) valeurs(value, sous);
    }
  }
  return sous;
}

describe('rendu PDF', () => {
  it('rend un PDF 1.7 entier, sans défaut', () => {
    expect(rendu.problems).toEqual([]);
    const text = Buffer.from(rendu.bytes as Uint8Array).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('donne deux fois les mêmes octets', async () => {
    const encore = await renderPdf(exemple({ stade: 'signature' }), opts);
    expect(Buffer.compare(Buffer.from(encore.bytes as Uint8Array), Buffer.from(rendu.bytes as Uint8Array))).toBe(0);
  });

  it('porte titre, langue, signets et liens dans le fichier', async () => {
    const text = Buffer.from(rendu.bytes as Uint8Array).toString('latin1');
    expect(text).toContain('Le Creusot &amp; environs');
    expect(text).toContain('/Lang (fr-FR)');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('/URI (https://www.caf.fr/)');
    expect(text).toContain('/Outlines');
    const document = await PDFDocument.load(rendu.bytes as Uint8Array, { updateMetadata: false });
    expect(document.getTitle()).toBe('Convention territoriale globale – Le Creusot & environs');
    expect(document.getCreationDate()?.toISOString()).toBe('2023-01-15T00:00:00.000Z');
  });

  it('passe en paysage pour le plan, et pour lui seul', async () => {
    const document = await PDFDocument.load(rendu.bytes as Uint8Array, { updateMetadata: false });
    const paysage = document.getPages().map((one) => one.getWidth() > one.getHeight());
    const premiere = paysage.indexOf(true);
    expect(premiere).toBeGreaterThan(0);
    expect(paysage.lastIndexOf(true) - premiere + 1).toBe(paysage.filter(Boolean).length);
    expect(paysage.at(-1)).toBe(false);
  });
});

describe.skipIf(sansPoppler)('texte du PDF', () => {
  it('imprime le texte de chaque nœud', () => {
    const tout = serre(pages.join('\n'));
    const manquants = valeurs([tree.cover, tree.pieces.map((piece) => [piece.titled ? { title: piece.title, label: piece.label ?? '' } : {}, piece.children])])
      .filter((one) => one !== 'plan.png' && !one.includes('Phrase 1 de la cellule') && !tout.includes(serre(one)));
    expect(manquants).toEqual([]);
  });

  it('numérote « Page X / Y » partout sauf en couverture', () => {
    expect(pages[0]).not.toContain('Page');
    pages.slice(1).forEach((text, i) => expect(serre(text)).toContain(`Page${i + 2}/${rendu.pages}`));
    expect(pages.join('')).not.toContain('00000');
  });

  it('écrit le total des pages au milieu d’un paragraphe', () => {
    expect(serre(pages.join(''))).toContain(`soit${rendu.pages}pages,prendeffet`);
  });

  it('donne au sommaire la page de chaque pièce', () => {
    const sommaire = serre(pages[1] as string);
    for (const piece of tree.pieces.filter((one) => one.titled)) {
      const vrai = pages.findIndex((text, i) => i > 1 && serre(text).includes(serre(`${piece.label ?? ''}${piece.title}`))) + 1;
      expect(sommaire).toContain(serre(`${piece.label ?? ''}${piece.title}${vrai}`));
    }
  });

  it('garde une cellule plus haute qu’une page', () => {
    const tout = serre(pages.join(''));
    const places = Array.from({ length: 60 }, (_, i) => tout.search(new RegExp(`Phrase${i + 1}(?!\\d)`)));
    expect(places.every((place, i) => place >= 0 && (i === 0 || place > (places[i - 1] as number)))).toBe(true);
  });

  it('imprime une fois chaque action, et rappelle axe et objectif à la page suivante', () => {
    const plan = serre(pages.filter((text) => text.includes('Objectif stratégique') && text.includes('Échéance') && text.includes('Indicateurs')).join(''));
    for (const row of planRows) expect(plan.split(serre(`${row.number}\u00A0\u00A0${row.title}`)).length - 1).toBe(1);
    expect(plan).toContain('soutenirleursparents(suite)');
    expect(plan).toMatch(/1\.2Faireconnaître.{0,60}\(suite\)/);
  });

  it('ne coupe aucun bloc de signature', () => {
    const cadres = pages.map(compteCadres);
    const attendus = pages.map(() => 0);
    for (const { partie, signers } of signataires) {
      const ici = pages.findIndex((text, i) => (cadres[i] as number) > 0 && text.split('\n').join(' ').includes(partie.replace(/\u00A0/g, ' ')));
      expect(ici, partie).toBeGreaterThan(0);
      for (const { qualite } of signers) expect(pages[ici]).toContain(qualite);
      attendus[ici] = (attendus[ici] as number) + signers.length;
    }
    expect(cadres).toEqual(attendus);
    const formule = page('Fait en vingt et un exemplaires');
    expect(cadres[formule]).toBeGreaterThan(0);
  });

  it('répète l’en-tête d’un tableau coupé', () => {
    expect(pages.filter((text) => text.includes('Gestionnaire')).length).toBe(2);
  });

  it('montre PROJET au stade projet seulement', async () => {
    expect(pages.join('')).not.toContain('PROJET');
    const projet = await renderPdf(petit([{ type: 'paragraph', children: [{ type: 'text', value: 'Texte.' }] }], { stade: 'projet' }), opts);
    expect(textes(projet.bytes as Uint8Array).at(-1)).toContain('PROJET');
  });
});

/** Les cadres de signature d'une page, par le « Le » qui attend sa date. */
const compteCadres = (text: string): number => text.split('\n').filter((ligne) => /^(Le ?)+$/.test(ligne)).join(' ').match(/Le/g)?.length ?? 0;

/** Un document d'un seul article. */
function petit(children: readonly Block[], more: Partial<DocumentTree> = {}): DocumentTree {
  const piece = { kind: 'article', id: 'a', anchor: 'article-a', label: 'Article\u00A01', title: 'Objet', titled: true, children } as const;
  return exemple({ stade: 'signature', pieces: [piece], ...more });
}
