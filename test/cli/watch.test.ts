import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copier, ctg, dansUnDossier } from './outils.ts';

describe('ctg watch', () => {
  it('écrit au départ, garde les bons documents pendant une faute, et reprend dès qu’elle est corrigée', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const page = path.join(cwd, 'sortie/plan-actions.json');
      const plan = path.join(cwd, 'plan/plan.yaml');
      const sain = readFileSync(plan, 'utf8');
      let vu = '';
      let reveil = (): void => undefined;
      /** Attend qu'un texte soit paru depuis le dernier appel. */
      const paru = async (text: string): Promise<void> => {
        while (!vu.includes(text)) await new Promise<void>((resolve) => (reveil = resolve));
        vu = '';
      };
      const { code, sortie } = await ctg(['watch', '--cible', 'plan'], {
        cwd,
        onOutput: (text) => {
          vu += text;
          reveil();
        },
        untilInterrupted: async () => {
          expect(existsSync(page)).toBe(true);
          vu = '';
          const avant = statSync(page).mtimeMs;
          writeFileSync(plan, sain.replace('pilotes: [commune]', 'pilotes: [comune]'));
          await paru('Documents inchangés');
          expect(statSync(page).mtimeMs).toBe(avant);
          writeFileSync(plan, sain.replace('Ouvrir un relais', 'Créer un relais'));
          await paru('à jour dans sortie');
          expect(readFileSync(page, 'utf8')).toContain('Créer un relais');
        },
      });
      expect(code).toBe(0);
      expect(sortie).toContain('CTG3001');
    }));

  it('hors d’un territoire : 2', () =>
    dansUnDossier(async (cwd) => {
      expect((await ctg(['watch'], { cwd })).code).toBe(2);
    }));
});
