import { describe, expect, it } from 'vitest';
import { CONDITIONS } from '../../src/conformite/conditions/index.ts';
import { type Code, type Controle, controlerPdf } from '../../src/conformite/index.ts';
import { CASSES } from './casses.ts';
import { fichier } from './fichier-sain.ts';

async function codes(octets: Uint8Array): Promise<readonly string[]> {
  const vu = await controlerPdf(octets);
  if ('raison' in vu) throw new Error(vu.raison);
  return [...new Set([...vu.manquements, ...vu.recommandations].map((m) => m.code))].sort();
}

describe('un PDF cassé exprès', () => {
  it('sain, ne donne rien', async () => {
    const vu = (await controlerPdf(await fichier())) as Controle;
    expect(vu).toMatchObject({ pages: 1, manquements: [], recommandations: [], nonVerifies: [] });
  });

  it('il y en a un par condition', () => {
    expect(CONDITIONS.size).toBeGreaterThan(140);
    expect(Object.keys(CASSES).sort()).toEqual([...CONDITIONS.keys()].sort());
  });

  it.each(Object.entries(CASSES).map(([code, casse]) => [code as Code, casse] as const))('%s', async (code, { changer, abimer, avec = [] }) => {
    expect(changer ?? abimer, 'sans façon de le casser').toBeDefined();
    expect(await codes(await fichier(changer, abimer))).toEqual([code, ...avec].sort());
  });
});
