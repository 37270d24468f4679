import { describe, expect, it } from 'vitest';
import { compiler, EXEMPLES, fichiersExemple } from '../golden/atelier.ts';
import { attendu, dossierAttendu, sansEmpreinte } from '../golden/instantanes.ts';
import { sansPoppler, textes } from '../render/pdf/poppler.ts';

/** Le texte du PDF tel qu'on le lit, page par page : la mise en page s'y voit à peu près. */
describe.skipIf(sansPoppler).each(EXEMPLES)('le PDF de %s', (exemple) => {
  it('se lit comme attendu', async () => {
    const { outputs } = await compiler(fichiersExemple(exemple), { targets: ['pdf'] });
    const pages = textes((outputs[0] as (typeof outputs)[number]).bytes, '-layout');
    const lu = sansEmpreinte(pages.map((page, i) => `───── page ${String(i + 1)} / ${String(pages.length)} ─────\n${page.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim()}\n`).join('\n'));
    expect(pages.length).toBeGreaterThan(10);
    expect(lu).toBe(attendu(dossierAttendu(exemple), 'convention.txt', lu));
  });
});
