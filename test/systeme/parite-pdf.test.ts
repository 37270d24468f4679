import { describe, expect, it } from 'vitest';
import { compiler, EXEMPLES, fichiersExemple } from '../golden/atelier.ts';
import { aligner, flux, nonPermis } from '../parite/alignement.ts';
import { ajoutsPermis, textesAttendus } from '../parite/attendus.ts';
import { fourreTout } from '../parite/fourre-tout.ts';
import { entrees, pagesPdf } from '../parite/pdf.ts';
import { sansPoppler, textes } from '../render/pdf/poppler.ts';

describe.skipIf(sansPoppler).each([...EXEMPLES, 'fourre-tout'] as const)('le PDF de %s', (nom) => {
  it('dit tous les mots de l’arbre, dans l’ordre, et rien de plus ; son sommaire et ses pieds disent vrai', async () => {
    const { outputs, tree } = await compiler(nom === 'fourre-tout' ? await fourreTout() : fichiersExemple(nom), { targets: ['pdf'] });
    const [pdf] = outputs;
    if (tree === null || pdf === undefined) throw new Error('rien à comparer');
    const lues = textes(pdf.bytes);
    const { couverture, sommaire, corps, premiere } = pagesPdf(tree, lues);

    const r = aligner(textesAttendus(tree, String(lues.length), 'pdf'), flux([couverture, ...corps]), 'libres');
    expect(r.manquants).toEqual([]);
    expect(r.espaces).toEqual([]);
    expect(nonPermis(r.restes, ajoutsPermis(tree))).toEqual([]);
    expect(r.retrouves).toBeGreaterThan(150);

    // Le sommaire : chaque pièce titrée, dans l'ordre, et sa page est la bonne.
    const net = (texte: string): string => texte.replace(/[\s\u00A0\u202F]+/g, '');
    const lignes = sommaire.join('\n').replace(/[\s\u00A0\u202F]+/g, ' ');
    let at = 0;
    for (const { label, title } of entrees(tree)) {
      const entree = `${label} ${title}`.replace(/[\s\u00A0]+/g, ' ').replace(/\u202F/g, '').trim();
      const debut = lignes.indexOf(`${entree} `, at);
      expect(debut, `sommaire : ${entree}`).toBeGreaterThanOrEqual(at);
      at = debut + entree.length;
      const page = Number(/^ (\d{1,3})(?: |$)/.exec(lignes.slice(at))?.[1]);
      expect(net(corps[page - premiere] ?? ''), `${entree} en page ${String(page)}`).toContain(net(entree));
    }
  });
});
