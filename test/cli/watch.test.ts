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

  it('tient un rapport à jour dans son fichier, sans que l’écrire relance un passage', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const plan = path.join(cwd, 'plan/plan.yaml');
      const rapport = path.join(cwd, 'rapport.json');
      const passages = (vu: string): number => vu.match(/à jour dans|Documents inchangés/g)?.length ?? 0;
      let vu = '';
      let reveil = (): void => undefined;
      const { code } = await ctg(['watch', '--cible', 'plan', '--format', 'json=rapport.json', '--max', '3'], {
        cwd,
        onOutput: (text) => {
          vu += text;
          reveil();
        },
        untilInterrupted: async () => {
          expect(JSON.parse(readFileSync(rapport, 'utf8'))).toMatchObject({ diagnostics: [] });
          writeFileSync(plan, readFileSync(plan, 'utf8').replace('pilotes: [commune]', 'pilotes: [comune]'));
          while (passages(vu) < 2) await new Promise<void>((resolve) => (reveil = resolve));
          expect(readFileSync(rapport, 'utf8')).toContain('CTG3001');
          await new Promise((resolve) => setTimeout(resolve, 400));
        },
      });
      expect([code, passages(vu)]).toEqual([0, 2]);
    }));

  it('un rapport pour un logiciel va dans un fichier', () =>
    dansUnDossier(async (cwd) => {
      const { code, erreur } = await ctg(['watch', '--format', 'sarif'], { cwd });
      expect(code).toBe(2);
      expect(erreur).toContain('ctg watch --format sarif=rapport');
    }));

  it('hors d’un territoire : 2', () =>
    dansUnDossier(async (cwd) => {
      expect((await ctg(['watch'], { cwd })).code).toBe(2);
    }));
});
