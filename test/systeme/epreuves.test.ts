import { describe, expect, it } from 'vitest';
import { epreuves } from '../epreuves/cas.ts';
import { lancer, relire } from '../epreuves/eprouver.ts';
import { sansPoppler } from '../render/pdf/poppler.ts';

/** Une part des épreuves de `npm run stress`, une de chaque sorte ; un mot plus long que la ligne y tournait sans fin. */
const CHOISIES = epreuves(0.02).filter(({ nom }) => /^(une cellule de|un mot de 5 000 lettres dans|un tableau de 40|des images|écriture : (?:accents|arabe))/.test(nom));

describe.skipIf(sansPoppler)('épreuves réduites', () => {
  it('il y en a six', () => expect(CHOISIES).toHaveLength(6));

  it.each(CHOISIES)('$nom', async (epreuve) => {
    const { constats, pdf, pages } = lancer(epreuve, 120_000);
    const erreurs = constats.filter(({ severity }) => severity === 'erreur');
    if (epreuve.constat !== null) {
      expect(pdf).toBeNull();
      expect(erreurs.length).toBeGreaterThan(0);
      for (const erreur of erreurs) expect(erreur).toMatchObject(epreuve.constat);
      return;
    }
    expect(erreurs).toEqual([]);
    const lu = await relire(epreuve, pdf as Uint8Array, pages);
    expect(lu.mots).toBeGreaterThan(3000);
    expect(lu).toMatchObject({ manquants: [], invisibles: [], debordent: [], nus: [] });
  });
});
