/** L'arbre de structure tel que poppler le lit (`pdfinfo -struct-text`) : un lecteur que nous n'avons pas écrit. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiler, fichiersExemple, RACINE } from '../golden/atelier.ts';
import { attendu, sansEmpreinte } from '../golden/instantanes.ts';
import { fourreTout } from '../parite/fourre-tout.ts';
import { sansPoppler } from '../render/pdf/poppler.ts';

const ATTENDU = path.join(RACINE, 'test/systeme/attendu');

function structure(octets: Uint8Array): { readonly arbre: string; readonly plaintes: string } {
  const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-structure-'));
  try {
    writeFileSync(path.join(dossier, 'a.pdf'), octets);
    const { stdout, stderr } = spawnSync('pdfinfo', ['-struct-text', path.join(dossier, 'a.pdf')], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    // Le numéro d'un lien dans le fichier change avec tout ce qui le précède.
    return { arbre: sansEmpreinte(stdout).replace(/^( *Object) \d+ \d+$/gm, '$1').replace(/[ \t]+$/gm, ''), plaintes: stderr };
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

describe.skipIf(sansPoppler)('la structure, lue par pdfinfo', () => {
  it.each([
    ['minimal', () => fichiersExemple('minimal')],
    ['fourre-tout', fourreTout],
  ] as const)('%s : l’arbre attendu, sans plainte', async (nom, files) => {
    const { outputs } = await compiler(await files(), { targets: ['pdf'] });
    const { arbre, plaintes } = structure((outputs[0] as (typeof outputs)[number]).bytes);
    expect(plaintes).toBe('');
    expect(arbre.split('\n').filter((ligne) => /^ *(?:H[1-6]|P|L|LI|Table|TR|TH|TD|Figure|Link|TOCI)\b/.test(ligne)).length).toBeGreaterThan(300);
    expect(arbre).toBe(attendu(ATTENDU, `structure-${nom}.txt`, arbre));
  });
});
