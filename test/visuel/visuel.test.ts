/**
 * Les pages de chaque exemple, en images, contre celles qui ont été acceptées, à une tolérance près. `npm run visuel -- --accepter`
 * (CTG_MAJ=1) réécrit celles qui s'en écartent, jamais en intégration continue : on les regarde avant de les garder.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { compiler, EXEMPLES, fichiersExemple } from '../golden/atelier.ts';
import { metAJour } from '../golden/instantanes.ts';
import { sansPoppler } from '../render/pdf/poppler.ts';
import { comparer, images, TOLERANCE } from './images.ts';
import { ecrireRapport } from './rapport.ts';

const ATTENDU = path.join(import.meta.dirname, 'attendu');
const nomDe = (i: number): string => `${String(i + 1).padStart(2, '0')}.png`;

function acceptees(dossier: string): Uint8Array[] {
  try {
    return readdirSync(dossier).filter((nom) => nom.endsWith('.png')).sort().map((nom) => readFileSync(path.join(dossier, nom)));
  } catch {
    return [];
  }
}

describe.skipIf(sansPoppler).each(EXEMPLES)('les pages de %s', (exemple) => {
  it('ressemblent à celles qui ont été acceptées', async () => {
    const { outputs } = await compiler(fichiersExemple(exemple), { targets: ['pdf'] });
    const obtenues = images((outputs[0] as (typeof outputs)[number]).bytes);
    expect(obtenues.length).toBeGreaterThan(10);
    const dossier = path.join(ATTENDU, exemple);
    const avant = acceptees(dossier);
    const lignes = Array.from({ length: Math.max(avant.length, obtenues.length) }, (_, i) => ({ page: i + 1, acceptee: avant[i], obtenue: obtenues[i], ...comparer(avant[i], obtenues[i]) })).filter(({ ecart }) => ecart > TOLERANCE);
    if (lignes.length > 0 && metAJour(process.env)) {
      mkdirSync(dossier, { recursive: true });
      for (const { page, obtenue } of lignes) {
        const fichier = path.join(dossier, nomDe(page - 1));
        if (obtenue === undefined) rmSync(fichier);
        else writeFileSync(fichier, obtenue);
      }
      return;
    }
    const rapport = lignes.length === 0 ? '' : ecrireRapport(exemple, lignes);
    expect(lignes.map(({ page }) => page), `pages qui ont changé ; à voir dans ${rapport}`).toEqual([]);
  });
});

describe('la comparaison', () => {
  const [largeur, hauteur] = [330, 467];
  /** Une page blanche où des rangées de points noirs tiennent lieu de lignes. */
  const page = (lignes: readonly number[]): Uint8Array => {
    const image = new PNG({ width: largeur, height: hauteur });
    image.data.fill(255);
    for (const y of lignes) for (let x = 40; x < 290; x += 1) for (let d = 0; d < 3; d += 1) image.data.fill(0, ((y + d) * largeur + x) * 4, ((y + d) * largeur + x) * 4 + 3);
    return PNG.sync.write(image);
  };
  const texte = Array.from({ length: 30 }, (_, i) => 40 + i * 9);

  it('voit un paragraphe qui descend, une ligne qui disparaît, une page en trop', () => {
    expect(comparer(page(texte), page(texte)).ecart).toBe(0);
    expect(comparer(page(texte), page(texte.map((y, i) => (i > 25 ? y + 4 : y)))).ecart).toBeGreaterThan(TOLERANCE);
    expect(comparer(page(texte), page(texte.slice(1))).ecart).toBeGreaterThan(TOLERANCE);
    expect(comparer(undefined, page(texte)).ecart).toBe(1);
  });
});
