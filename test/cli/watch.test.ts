import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cadre, copier, ctg, dansUnDossier, type Passage } from './outils.ts';

/** Lance la commande ; `action` court pendant qu'elle surveille, et peut attendre ce qui s'affiche. */
function surveiller(args: readonly string[], cadre: Cadre, action: (paru: (text: string) => Promise<void>) => Promise<void>): Promise<Passage> {
  let vu = '';
  let reveil = (): void => undefined;
  const paru = async (text: string): Promise<void> => {
    while (!vu.includes(text)) await new Promise<void>((resolve) => (reveil = resolve));
    vu = '';
  };
  return ctg(['watch', '--port', '0', ...args], {
    ...cadre,
    onOutput: (text) => {
      vu += text;
      reveil();
    },
    untilInterrupted: async () => {
      vu = '';
      await action(paru);
    },
  });
}

describe('ctg watch', () => {
  it('avec --cible, écrit au départ, garde les bons documents pendant une faute, et reprend dès qu’elle est corrigée', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const page = path.join(cwd, 'sortie/plan-actions.json');
      const plan = path.join(cwd, 'plan/plan.yaml');
      const sain = readFileSync(plan, 'utf8');
      const { code, sortie } = await surveiller(['--cible', 'plan'], { cwd }, async (paru) => {
        expect(existsSync(page)).toBe(true);
        const avant = statSync(page).mtimeMs;
        writeFileSync(plan, sain.replace('pilotes: [commune]', 'pilotes: [comune]'));
        await paru('Documents inchangés');
        expect(statSync(page).mtimeMs).toBe(avant);
        writeFileSync(plan, sain.replace('Ouvrir un relais', 'Créer un relais'));
        await paru('à jour dans sortie');
        expect(readFileSync(page, 'utf8')).toContain('Créer un relais');
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
      const { code } = await ctg(['watch', '--port', '0', '--cible', 'plan', '--format', 'json=rapport.json', '--max', '3'], {
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

  it('sans option, n’écrit rien : la page suffit', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const plan = path.join(cwd, 'plan/plan.yaml');
      const sain = readFileSync(plan, 'utf8');
      const { code, sortie, erreur } = await surveiller([], { cwd }, async (paru) => {
        writeFileSync(plan, `${sain}\n: [`);
        await paru('La page garde le dernier document sain');
        writeFileSync(plan, sain);
        await paru('Page à jour.');
      });
      expect(code).toBe(0);
      expect(sortie).toContain('CTG1');
      expect(erreur).toMatch(/Page\u00A0: http:\/\/127\.0\.0\.1:\d+\//);
      expect(existsSync(path.join(cwd, 'sortie'))).toBe(false);
    }));

  it('ouvre le navigateur dans un terminal, sauf --sans-navigateur', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const ouverts: string[] = [];
      const essai = (args: readonly string[], tty: boolean): Promise<Passage> => surveiller(args, { cwd, tty, env: { NO_COLOR: '1' }, onBrowse: (url) => void ouverts.push(url) }, async () => undefined);
      await essai([], false);
      await essai(['--sans-navigateur'], true);
      expect(ouverts).toEqual([]);
      await essai([], true);
      expect(ouverts).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/)]);
    }));

  it('un port pris : le suivant, dit clairement', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      let second: Passage | undefined;
      await ctg(['watch', '--port', '48100'], { cwd, untilInterrupted: async () => void (second = await ctg(['watch', '--port', '48100'], { cwd })) });
      expect(second?.code).toBe(0);
      expect(second?.erreur).toMatch(/Le port 48100 est pris\u00A0: la page est sur le port 481\d\d\./);
    }));

  it('un port impossible, ou hors d’un territoire : 2', () =>
    dansUnDossier(async (cwd) => {
      for (const port of ['80', 'abc', '70000', '-1']) expect((await ctg(['watch', '--port', port], { cwd })).code).toBe(2);
      expect((await ctg(['watch'], { cwd })).code).toBe(2);
    }));
});
