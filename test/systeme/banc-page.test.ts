/** Le banc de la page vivante court, en petit : chaque geste est vu dans la page, et la mémoire relevée. Aucune durée n'est jugée ici. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { RACINE } from '../cli/outils.ts';
import { CHROMIUM } from './chromium.ts';

it.skipIf(CHROMIUM === undefined)('le banc de la page vivante mesure ses six gestes', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(RACINE, 'test/bench/page.js'), '--modifications', '6', '--facteurs', '1', '--sans-pdf'], { timeout: 150_000 });
  const gestes = stdout.split('\n').filter((ligne) => / \| 1 \| \d+ \| \d+ \| \d+ \|$/.test(ligne));
  expect(gestes).toHaveLength(6);
  expect(stdout).toMatch(/\*\*tous\*\* \| 6 \|/);
  expect(stdout).toMatch(/^\| 0 \| \d+,\d \| \d+ \|$/m);
});
