import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copier, ctg, dansUnDossier, fichiers, RACINE } from '../cli/outils.ts';
import { planLu, projetDe } from './outils.ts';

/** Ce qui cite le plan, et ce que la reprise doit refaire. */
const RETIRES = ['plan', 'fiches-actions', 'acteurs.yaml', 'indicateurs.yaml', 'annexes', 'articles', 'diagnostic', 'gouvernance.yaml', 'calendrier.yaml'];

describe('ctg import plan, d’un tableau de ctg à un territoire neuf', () => {
  it.each([['creusot-montceau', 30], ['aubergenville', 15], ['minimal', 3]] as const)('%s : le plan repris est celui d’où vient le tableau', (exemple, actions) =>
    dansUnDossier(async (dossier) => {
      copier(exemple, dossier);
      const avant = planLu((await projetDe(dossier)).projet);
      expect(avant.length).toBeGreaterThanOrEqual(actions);
      for (const retire of RETIRES) rmSync(path.join(dossier, retire), { recursive: true, force: true });
      const csv = path.join(RACINE, 'examples', exemple, 'attendu/plan-actions.csv');
      const { code, sortie, erreur } = await ctg(['import', 'plan', csv], { cwd: dossier });
      expect([code, erreur]).toEqual([0, '']);
      const { projet, codes } = await projetDe(dossier);
      // Ce que le retrait des autres fichiers explique ne concerne pas les fichiers repris.
      expect(codes.filter((c) => /plan\/|acteurs\.yaml/.test(c))).toEqual([]);
      expect(planLu(projet)).toEqual(avant);
      const nonRepris = /Non repris[^\n]*\n((?: {2}.*\n)*)/.exec(sortie)?.[1] ?? '';
      expect(nonRepris.split('\n').filter((l) => l !== '' && !l.includes('«\u00A0Fiche\u00A0»'))).toEqual([]);
      for (const f of fichiers(path.join(dossier, 'plan'))) expect(readFileSync(path.join(dossier, 'plan', f), 'utf8')).toMatch(/^# yaml-language-server: \$schema=\.\.\/.*plan\.schema\.json\n/);
    }),
  );
});
