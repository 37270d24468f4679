/// <reference lib="dom" />
/** Un vrai Chromium, et ce qu'axe-core reproche à une page. Sans réseau : la page est donnée en texte. */
import { existsSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';

export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
const DRAPEAUX = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check'];

export interface Accessibilite {
  /** Règle enfreinte et éléments en cause, une ligne chacune. */
  readonly reproches: readonly string[];
  /** Nombre de règles passées : une page vide n'en passe presque aucune. */
  readonly passees: number;
}

/** Contrôle chaque page avec axe-core. */
export async function accessibilite(pages: Readonly<Record<string, string>>): Promise<Readonly<Record<string, Accessibilite>>> {
  if (CHROMIUM === undefined) throw new Error('chromium est absent : apt-get install chromium');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: DRAPEAUX });
  try {
    const out: Record<string, Accessibilite> = {};
    for (const [nom, texte] of Object.entries(pages)) {
      const page = await browser.newPage();
      await page.setContent(texte);
      await page.addScriptTag({ content: axe.source });
      const { violations, passes } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
      out[nom] = { reproches: violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`), passees: passes.length };
      await page.close();
    }
    return out;
  } finally {
    await browser.close();
  }
}
