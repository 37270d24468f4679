import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserCommand } from '../../src/cli/browser.ts';
import { watchSources } from '../../src/cli/watch.ts';
import { copier, dansUnDossier } from './outils.ts';

const plan = (dossier: string): string => path.join(dossier, 'plan/plan.yaml');
const lu = (dossier: string): string | null => {
  try {
    return readFileSync(plan(dossier), 'utf8');
  } catch {
    return null;
  }
};

/** Surveille un dossier ; `voir` attend qu'un passage ait lu ceci dans plan/plan.yaml. */
async function surveiller(dossier: string): Promise<{ voir(attendu: string | null): Promise<void>; passages(): number; fermer(): Promise<void> }> {
  let passages = 0;
  let dernier: string | null = '';
  let ensemble = 0;
  const watcher = await watchSources(dossier, [path.join(dossier, 'sortie')], async () => {
    passages += 1;
    ensemble += 1;
    expect(ensemble).toBe(1);
    dernier = lu(dossier);
    await new Promise((resolve) => setTimeout(resolve, 30));
    ensemble -= 1;
  });
  return {
    async voir(attendu) {
      const fin = performance.now() + 10_000;
      while (dernier !== attendu) {
        if (performance.now() > fin) throw new Error(`lu en dernier : ${String(dernier).slice(0, 60)} ; attendu : ${String(attendu).slice(0, 60)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    passages: () => passages,
    fermer: () => watcher.close(),
  };
}

describe('la surveillance', () => {
  it('une rafale : peu de passages, et le dernier voit le dernier texte', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const s = await surveiller(cwd);
      for (let i = 0; i < 200; i++) writeFileSync(plan(cwd), `tour: ${i}\n`);
      await s.voir('tour: 199\n');
      expect(s.passages()).toBeLessThan(30);
      await s.fermer();
    }));

  it('un enregistrement par renommage, un renommage aller et retour, une suppression', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const s = await surveiller(cwd);
      writeFileSync(`${plan(cwd)}.tmp`, 'neuf: 1\n');
      renameSync(`${plan(cwd)}.tmp`, plan(cwd));
      await s.voir('neuf: 1\n');
      renameSync(plan(cwd), `${plan(cwd)}.bak`);
      await s.voir(null);
      renameSync(`${plan(cwd)}.bak`, plan(cwd));
      await s.voir('neuf: 1\n');
      rmSync(plan(cwd));
      await s.voir(null);
      await s.fermer();
    }));

  it('un dossier supprimé puis recréé est encore surveillé', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const s = await surveiller(cwd);
      rmSync(path.dirname(plan(cwd)), { recursive: true });
      await s.voir(null);
      mkdirSync(path.dirname(plan(cwd)));
      writeFileSync(plan(cwd), 'revenu: 1\n');
      await s.voir('revenu: 1\n');
      writeFileSync(plan(cwd), 'revenu: 2\n');
      await s.voir('revenu: 2\n');
      await s.fermer();
    }));

  it('le dossier du territoire lui-même', () =>
    dansUnDossier(async (cwd) => {
      const dossier = path.join(cwd, 'territoire');
      copier('minimal', dossier);
      const s = await surveiller(dossier);
      rmSync(dossier, { recursive: true });
      await s.voir(null);
      copier('minimal', dossier);
      writeFileSync(plan(dossier), 'refait: 1\n');
      await s.voir('refait: 1\n');
      writeFileSync(plan(dossier), 'refait: 2\n');
      await s.voir('refait: 2\n');
      await s.fermer();
    }));

  it('ce qui s’écrit dans sortie/ ne relance rien', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      mkdirSync(path.join(cwd, 'sortie'));
      const s = await surveiller(cwd);
      const avant = s.passages();
      writeFileSync(path.join(cwd, 'sortie/convention.html'), 'x');
      writeFileSync(path.join(cwd, '.cache'), 'x');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(s.passages()).toBe(avant);
      await s.fermer();
    }));
});

describe('le navigateur', () => {
  it('s’ouvre par la commande de chaque système', () => {
    const url = 'http://127.0.0.1:4810/';
    expect(browserCommand(url, 'win32')).toEqual(['cmd', '/c', 'start', '""', url]);
    expect(browserCommand(url, 'darwin')).toEqual(['open', url]);
    expect(browserCommand(url, 'linux')).toEqual(['xdg-open', url]);
  });
});
