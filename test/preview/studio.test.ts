import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompileResult } from '../../src/pipeline/compile.ts';
import { Studio } from '../../src/preview/studio.ts';
import type { Update } from '../../src/preview/state.ts';
import { copier, dansUnDossier } from '../cli/outils.ts';
import { demander, ecouter, ouvrir } from './outils.ts';

const sansTexte = (u: Update): unknown => ({ erreurs: u.counts.erreur, current: u.shown?.current, at: u.shown?.at, morceaux: Object.keys(u.document?.changed ?? {}) });

describe('l’atelier', () => {
  it('envoie tout à une page qui s’ouvre, puis seulement ce qui change ; une faute garde le document et le dit ancien', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      let heure = 1000;
      const preview = await ouvrir(cwd, { clock: () => heure });
      await preview.refresh();
      const page = ecouter(preview.port);
      const debut = await page.suivant();
      expect(debut.document?.order.length).toBeGreaterThan(10);
      expect(Object.keys(debut.document?.changed ?? {})).toEqual(debut.document?.order);
      expect(debut.document?.outline.map((e) => e.label)).toContain('Article\u00A01');
      expect(debut.plan?.html).toContain('<table class="plan">');
      expect(debut.shown).toMatchObject({ at: 1000, current: true, stade: 'projet' });

      const plan = path.join(cwd, 'plan/plan.yaml');
      const sain = readFileSync(plan, 'utf8');
      heure = 2000;
      writeFileSync(plan, sain.replace('pilotes: [commune]', 'pilotes: [comune]'));
      await preview.refresh();
      const faute = await page.suivant();
      expect(sansTexte(faute)).toEqual({ erreurs: 1, current: false, at: 1000, morceaux: [] });
      const neuf = faute.points?.find((point) => typeof point !== 'number');
      expect(neuf).toMatchObject({ code: 'CTG3001', place: { file: 'plan/plan.yaml', excerpt: { marked: 'comune' } } });
      expect(neuf?.place?.href).toMatch(/^vscode:\/\/file\/.+\/plan\/plan\.yaml:\d+:\d+$/);
      expect(faute.plan).toBeUndefined();
      // Les constats que la page a déjà ne sont que leur rang ; inchangés, ils ne partent pas.
      expect(debut.points?.filter((point) => typeof point === 'number')).toEqual([]);
      expect(faute.points?.filter((point) => typeof point !== 'number')).toHaveLength(1);
      await preview.refresh();
      expect(await page.suivant()).not.toHaveProperty('points');

      heure = 3000;
      writeFileSync(plan, sain.replace('Ouvrir un relais', 'Créer un relais'));
      await preview.refresh();
      const corrige = await page.suivant();
      expect(corrige.shown).toMatchObject({ at: 3000, current: true });
      expect(corrige.plan?.html).toContain('Créer un relais');
      const changes = Object.keys(corrige.document?.changed ?? {});
      expect(changes.length).toBeGreaterThan(0);
      expect(changes.length).toBeLessThan(4);
      page.fermer();
      await preview.close();
    }));

  it('chaque page a son stade ; un stade sans document montre celui du territoire', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const preview = await ouvrir(cwd);
      await preview.refresh();
      const signature = ecouter(preview.port, 'signature');
      const vue = await signature.suivant();
      expect(vue.stade).toBe('signature');
      expect(vue.counts.erreur).toBeGreaterThan(0);
      expect(vue.progress.rows.length).toBeGreaterThan(0);
      expect(vue.shown).toMatchObject({ stade: 'projet', current: true });
      const projet = ecouter(preview.port);
      expect((await projet.suivant()).counts.erreur).toBe(0);
      for (const page of [signature, projet]) page.fermer();
      await preview.close();
    }));

  it('le dossier disparaît, puis revient : les erreurs, puis le document', () =>
    dansUnDossier(async (cwd) => {
      const dossier = path.join(cwd, 'territoire');
      copier('minimal', dossier);
      const preview = await ouvrir(dossier);
      await preview.refresh();
      renameSync(dossier, `${dossier}-ailleurs`);
      await preview.refresh();
      const page = ecouter(preview.port);
      const vide = await page.suivant();
      expect(vide.counts.erreur).toBeGreaterThan(0);
      expect(vide.shown?.current).toBe(false);
      renameSync(`${dossier}-ailleurs`, dossier);
      await preview.refresh();
      expect((await page.suivant()).shown?.current).toBe(true);
      page.fermer();
      await preview.close();
    }));

  it('sans document sain, le PDF est refusé avec une raison', () =>
    dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      rmSync(path.join(cwd, 'convention.yaml'));
      const preview = await ouvrir(cwd);
      await preview.refresh();
      const { status, texte } = await demander(preview.port, '/convention.pdf');
      expect([status, texte]).toEqual([409, expect.stringContaining('aucun document sain')]);
      await preview.close();
    }));

  it('une panne se montre et n’arrête rien', async () => {
    let panne = true;
    const studio = new Studio({
      root: '/t',
      project: 't',
      compile: async () => {
        if (panne) throw new Error('aïe');
        return { diagnostics: [], sources: new Map(), avancement: [], projet: { stade: 'projet' }, outputs: [], tree: null } as unknown as CompileResult;
      },
      render: () => ({ style: '', parts: new Map(), plan: null, outline: [] }),
      clock: () => 0,
    });
    const recus: Update[] = [];
    studio.subscribe(null, (update) => void recus.push(update));
    expect(await studio.refresh()).toBeNull();
    panne = false;
    expect(await studio.refresh()).not.toBeNull();
    expect(recus.map((u) => u.fault)).toEqual(['aïe', null]);
  });
});
