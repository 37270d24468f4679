/// <reference lib="dom" />
/** La page vivante dans un vrai Chromium : lire, enregistrer, voir, se tromper, corriger ; au clavier ; sans requête au dehors. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchSources } from '../../src/cli/watch.ts';
import { copier, dansUnDossier } from '../cli/outils.ts';
import { ouvrir } from '../preview/outils.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
if (CHROMIUM === undefined && process.env['CI'] !== undefined) throw new Error('chromium est absent : .ci/run l’installe');
const DRAPEAUX = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check'];

let browser: Browser;
beforeAll(async () => {
  if (CHROMIUM !== undefined) browser = await chromium.launch({ executablePath: CHROMIUM, args: DRAPEAUX });
});
afterAll(() => browser?.close());

interface Scene {
  readonly page: Page;
  readonly dossier: string;
  /** Toutes les adresses demandées, et ce que la console a reproché. */
  readonly demandes: string[];
  readonly reproches: string[];
  ecrire(fichier: string, change: (texte: string) => string): void;
}

const version = (page: Page): Promise<number> => page.evaluate(() => Number(document.documentElement.dataset['version'] ?? 0));

/** Ouvre un exemple dans une page neuve, et en vérifie la tenue à la fin. */
async function scene(exemple: string, action: (scene: Scene) => Promise<void>, viewport = { width: 1440, height: 900 }): Promise<void> {
  await dansUnDossier(async (dossier) => {
    copier(exemple, dossier);
    const preview = await ouvrir(dossier);
    const watcher = await watchSources(dossier, [path.join(dossier, 'sortie')], async () => void (await preview.refresh()));
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const demandes: string[] = [];
    const reproches: string[] = [];
    context.on('request', (r) => demandes.push(r.url()));
    page.on('console', (m) => void (['error', 'warning'].includes(m.type()) && reproches.push(m.text())));
    page.on('pageerror', (e) => reproches.push(e.message));
    try {
      await page.goto(preview.url);
      await page.waitForFunction(() => Number(document.documentElement.dataset['version']) > 0);
      await action({
        page,
        dossier,
        demandes,
        reproches,
        ecrire: (fichier, change) => {
          const file = path.join(dossier, fichier);
          writeFileSync(file, change(readFileSync(file, 'utf8')));
        },
      });
      expect(demandes.length).toBeGreaterThan(5);
      expect(demandes.filter((url) => !url.startsWith(preview.url) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
      expect(reproches).toEqual([]);
    } finally {
      await context.close();
      await watcher.close();
      await preview.close();
    }
  });
}

const convention = (page: Page) => page.frameLocator('#cadre-convention');
const etat = (page: Page, voulu: string): Promise<unknown> => page.waitForFunction((v) => document.body.dataset['etat'] === v, voulu);
const hautDe = (page: Page, titre: string): Promise<number> => convention(page).getByRole('heading', { level: 2, name: titre }).evaluate((element) => element.getBoundingClientRect().top);

/** Défauts d'accessibilité d'une page ; et, à la demande, des documents de ses cadres : ceux-ci n'ont pas de script, on les étudie dans une copie. */
async function defauts(page: Page, documents = false): Promise<readonly string[]> {
  const out: string[] = [];
  let regles = 0;
  const examiner = async (sujet: Page, nom: string): Promise<void> => {
    await sujet.evaluate(axe.source);
    const found = await sujet.evaluate(() => (globalThis as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } }).axe.run(document, { iframes: false }));
    regles += found.passes.length;
    out.push(...found.violations.map((v) => `${nom} ${v.id} : ${v.nodes.map((n) => n.html).join(' ').slice(0, 200)}`));
  };
  await examiner(page, 'page');
  for (const frame of documents ? page.frames().filter((f) => f !== page.mainFrame()) : []) {
    const contenu = await frame.locator('#contenu').innerHTML();
    if (contenu === '') continue;
    const copie = await page.context().newPage();
    await copie.setViewportSize(page.viewportSize() ?? { width: 1000, height: 800 });
    await copie.goto(frame.url());
    const style = (await frame.locator('#habillage').textContent()) ?? '';
    expect(style.length).toBeGreaterThan(1000);
    await copie.evaluate(
      ([html, css]) => {
        (document.getElementById('contenu') as HTMLElement).innerHTML = html;
        (document.getElementById('habillage') as HTMLElement).textContent = css;
      },
      [contenu, style] as const,
    );
    await examiner(copie, new URL(frame.url()).pathname);
    await copie.close();
  }
  expect(regles).toBeGreaterThan(documents ? 40 : 20);
  return out;
}

describe.skipIf(CHROMIUM === undefined)('la page vivante', () => {
  it('montre la convention, suit un enregistrement sans perdre la place, garde le dernier document sain, et reprend', () =>
    scene('creusot-montceau', async ({ page, ecrire }) => {
      await convention(page).getByRole('heading', { level: 1 }).waitFor();
      expect(await page.title()).toContain('Creusot');
      // Lire au milieu : l'article « Évaluation ».
      await page.getByRole('navigation', { name: 'Sommaire' }).getByRole('link', { name: /Évaluation/ }).click();
      const avant = await hautDe(page, 'Évaluation');
      expect(avant).toBeGreaterThanOrEqual(0);
      expect(avant).toBeLessThan(120);
      expect(await page.locator('#entrees [aria-current]').textContent()).toContain('Évaluation');

      // Un texte bien plus haut grandit : ce qu'on lit ne bouge pas.
      ecrire('articles/preambule.md', (t) => `${t}\n\nUn paragraphe neuf, tout juste enregistré.\n\nUn second paragraphe neuf.\n`);
      await convention(page).getByText('Un paragraphe neuf, tout juste enregistré.').waitFor({ state: 'attached' });
      expect(Math.abs((await hautDe(page, 'Évaluation')) - avant)).toBeLessThan(2);

      // Une faute tapée à moitié : le document reste, dit ancien, la faute est montrée et s'ouvre dans l'éditeur.
      ecrire('convention.yaml', (t) => `${t}\nfaute: [\n`);
      await etat(page, 'erreur');
      await page.getByText(/Vous lisez le document de \d+.h.\d\d, d’avant l’erreur de convention\.yaml/).waitFor();
      expect(Math.abs((await hautDe(page, 'Évaluation')) - avant)).toBeLessThan(2);
      expect(await page.getByRole('status').textContent()).toMatch(/^1\u00A0erreur/);
      const lieu = page.getByRole('link', { name: /convention\.yaml, ligne/ });
      expect(await lieu.getAttribute('href')).toMatch(/^vscode:\/\/file\/.*\/convention\.yaml:\d+:\d+$/);
      expect(await page.locator('.groupe.erreur mark').first().textContent()).toBe('[');
      await page.getByRole('button', { name: 'Voir les erreurs' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('constats');

      ecrire('convention.yaml', (t) => t.replace('\nfaute: [\n', ''));
      await etat(page, 'avertissement');
      expect(await page.locator('#bandeau').isHidden()).toBe(true);
      expect(await page.getByRole('status').textContent()).toMatch(/^Aucune erreur/);
    }));

  it('au clavier : évitement, onglets, filtres, stade', () =>
    scene('minimal', async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller à la convention');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('lecture');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('onglet-convention');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('onglet-plan');
      expect(await page.locator('#panneau-plan').isVisible()).toBe(true);
      await page.frameLocator('#cadre-plan').getByRole('table').waitFor();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('PDF');
      await page.keyboard.press('Home');
      expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Convention');

      await page.getByLabel('Contrôler pour').selectOption('signature');
      await etat(page, 'erreur');
      await page.getByText('avant la signature').first().waitFor();
      await page.getByRole('heading', { name: 'Où en est chaque signataire' }).waitFor();
      await page.getByText(/Vous lisez le document pour la rédaction/).waitFor();
      const points = page.locator('.groupe.erreur .point');
      expect(await points.count()).toBeGreaterThan(0);
      await page.locator('#filtre-erreur').press('Space');
      expect(await points.count()).toBe(0);
    }));

  it('le PDF : fait quand on le regarde, refait après un enregistrement, à la même place', () =>
    scene('minimal', async ({ page, demandes, ecrire }) => {
      const pdfs = (): string[] => demandes.filter((url) => url.includes('/convention.pdf'));
      ecrire('plan/plan.yaml', (t) => t.replace('Ouvrir un relais', 'Créer un relais'));
      await page.waitForFunction(() => Number(document.documentElement.dataset['version']) > 1);
      expect(pdfs()).toEqual([]);
      await page.getByRole('tab', { name: 'PDF' }).click();
      await page.getByText('PDF à jour').waitFor();
      expect(pdfs()).toHaveLength(1);
      const feuilles = page.locator('#feuilles-pdf');
      expect(await feuilles.locator('.feuille').count()).toBeGreaterThan(5);
      await page.getByRole('navigation', { name: 'Sommaire' }).getByRole('link', { name: /Article.4/ }).click();
      await page.waitForFunction(() => (document.getElementById('feuilles-pdf')?.scrollTop ?? 0) > 500);
      const place = await feuilles.evaluate((e) => e.scrollTop);
      const cle = await page.locator('#etat-pdf').getAttribute('data-cle');
      ecrire('plan/plan.yaml', (t) => t.replace('Créer un relais', 'Bâtir un relais'));
      await page.waitForFunction((k) => ![k, ''].includes(document.getElementById('etat-pdf')?.dataset['cle'] ?? '') && document.getElementById('etat-pdf')?.textContent?.startsWith('PDF à jour') === true, cle);
      expect(pdfs()).toHaveLength(2);
      expect(await feuilles.evaluate((e) => e.scrollTop)).toBe(place);
      expect(await feuilles.locator('canvas').count()).toBeGreaterThan(0);
    }));

  it('l’arrêt se dit, et la page reprend quand ctg revient', () =>
    dansUnDossier(async (dossier) => {
      copier('minimal', dossier);
      const premier = await ouvrir(dossier);
      await premier.refresh();
      const page = await browser.newPage();
      await page.goto(premier.url);
      await page.waitForFunction(() => Number(document.documentElement.dataset['version']) > 0);
      await premier.close();
      await page.getByText('La surveillance est arrêtée : ce qui suit').waitFor();
      const second = await ouvrir(dossier, { port: premier.port });
      expect(second.port).toBe(premier.port);
      await second.refresh();
      await page.locator('#bandeau').waitFor({ state: 'hidden' });
      await page.close();
      await second.close();
    }));

  it.each([
    ['large', { width: 1440, height: 900 }],
    ['étroite', { width: 390, height: 800 }],
  ])('axe ne trouve rien, page %s, sans et avec erreur', (_, viewport) =>
    scene(
      'creusot-montceau',
      async ({ page, ecrire }) => {
        await convention(page).getByRole('heading', { level: 1 }).waitFor();
        expect(await defauts(page, true)).toEqual([]);
        if (viewport.width < 1000) await page.getByRole('button', { name: /Constats/ }).click();
        ecrire('convention.yaml', (t) => `${t}\nfaute: [\n`);
        await etat(page, 'erreur');
        expect(await defauts(page)).toEqual([]);
        await page.getByRole('tab', { name: 'Plan d’actions' }).click();
        expect(await defauts(page)).toEqual([]);
        await page.getByRole('tab', { name: 'PDF' }).click();
        await page.getByText('PDF des sources de').waitFor();
        expect(await defauts(page)).toEqual([]);
        expect(await version(page)).toBeGreaterThan(1);
        // Rien ne déborde en largeur.
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        await page.getByRole('tab', { name: 'Convention' }).click();
        expect(await convention(page).locator(':root').evaluate((racine) => [racine.querySelectorAll('table').length > 3, racine.scrollWidth - racine.clientWidth])).toEqual([true, 0]);
      },
      viewport,
    ));
});
