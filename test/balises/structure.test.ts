import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentTree } from '../../src/document/arbre.ts';
import { compiler, EXEMPLES, fichiersExemple } from '../golden/atelier.ts';
import { attendu, dossierAttendu, sansEmpreinte } from '../golden/instantanes.ts';
import { aligner, flux, nonPermis } from '../parite/alignement.ts';
import { ajoutsPermis, textesAttendus } from '../parite/attendus.ts';
import { fourreTout } from '../parite/fourre-tout.ts';
import { elements, enClair, type Lecture, lire, textesDe } from './lecture.ts';

describe.each([...EXEMPLES, 'fourre-tout'] as const)('la structure du PDF de %s', (nom) => {
  let lecture: Lecture;
  let tree: DocumentTree;
  let pages = 0;

  beforeAll(async () => {
    const result = await compiler(nom === 'fourre-tout' ? await fourreTout() : fichiersExemple(nom), { targets: ['pdf'] });
    const [pdf] = result.outputs;
    if (result.tree === null || pdf === undefined) throw new Error('rien à lire');
    tree = result.tree;
    pages = (await import('pdf-lib').then(({ PDFDocument }) => PDFDocument.load(pdf.bytes, { updateMetadata: false }))).getPageCount();
    lecture = await lire(pdf.bytes);
  }, 120_000);

  it('range chaque dessin dans l’arbre ou parmi les artefacts', () => {
    expect(lecture.marques).toBeGreaterThan(200);
    // Les pages d'un PDF joint sont posées après coup, sans balises : un tel acte n'annonce aucune norme.
    expect(lecture.nus.filter((nu) => !nu.includes('EmbeddedPdfPage'))).toEqual([]);
    expect(lecture.orphelins).toEqual([]);
  });

  it.skipIf(nom === 'fourre-tout')('est l’arbre attendu', () => {
    const lu = sansEmpreinte(enClair(lecture.racine));
    expect(elements(lecture.racine).length).toBeGreaterThan(300);
    expect(lu).toBe(attendu(dossierAttendu(nom as (typeof EXEMPLES)[number]), 'structure.txt', lu));
  });

  it('lue dans l’ordre, dit tous les mots de l’acte et rien de plus', () => {
    const textes = textesDe({ ...lecture.racine, enfants: lecture.racine.enfants.filter((enfant) => typeof enfant === 'string' || enfant.attributs['T'] !== 'Sommaire') });
    const r = aligner(textesAttendus(tree, String(pages), 'structure'), flux([textes.join('\n')]));
    expect(r.manquants).toEqual([]);
    expect(r.espaces).toEqual([]);
    expect(nonPermis(r.restes, ajoutsPermis(tree))).toEqual([]);
    expect(r.retrouves).toBeGreaterThan(150);
  });

  it('a des titres sans saut et des cellules d’en-tête qui disent quoi', () => {
    const tous = elements(lecture.racine);
    const niveaux = tous.flatMap(({ type }) => /^H([1-6])$/.exec(type)?.[1] ?? []).map(Number);
    expect(niveaux[0]).toBe(1);
    expect(niveaux.length).toBeGreaterThan(15);
    niveaux.slice(1).forEach((niveau, i) => expect(niveau).toBeLessThanOrEqual((niveaux[i] as number) + 1));
    const entetes = tous.filter(({ type }) => type === 'TH');
    expect(entetes.length).toBeGreaterThan(5);
    expect(entetes.filter(({ attributs }) => attributs['Scope'] === undefined)).toEqual([]);
    const liens = tous.filter(({ type }) => type === 'Link');
    expect(liens.length).toBeGreaterThan(20);
    expect(liens.filter(({ liens: n }) => n === 0)).toEqual([]);
    expect(tous.filter(({ type, attributs }) => type === 'Figure' && (attributs['Alt'] ?? '') === '')).toEqual([]);
  });
});
