import { describe, expect, it } from 'vitest';
import { compiler, EXEMPLES, fichiersExemple } from '../golden/atelier.ts';
import { aligner, flux, nonPermis } from './alignement.ts';
import { ajoutsPermis, textesAttendus } from './attendus.ts';
import { fourreTout } from './fourre-tout.ts';
import { texteHtml } from './html.ts';

describe.each([...EXEMPLES, 'fourre-tout'] as const)('la page HTML de %s', (nom) => {
  it('dit tous les mots de l’arbre, dans l’ordre, et rien de plus', async () => {
    const { outputs, tree, diagnostics } = await compiler(nom === 'fourre-tout' ? await fourreTout() : fichiersExemple(nom), { targets: ['html', 'pdf'] });
    expect(diagnostics.filter((d) => d.severity === 'erreur')).toEqual([]);
    const html = outputs.find((o) => o.path === 'convention.html');
    if (tree === null || html === undefined) throw new Error('rien à comparer');
    const page = new TextDecoder().decode(html.bytes);
    const pages = /NUMPAGES "'>(\d+)</.exec(page)?.[1] ?? '';
    const r = aligner(textesAttendus(tree, pages, 'html'), flux([texteHtml(page)]));
    expect(r.manquants).toEqual([]);
    expect(r.espaces).toEqual([]);
    expect(nonPermis(r.restes, [...ajoutsPermis(tree), 'PROJET'])).toEqual([]);
    expect(r.retrouves).toBeGreaterThan(150);
  });
});

describe('l’alignement', () => {
  it('voit un mot absent, un mot soudé, un mot coupé, un mot en trop, un ordre changé', () => {
    expect(aligner(['un deux', 'trois'], flux(['un deux\ntrois']))).toEqual({ manquants: [], espaces: [], restes: [], retrouves: 2 });
    expect(aligner(['un deux'], flux(['un']))).toMatchObject({ manquants: ['un deux'] });
    expect(aligner(['un deux'], flux(['undeux'])).espaces).toHaveLength(1);
    expect(aligner(['un deux'], flux(['un de ux'])).espaces).toHaveLength(1);
    expect(aligner(['un', 'deux'], flux(['un trois deux'])).restes).toEqual(['trois']);
    expect(aligner(['un', 'deux'], flux(['deux un'])).manquants).toEqual(['deux']);
  });
  it('suit un texte d’une page à l’autre, par-dessus un en-tête répété', () => {
    const r = aligner(['Une phrase assez longue pour deux pages'], flux(['Une phrase assez longue', 'En-tête\npour deux pages']));
    expect(r).toMatchObject({ manquants: [], espaces: [], restes: ['En-tête'] });
    expect(nonPermis(r.restes, ['En-tête'])).toEqual([]);
    expect(nonPermis(['autre'], ['En-tête'])).toEqual(['autre']);
  });
});
