/** `npm run images` : le script court encore, et ce qu'il refait ressemble à l'image gardée. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { dansUnDossier, RACINE } from '../cli/outils.ts';
import { sansPoppler } from '../render/pdf/poppler.ts';
import { CHROMIUM } from './chromium.ts';

const sansConvert = spawnSync('convert', ['-version']).error !== undefined;
if ((sansConvert || CHROMIUM === undefined) && process.env['CI'] === 'true') throw new Error('imagemagick et chromium sont nécessaires : .ci/run les installe');

/** Part des points d'une image d'une autre couleur que le fond, et ses dimensions. */
function mesurer(file: string): { readonly taille: readonly number[]; readonly encre: number } {
  const { width, height, data } = PNG.sync.read(readFileSync(file));
  let autres = 0;
  for (let i = 0; i < data.length; i += 4) if ([0, 1, 2].some((c) => data[i + c] !== data[c])) autres += 1;
  return { taille: [width, height], encre: autres / (width * height) };
}

describe.skipIf(sansPoppler || sansConvert || CHROMIUM === undefined)('les images de la documentation', () => {
  it.each(['acte-fiche', 'terminal-constat', 'page-vivante-erreur'])('%s se refait, à la même taille', (nom) =>
    dansUnDossier((dossier) => {
      const dit = execFileSync(process.execPath, [path.join(RACINE, 'test/images/images.js'), nom, '--vers', dossier], { encoding: 'utf8' });
      expect(dit).toContain(`${nom}.png`);
      const [refaite, gardee] = [mesurer(path.join(dossier, `${nom}.png`)), mesurer(path.join(RACINE, 'docs/images', `${nom}.png`))];
      expect(refaite.encre).toBeGreaterThan(0.02);
      expect(Math.abs(refaite.encre - gardee.encre), 'l’image gardée n’est plus ce que ctg montre : npm run images').toBeLessThan(0.05);
      // Un terminal prend la police à chasse fixe de la machine.
      if (nom !== 'terminal-constat') expect(refaite.taille).toEqual(gardee.taille);
    }), 120_000);

  it('un nom inconnu est refusé, avec ceux qui existent', () => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(RACINE, 'test/images/images.js'), 'inconnue'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('page-vivante-plan')]);
  });
});
