import { describe, expect, it } from 'vitest';
import { dureeEnLettres, mois } from '../../src/model/periode.ts';
import { arbreDe } from '../golden/atelier.ts';
import { commune, territoire, textes } from './territoires.ts';

describe('durée d’une période dont le dernier jour compte', () => {
  it.each([
    ['2024-01-01', '2024-12-31', 'un an'],
    ['2024-01-01', '2026-12-31', 'trois ans'],
    ['2024-01-01', '2027-12-31', 'quatre ans'],
    ['2023-01-01', '2027-12-31', 'cinq ans'],
    ['2024-07-01', '2027-12-31', 'trois ans et six mois'],
    ['2024-01-15', '2024-02-14', 'un mois'],
    ['2024-02-01', '2024-02-29', 'un mois'],
    ['2023-12-01', '2024-11-30', 'un an'],
    ['2024-10-01', '2025-04-30', 'sept mois'],
  ])('du %s au %s : %s', (debut, fin, duree) => expect(dureeEnLettres(debut, fin)).toBe(duree));
  it.each([
    ['2024-01-01', '2027-12-30', 'un jour manque'],
    ['2024-01-15', '2024-02-15', 'un jour de trop'],
    ['2024-01-01', '2023-12-31', 'fin avant le début'],
  ])('du %s au %s : pas de durée entière (%s)', (debut, fin) => expect(dureeEnLettres(debut, fin)).toBeNull());
  it('ne compte jamais un mois de trop, d’un jour à l’autre de quatre années', () => {
    let vus = 0;
    for (let jour = 0; jour < 1461; jour++) {
      const fin = new Date(Date.UTC(2024, 0, 1 + jour)).toISOString().slice(0, 10);
      const n = mois('2024-01-01', fin);
      const dernier = new Date(Date.UTC(2024, 0, 2 + jour)).getUTCDate() === 1;
      expect(n !== null).toBe(dernier);
      if (n !== null) expect(n).toBe(++vus);
    }
    expect(vus).toBe(48);
  });
});

describe('la période dans l’acte', () => {
  const avec = async (convention: string, deliberation = ''): Promise<{ duree: string; annees: string; signatures: string }> => {
    const plan = '# sans échéance\naxes:\n  axe:\n    titre: Un axe\n    pilotes: [caf]\n    objectifs:\n      obj:\n        titre: Un objectif\n        actions:\n' +
      ['petite-enfance', 'enfance', 'parentalite'].map((t) => `          a-${t}: {titre: Agir pour ${t}, thematique: ${t}, echeances: [2026]}\n`).join('');
    const tree = await arbreDe(territoire({ communes: ['Bourg-Modèle'], signataires: { '02-ville': commune('Bourg-Modèle', 'M.', deliberation) }, convention, autres: { 'plan/plan.yaml': plan } }));
    return { duree: textes(tree, 'duree').join(' '), annees: tree.cover.years, signatures: textes(tree, 'signatures').join(' ') };
  };

  it('quatre ans datés', async () => {
    const { duree, annees } = await avec("periode: {debut: '2024-01-01', fin: '2027-12-31'}\n");
    expect(duree).toContain('à compter du 1er janvier 2024 et jusqu’au 31 décembre 2027 inclus, soit une durée de quatre ans.');
    expect(annees).toBe('2024-2027');
  });
  it('depuis la signature, dont on ne sait rien', async () => {
    const { duree, annees, signatures } = await avec("periode: {debut: signature, fin: '2027-12-31'}\n");
    expect(duree).toContain('à compter de la date de sa signature et jusqu’au 31 décembre 2027 inclus. Elle n’est pas renouvelée');
    expect(annees).toBe('Jusqu’en 2027');
    expect(signatures).toContain('Fait à ………… , le ………… '.slice(0, 7));
    expect(signatures).toContain('en autant d’exemplaires originaux que de signataires');
  });
  it('depuis la signature : le vote donne l’année, la date de signature prime', async () => {
    expect((await avec("periode: {debut: signature, fin: '2027-12-31'}\n", "deliberation: {date: '2024-12-11'}\n")).annees).toBe('2024-2027');
    const signee = await avec("periode: {debut: signature, fin: '2027-12-31'}\nsignature: {lieu: Le Creusot, date: '2025-01-20'}\nexemplaires: 3\n", "deliberation: {date: '2024-12-11'}\n");
    expect(signee.annees).toBe('2025-2027');
    expect(signee.signatures).toContain('Fait au Creusot, le 20 janvier 2025, en trois exemplaires originaux.');
  });
  it('une seule année', async () => expect((await avec("periode: {debut: '2026-01-01', fin: '2026-12-31'}\n")).annees).toBe('2026'));
});
