/** Les notes dans le PDF : balises, identifiants, liens qui arrivent, chiffres au-dessus de la ligne. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString, PDFHexString, type PDFObject } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { controlerPdf } from '../../src/conformite/index.ts';
import { compiler, fichiersExemple, net } from '../golden/atelier.ts';
import { elements, type Lecture, lire, texteDe } from './lecture.ts';

/** Assez d'articles entre l'appel et la note pour qu'ils soient sur deux pages ; l'en-tête d'un tableau long porte un appel aussi. */
const ARTICLE = `---
titre: Essai
apres: objectifs
---
Un premier terme[^un], un second[^deux], puis encore le premier[^un].

| Colonne[^tete] | Autre |
|---|---|
${Array.from({ length: 90 }, (_, i) => `| rang ${String(i)} | x |`).join('\n')}

[^un]: Explication du premier, par la Caf.
[^deux]: Deux blocs :

    - un point
[^tete]: Dans l’en-tête, redit en haut de chaque page.
`;

interface Lien { readonly page: number; readonly contents: string; readonly dest: string; readonly haut: number }
const N = (name: string): PDFName => PDFName.of(name);
const texte = (object: PDFObject | undefined): string => (object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '');

/** Les liens internes, et la page et la hauteur de chaque destination nommée. */
function liens(doc: PDFDocument): { readonly liens: readonly Lien[]; readonly destinations: ReadonlyMap<string, { readonly page: number; readonly y: number }> } {
  const pages = new Map(doc.getPages().map((page, i) => [page.ref.toString(), i + 1]));
  const destinations = new Map<string, { page: number; y: number }>();
  const noeud = (dict: PDFDict): void => {
    const noms = dict.lookupMaybe(N('Names'), PDFArray);
    for (let i = 0; noms !== undefined && i < noms.size(); i += 2) {
      const cible = noms.lookup(i + 1);
      const [page, y] = cible instanceof PDFArray ? [cible.get(0), cible.lookup(3)] : [undefined, undefined];
      destinations.set(texte(noms.lookup(i)), { page: pages.get(String(page)) ?? 0, y: y instanceof PDFNumber ? y.asNumber() : Number.NaN });
    }
    for (const kid of dict.lookupMaybe(N('Kids'), PDFArray)?.asArray() ?? []) noeud(doc.context.lookup(kid, PDFDict));
  };
  noeud(doc.catalog.lookup(N('Names'), PDFDict).lookup(N('Dests'), PDFDict));
  const found = doc.getPages().flatMap((page, i) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((ref): Lien[] => {
      const annotation = doc.context.lookup(ref, PDFDict);
      const dest = texte(annotation.lookupMaybe(N('A'), PDFDict)?.lookup(N('D')) ?? annotation.lookup(N('Dest')));
      const rect = annotation.lookup(N('Rect'), PDFArray);
      return dest === '' ? [] : [{ page: i + 1, contents: net(texte(annotation.lookup(N('Contents')))), dest, haut: rect.lookup(3, PDFNumber).asNumber() }];
    }),
  );
  return { liens: found, destinations };
}

describe('les notes d’un PDF', () => {
  let lecture: Lecture;
  let doc: PDFDocument;
  let bytes: Uint8Array;

  beforeAll(async () => {
    const { outputs } = await compiler({ ...fichiersExemple('minimal'), 'articles/essai.md': ARTICLE }, { targets: ['pdf'] });
    bytes = outputs[0]?.bytes ?? new Uint8Array();
    lecture = await lire(bytes);
    doc = await PDFDocument.load(bytes, { updateMetadata: false });
  }, 60_000);

  it('sont conformes à PDF/UA-1 et PDF/A-3a', async () => {
    expect(await controlerPdf(bytes)).toMatchObject({ manquements: [], nonVerifies: [], recommandations: [] });
  });

  it('ont une balise Note, et un identifiant à elles, dans leur élément de liste', () => {
    const notes = elements(lecture.racine).filter(({ type }) => type === 'Note');
    expect(notes.map((note) => note.attributs['ID'])).toEqual(['n00001', 'n00002', 'n00003']);
    expect(notes.map((note) => net(texteDe(note)).slice(0, 10))).toEqual(['Explicatio', 'Deux blocs', 'Dans l’en-']);
    const listes = elements(lecture.racine).filter(({ type, attributs }) => type === 'Div' && attributs['T'] !== undefined && net(attributs['T']) === 'Notes : Article 5');
    expect(listes).toHaveLength(1);
    expect(elements(listes[0] as NonNullable<(typeof listes)[0]>).filter(({ type }) => type === 'LI')).toHaveLength(4);
  });

  it('s’appellent par un lien dans un renvoi (Reference)', () => {
    const renvois = elements(lecture.racine).filter(({ type, enfants }) => type === 'Reference' && /^\d$/.test(net(enfants.map(texteDe).join(''))));
    expect(renvois.map((renvoi) => net(texteDe(renvoi)))).toEqual(['1', '2', '1', '3']);
    for (const { enfants } of renvois) expect(enfants).toMatchObject([{ type: 'Link', liens: 1 }]);
  });

  it('mènent de l’appel à la note et de la note à chaque appel, là où ils sont', () => {
    const { liens: tous, destinations } = liens(doc);
    const vers = (contents: string): readonly Lien[] => tous.filter((l) => l.contents === contents);
    const place = (lien: Lien | undefined): { readonly page: number; readonly y: number } => destinations.get(lien?.dest ?? '') ?? { page: 0, y: Number.NaN };
    const appels = vers('Note 1');
    expect(appels).toHaveLength(2);
    const [premier, second] = [vers('Retour à l’appel 1 de la note 1')[0], vers('Retour à l’appel 2 de la note 1')[0]];
    // La note est sur une autre page que ses appels, et ses retours sont là où mènent les appels.
    expect(place(appels[0])).toEqual(place(appels[1]));
    expect(place(appels[0]).page).toBe(premier?.page);
    expect(premier?.page).toBeGreaterThan(appels[0]?.page ?? 0);
    expect([place(premier).page, place(second).page]).toEqual(appels.map((a) => a.page));
    for (const [retour, appel] of [[premier, appels[0]], [second, appels[1]]] as const) expect(Math.abs(place(retour).y - (appel?.haut ?? 0))).toBeLessThan(2);
    // L'en-tête du tableau est redit : son appel ne se clique, et ne s'atteint, qu'à sa première page.
    expect(vers('Note 3')).toHaveLength(1);
    expect(place(vers('Retour à l’appel de la note 3')[0]).page).toBe(vers('Note 3')[0]?.page);
  });
});
