import { describe, expect, it } from 'vitest';
import { controlerPdf } from '../../src/conformite/index.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { compiler, fichiersExemple } from '../golden/atelier.ts';
import { exemple, options } from '../render/pdf/exemple.ts';

async function manquements(bytes: Uint8Array | null | undefined): Promise<readonly string[]> {
  if (!bytes) throw new Error('rien à contrôler');
  const controle = await controlerPdf(bytes);
  if ('raison' in controle) throw new Error(controle.raison);
  expect(controle.pages).toBeGreaterThan(5);
  expect(controle.nonVerifies).toEqual([]);
  return controle.manquements.map(({ code, detail, page, chemin }) => `${code} ${detail} (page ${String(page)}, ${String(chemin)})`);
}

describe('tout PDF suit PDF/UA-1 et PDF/A-3a', () => {
  it.each(['projet', 'conseil', 'signature', 'bilan'] as const)('un acte qui contient de tout, au stade %s', async (stade) => {
    const { bytes, problems } = await renderPdf({ ...exemple({ stade }), sigles: { Caf: 'Caisse d’allocations familiales' } }, options());
    expect(problems).toEqual([]);
    expect(await manquements(bytes)).toEqual([]);
  }, 60_000);

  it.each(['minimal', 'aubergenville', 'creusot-montceau'] as const)('l’exemple %s', async (nom) => {
    const { outputs } = await compiler(fichiersExemple(nom), { targets: ['pdf'] });
    expect(await manquements(outputs[0]?.bytes)).toEqual([]);
  }, 120_000);

  it('l’habillage contraste', async () => {
    const fichiers = fichiersExemple('minimal');
    const { outputs, diagnostics } = await compiler({ ...fichiers, 'ctg.yaml': `${String(fichiers['ctg.yaml'])}theme: contraste\n` }, { targets: ['pdf'] });
    expect(diagnostics.filter(({ severity }) => severity === 'erreur')).toEqual([]);
    expect(await manquements(outputs[0]?.bytes)).toEqual([]);
  }, 120_000);
});
