import { describe, expect, it } from 'vitest';
import { type Controle, controlerPdf } from '../../src/conformite/index.ts';
import { acte, CHOISIES, DOCUMENTS, nomDe, STADES, THEMES } from './matrice.ts';

describe('les actes que ctg écrit', () => {
  it('passent chaque document à chaque stade, et chaque habillage avec chaque document et à chaque stade', () => {
    const paires = (cle: 'document' | 'stade', autre: 'stade' | 'theme'): number => new Set(CHOISIES.map((une) => `${une[cle]} ${une[autre]}`)).size;
    expect(paires('document', 'stade')).toBe(DOCUMENTS.length * STADES.length);
    expect(paires('document', 'theme')).toBe(DOCUMENTS.length * THEMES.length);
    expect(paires('stade', 'theme')).toBe(STADES.length * THEMES.length);
  });

  // Toute la matrice : npm run matrice.
  it.each(CHOISIES.map((une) => [nomDe(une), une] as const))('%s : conforme', { timeout: 120_000 }, async (_nom, une) => {
    const { bytes, refus } = await acte(une);
    const controle = (await controlerPdf(bytes)) as Controle;
    expect(controle).toMatchObject({ manquements: [], nonVerifies: [], recommandations: [] });
    expect(controle.pages).toBeGreaterThan(10);
    // Ce que les règles refusent : un exemple sans ses votes ne se signe pas.
    expect(refus.filter((code) => !['CTG4102', 'CTG4103'].includes(code))).toEqual([]);
    if (une.stade === 'projet' || une.stade === 'conseil') expect(refus).toEqual([]);
  });
});
