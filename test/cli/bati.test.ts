import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dansUnDossier } from './outils.ts';

it('dans un clone qui n’est pas bâti, la commande dit quoi lancer', async () => {
  await dansUnDossier(async (cwd) => {
    mkdirSync(path.join(cwd, 'bin'));
    writeFileSync(path.join(cwd, 'package.json'), '{ "type": "module" }');
    copyFileSync('bin/ctg.js', path.join(cwd, 'bin/ctg.js'));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/ctg.js', 'validate'], { cwd, encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^ctg n’est pas encore bâti\. Dans .+, lancez « npm ci », puis « npm run build », et recommencez\.\n$/);
  });
});
