import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASSES } from '../conformite/casses.ts';
import { fichier } from '../conformite/fichier-sain.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { exemple, options } from '../render/pdf/exemple.ts';

const absent = spawnSync('qpdf', ['--version']).status !== 0;
if (absent && process.env['CI'] === 'true') throw new Error('qpdf manque : l’intégration continue doit l’installer');

/** Ce que qpdf dit du fichier : 0 s'il n'a rien à y redire. */
function qpdf(octets: Uint8Array): { readonly code: number | null; readonly texte: string } {
  const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-qpdf-'));
  try {
    writeFileSync(path.join(dossier, 'a.pdf'), octets);
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path.join(dossier, 'a.pdf')], { encoding: 'utf8' });
    return { code: status, texte: stdout + stderr };
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

describe.skipIf(absent)('qpdf, un œil indépendant', () => {
  it('n’a rien à redire au fichier sain, ni à l’acte fourre-tout', async () => {
    const { bytes } = await renderPdf(exemple({ stade: 'signature' }), options());
    for (const octets of [await fichier(), bytes as Uint8Array]) expect(qpdf(octets)).toEqual({ code: 0, texte: expect.stringContaining('No syntax or stream encoding errors found') });
  });

  it('voit aussi une table des références fausse', async () => {
    expect(qpdf(await fichier(undefined, CASSES['A3A-6.1.4-a'].abimer)).code).not.toBe(0);
  });
});
