/** Ce que le PDF emporte, ce qui reste privé, et l'empreinte. */
import { PDFDict, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { lireArchive } from '../../src/archive/lire.ts';
import { compiler, type Fichiers, fichiersExemple, net } from '../golden/atelier.ts';

const minimal = fichiersExemple('minimal');
const avec = (plus: Fichiers): Fichiers => ({ ...minimal, ...plus });
const prives = (...chemins: readonly string[]): Fichiers => avec({ 'ctg.yaml': `format: 1\nfichiers_prives:\n${chemins.map((c) => `  - ${JSON.stringify(c)}\n`).join('')}` });
const pdf = async (files: Fichiers): Promise<Uint8Array> => {
  const { outputs, diagnostics } = await compiler(files, { targets: ['pdf'] });
  expect(diagnostics.filter((d) => d.severity === 'erreur')).toEqual([]);
  return (outputs[0] as (typeof outputs)[number]).bytes;
};
/** Les fichiers de l'archive jointe. */
async function joints(octets: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const doc = await PDFDocument.load(octets, { updateMetadata: false });
  for (const [, objet] of doc.context.enumerateIndirectObjects()) {
    if (!(objet instanceof PDFDict) || objet.get(PDFName.of('AFRelationship')) !== PDFName.of('Source')) continue;
    const flux = doc.context.lookup(objet.lookup(PDFName.of('EF'), PDFDict).get(PDFName.of('F')));
    const lu = lireArchive((flux as PDFRawStream).contents);
    if (lu.ok) return lu.fichiers;
  }
  throw new Error('aucune source jointe');
}
const constats = async (files: Fichiers): Promise<readonly string[]> => (await compiler(files)).diagnostics.filter((d) => d.severity === 'erreur').map((d) => `${d.code} ${d.span?.file ?? ''} ${net(d.message)}`);
const empreinte = async (files: Fichiers): Promise<string> => (await compiler(files)).tree?.fingerprint ?? '';

describe('les sources jointes', () => {
  it('sont celles qui ont été lues, octet pour octet, et elles seules', async () => {
    const fichiers = avec({ 'LISEZMOI.txt': 'à côté', 'sortie/convention.pdf': 'ancien' });
    const lus = await joints(await pdf(fichiers));
    expect([...lus.keys()].sort()).toEqual(Object.keys(minimal).filter((f) => f !== 'CHOIX.md').sort());
    for (const [nom, octets] of lus) expect([...octets], nom).toEqual([...(minimal[nom] as Uint8Array)]);
  });

  it('les fichiers privés n’y sont pas, et le document le dit', async () => {
    const octets = await pdf(prives('territoire.yaml', 'Signataires/'));
    const noms = [...(await joints(octets)).keys()];
    expect(noms).toContain('ctg.yaml');
    expect(noms).toContain('convention.yaml');
    expect(noms.filter((n) => n === 'territoire.yaml' || n.startsWith('signataires/'))).toEqual([]);
    const { tree } = await compiler(prives('territoire.yaml'));
    expect(tree?.keywords.join()).toContain('ne peut pas être recompilé');
    expect(net(JSON.stringify(tree?.pieces.find((p) => p.kind === 'signatures')))).toContain('ne peut pas être recompilé à partir de ce qu’il contient');
  });

  it('sans fichier privé, le document dit qu’il se vérifie', async () => {
    const { tree } = await compiler(minimal);
    const texte = net(JSON.stringify(tree?.pieces.find((p) => p.kind === 'signatures')));
    expect(texte).toContain(`Empreinte de l’acte : ${tree?.fingerprint ?? '?'}`);
    expect(texte).toContain('« ctg verify » les recompile');
    expect(texte).not.toContain('privés');
  });

  it.each([
    ['notes.yaml', 'rien ne porte ce nom'],
    ['equipement/', 'rien ne porte ce nom'],
    ['../ailleurs.yaml', 'mène hors du dossier'],
    ['.', 'rien ne porte ce nom'],
  ])('un fichier privé %s qui n’existe pas est une erreur', async (chemin, raison) => {
    const [constat, ...suite] = await constats(prives(chemin));
    expect(suite).toEqual([]);
    expect(constat).toMatch(/^CTG0017 ctg\.yaml /);
    expect(constat).toContain(raison);
  });

  it('un fichier privé que l’acte n’emploie pas n’est pas une faute', async () => {
    expect(await constats({ ...prives('notes.yaml'), 'notes.yaml': 'a: 1' })).toEqual(await constats({ ...minimal, 'notes.yaml': 'a: 1' }));
  });
});

describe('l’empreinte', () => {
  it('ne dépend ni des fins de ligne, ni de la forme des accents, ni de l’ordre des fichiers', async () => {
    const temoin = await empreinte(minimal);
    expect(temoin).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
    expect(await empreinte(Object.fromEntries(Object.entries(minimal).reverse()))).toBe(temoin);
    const windows = Object.fromEntries(Object.entries(minimal).map(([nom, o]) => [nom.replaceAll('/', '\\'), `\uFEFF${new TextDecoder().decode(o as Uint8Array).replaceAll('\n', '\r\n')}`]));
    expect(await empreinte(windows)).toBe(temoin);
    expect(await empreinte(avec({ 'sans-rapport.txt': 'x' }))).toBe(temoin);
  });

  it('change avec une source, avec le stade, et avec un fichier privé', async () => {
    const temoin = await empreinte(minimal);
    const source = new TextDecoder().decode(minimal['territoire.yaml'] as Uint8Array);
    const autres = [
      await empreinte(avec({ 'territoire.yaml': `${source}# une remarque\n` })),
      (await compiler(minimal, { stade: 'bilan' })).tree?.fingerprint ?? '',
      await empreinte(prives('territoire.yaml')),
      await empreinte({ ...prives('territoire.yaml'), 'territoire.yaml': `${source}# une remarque\n` }),
    ];
    expect(new Set([temoin, ...autres]).size).toBe(5);
  });
});
