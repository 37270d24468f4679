import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { DocumentTree, Joined } from '../../src/document/arbre.ts';
import { obstacles, sansMarques } from '../../src/conformite/greffe.ts';
import { type Controle, controlerPdf } from '../../src/conformite/index.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { exemple, options, p } from '../render/pdf/exemple.ts';
import { CASSES } from './casses.ts';
import { fichier } from './fichier-sain.ts';

/** Le fichier sain, sans l'annotation qui empêcherait de le joindre (un lien n'empêche rien). */
const joint = (code?: keyof typeof CASSES): Promise<Uint8Array> => fichier(code === undefined ? undefined : CASSES[code].changer, code === undefined ? undefined : CASSES[code].abimer);

async function helvetica(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage().drawText('Bonjour', { x: 50, y: 700, font: await pdf.embedFont(StandardFonts.Helvetica) });
  return pdf.save();
}

/** Un acte dont l'annexe joint ce document. */
const acte = (bytes: Uint8Array, plus: Partial<Joined> = {}): DocumentTree =>
  exemple({ stade: 'signature', pieces: [{ kind: 'annexe', id: 'a', anchor: 'annexe-a', label: 'Annexe 1', title: 'Portrait', titled: true, children: [p('Texte.'), { type: 'joined', name: 'annexes/Portrait social.pdf', description: 'Portrait social', media: 'application/pdf', bytes, pages: 1, ...plus }] }] });

describe('joindre un PDF', () => {
  it('sain : rien ne s’y oppose', async () => {
    expect(await obstacles(await joint(), 'RGB')).toEqual([]);
  });

  it('dit ce qui s’y oppose : police, couleur, calque, annotation, chiffrement', async () => {
    expect(await obstacles(await helvetica(), 'RGB')).toEqual([expect.stringContaining('la police « Helvetica » n’est pas incorporée (A3A-6.2.11.4-1)'.replace(/« | »/g, (s) => s.replace(' ', '\u00A0')))]);
    expect(await obstacles(await joint('A3A-6.2.4.3-3'), 'RGB')).toEqual([expect.stringContaining('A3A-6.2.4.3-3')]);
    expect(await obstacles(await joint('A3A-6.9-4'), 'RGB')).toEqual(['il a des calques, que la greffe montrerait tous']);
    expect(await obstacles(await joint('UA1-7.18.1-2'), 'RGB')).toEqual([expect.stringContaining('la page 1 porte une annotation')]);
    expect(await obstacles(await joint('A3A-6.1.3-2'), 'RGB')).toEqual(['il est chiffré ou protégé par un mot de passe']);
  });

  it('ne retient ni ses balises, ni ses métadonnées, ni ses liens', async () => {
    for (const code of ['UA1-7.1-3', 'A3A-6.6.2.1-1', 'UA1-7.18.5-2', 'UA1-7.3-1', 'A3A-6.5.2-1'] as const) expect(await obstacles(await joint(code), 'RGB'), code).toEqual([]);
  });

  it('retire les marques, et elles seules', () => {
    const texte = (contenu: string): string => Buffer.from(sansMarques(Buffer.from(contenu))).toString();
    expect(texte('/P <</MCID 0>> BDC BT (EMC) Tj ET EMC /Artifact BMC 0 0 m EMC')).toBe(' BT (EMC) Tj ET   0 0 m ');
    expect(texte('0 0 5 5 re f')).toBe('0 0 5 5 re f');
  });

  it('greffées, les pages sont des figures décrites, et l’acte reste conforme', async () => {
    const { bytes, problems } = await renderPdf(acte(await joint()), options());
    expect(problems).toEqual([]);
    const controle = (await controlerPdf(bytes as Uint8Array)) as Controle;
    expect(controle).toMatchObject({ manquements: [], nonVerifies: [] });
    expect(await figures(bytes as Uint8Array)).toContain('Portrait social');
  });

  it('leurs signets pendent sous celui de l’annexe', async () => {
    const { bytes } = await renderPdf(acte(await joint()), options());
    expect(await signets(bytes as Uint8Array)).toContain('Annexe 1 – Portrait › Essai');
  });

  it('un défaut greffé par erreur serait vu', async () => {
    const { bytes } = await renderPdf(acte(await joint('A3A-6.2.4.3-3')), options());
    expect(((await controlerPdf(bytes as Uint8Array)) as Controle).manquements.map((m) => m.code)).toEqual(['A3A-6.2.4.3-3']);
  });

  it('sinon, le document est attaché, une page le dit, et l’acte reste conforme', async () => {
    const octets = await helvetica();
    const { bytes, problems } = await renderPdf(acte(octets, { obstacles: ['la police manque'] }), options());
    expect(problems).toEqual([]);
    expect((await controlerPdf(bytes as Uint8Array)) as Controle).toMatchObject({ manquements: [], nonVerifies: [] });
    expect(Buffer.from(bytes as Uint8Array).toString('latin1')).toContain('/AFRelationship /Supplement');
    expect(await figures(bytes as Uint8Array)).not.toContain('Portrait social');
  });
});

/** Textes alternatifs des figures, dans l'ordre du fichier. */
async function figures(octets: Uint8Array): Promise<readonly string[]> {
  const { Objets } = await import('../../src/conformite/lecture/objets.ts');
  const o = new Objets(await PDFDocument.load(octets, { updateMetadata: false }));
  return o.contexte.enumerateIndirectObjects().filter(([, objet]) => o.nom(o.lire(objet, 'S')) === 'Figure').map(([, objet]) => o.texte(o.lire(objet, 'Alt')) ?? '');
}

/** Chemins des signets. */
async function signets(octets: Uint8Array): Promise<readonly string[]> {
  const { Objets } = await import('../../src/conformite/lecture/objets.ts');
  const o = new Objets(await PDFDocument.load(octets, { updateMetadata: false }));
  const chemins: string[] = [];
  const suivre = (signet: ReturnType<typeof o.lire>, parent: string): void => {
    if (signet === undefined) return;
    const titre = `${parent}${(o.texte(o.lire(signet, 'Title')) ?? '').replace(/[\u00A0\u202F]/g, ' ')}`;
    chemins.push(titre);
    suivre(o.lire(signet, 'First'), `${titre} › `);
    suivre(o.lire(signet, 'Next'), parent);
  };
  suivre(o.lire(o.document.catalog, 'Outlines', 'First'), '');
  return chemins;
}
