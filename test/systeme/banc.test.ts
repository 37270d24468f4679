import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));

it('le banc de mesure marche encore, de bout en bout', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/bench/banc.js', '--essai'], { cwd: RACINE, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  for (const sujet of ['node -e 0', 'validate × 1', 'pdfmake nu × 1', 'build pdf × 1']) expect(stdout).toMatch(new RegExp(`^\\| ${sujet} \\| \\d+ \\|`, 'm'));
  for (const rapport of ['validate / node', 'build pdf / pdfmake nu, × 1']) expect(stdout).toMatch(new RegExp(`^\\| ${rapport} \\| \\d+,\\d\\d \\|`, 'm'));
  expect(stdout).toMatch(/^Pages × 1 : ctg \d\d, pdfmake nu \d\d, pdfmake tel quel \d\d\.$/m);
}, 600_000);
