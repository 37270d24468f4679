import { describe, expect, it } from 'vitest';
import type { Block, ChiffreItem, DonneesGraphiques, Graphique, Piece } from '../../src/document/arbre.ts';
import { type Dessin, donnees } from '../../src/document/dessin.ts';
import { placerDonnees } from '../../src/document/donnees.ts';
import { blockTexts } from '../../src/document/texte.ts';
import { compiler, fichiersExemple } from '../golden/atelier.ts';
import { tousLesBlocs } from '../parite/attendus.ts';
import { fourreTout } from '../parite/fourre-tout.ts';

const chiffre = (id: string, dessin: ChiffreItem['dessin']): ChiffreItem => ({ id, label: id, value: '1', raw: 1, unit: '', zone: 'Ici', source: 'Insee', dessin, alt: id, indicator: `${id} (%, 2019)` });
const barres = (id: string, ...zones: readonly string[]): ChiffreItem => chiffre(id, { type: 'barres', bars: zones.map((label, i) => ({ label, value: `${id}-${label}`, raw: i, own: i === 0 })) });
const courbe = (id: string, ...annees: readonly number[]): ChiffreItem => chiffre(id, { type: 'evolution', points: annees.map((year) => ({ label: String(year), year, value: `${id}-${String(year)}`, raw: 1 })) });
const chiffres = (...items: readonly ChiffreItem[]): Block => ({ type: 'chiffres', items });
const seul = (id: string, dessin: Dessin): Graphique => ({ type: 'graphique', id, title: id, dessin, alt: id, data: null, source: 'Insee', indicator: id });
const texte: Block = { type: 'paragraph', children: [{ type: 'text', value: 'Texte.' }] };
const piece = (...children: readonly Block[]): Piece => ({ kind: 'annexe', id: 'a', anchor: 'annexe-a', label: 'Annexe 1', title: 'A', titled: true, children });

/** Chaque tableau : son intitulé, puis ses rangées, en-tête comprise. */
function lus({ tables }: DonneesGraphiques): readonly (readonly (string | readonly string[])[])[] {
  return tables.map(({ caption, head, body }) => [caption ?? '', ...[...head, ...body].map((row) => row.map((c) => c.children.flatMap((b) => blockTexts(b)).join(' ')))]);
}
function tableaux(...children: readonly Block[]): ReturnType<typeof lus> {
  const found = placerDonnees(piece(...children)).children.find((b) => b.type === 'donnees-graphiques');
  if (found === undefined) throw new Error('aucun tableau');
  return lus(found);
}

describe('les données des graphiques', () => {
  it('réunissent les comparaisons : les zones du territoire d’abord, un tiret où il n’y a rien', () => {
    expect(tableaux(chiffres(barres('a', 'Ici', 'France')), texte, chiffres(barres('b', 'Ici', 'Val'), barres('c', 'Nord', 'France')))).toEqual([[
      'Données des graphiques\u00A0: comparaisons',
      ['Indicateur', 'Ici', 'Nord', 'France', 'Val'],
      ['a (%, 2019)', 'a-Ici', '–', 'a-France', '–'],
      ['b (%, 2019)', 'b-Ici', '–', '–', 'b-Val'],
      ['c (%, 2019)', '–', 'c-Nord', 'c-France', '–'],
    ]]);
  });

  it('mettent les courbes à part, leurs années de suite ; une pyramide a son tableau', () => {
    const pyramide: Dessin = { type: 'pyramide', left: 'Femmes', right: 'Hommes', rows: [{ label: '60 ans ou plus', left: { value: '12', raw: 12 }, right: { value: '9', raw: 9 } }] };
    expect(tableaux(chiffres(courbe('a', 2013, 2018), barres('z', 'Ici', 'France')), seul('p', pyramide), seul('b', courbe('b', 2015, 2018).dessin))).toEqual([
      ['Données du graphique\u00A0: comparaisons', ['Indicateur', 'Ici', 'France'], ['z (%, 2019)', 'z-Ici', 'z-France']],
      ['Données des graphiques\u00A0: évolutions', ['Indicateur', '2013', '2015', '2018'], ['a (%, 2019)', 'a-2013', '–', 'a-2018'], ['b', '–', 'b-2015', 'b-2018']],
      ['Données du graphique\u00A0: p', ['Âge', 'Femmes', 'Hommes'], ['60 ans ou plus', '12', '9']],
    ]);
  });

  it('font plusieurs tableaux plutôt qu’un trop large, et un tableau en hauteur d’un graphique trop large à lui seul', () => {
    const longues = Array.from({ length: 9 }, (_, i) => `Intercommunalité${String(i)}`);
    const [premier, second, haut] = tableaux(chiffres(barres('a', 'Ici', ...longues.slice(0, 2)), barres('large', ...longues), barres('b', 'Ici', ...longues.slice(2, 4))));
    expect(premier?.[0]).toBe('Données du graphique\u00A0: comparaisons');
    expect(second?.[0]).toBe('Données du graphique\u00A0: comparaisons (suite)');
    expect(haut).toEqual(['Données du graphique\u00A0: large (%, 2019)', ['Zone', 'Valeur'], ...longues.map((zone) => [zone, `large-${zone}`])]);
  });

  it('ne perdent pas une valeur dont l’intitulé se répète, et ne redisent pas un graphique montré deux fois', () => {
    expect(tableaux(chiffres(barres('a', 'Ici', 'France', 'France')))).toEqual([['Données du graphique\u00A0: a (%, 2019)', ['Zone', 'Valeur'], ['Ici', 'a-Ici'], ['France', 'a-France'], ['France', 'a-France']]]);
    expect(tableaux(chiffres(barres('a', 'Ici', 'Val')), texte, chiffres(barres('a', 'Ici', 'Val')))[0]).toHaveLength(3);
  });

  it('se rangent à la fin de la pièce, avant les fiches et documents joints ; dans la rubrique d’une fiche ; nulle part sans graphique', () => {
    const joint: Block = { type: 'joined', name: 'x.pdf', description: 'x', media: 'application/pdf', bytes: new Uint8Array(), pages: 1 };
    const fiche: Block = { type: 'fiche-action', id: 'f', anchor: 'fiche-f', label: 'Fiche-action 1', thematique: '', title: 'F', facts: [], sections: [{ id: 's', title: 'S', children: [chiffres(barres('f', 'Ici', 'Val'))] }, { id: 't', title: 'T', children: [texte] }] };
    const rangee = placerDonnees(piece({ type: 'callout', title: null, children: [chiffres(barres('a', 'Ici', 'Val'))] }, texte, fiche, joint)).children;
    expect(rangee.map((b) => b.type)).toEqual(['callout', 'paragraph', 'donnees-graphiques', 'fiche-action', 'joined']);
    expect(rangee.flatMap((b) => (b.type === 'fiche-action' ? b.sections.map((s) => s.children.map((c) => c.type)) : []))).toEqual([['chiffres', 'donnees-graphiques'], ['paragraph']]);
    const nue = piece(texte, joint);
    expect(placerDonnees(nue)).toEqual(nue);
  });

  it.each(['creusot-montceau', 'fourre-tout'] as const)('de %s : chaque valeur de chaque dessin est dans un tableau, telle que le dessin l’écrit, avec unité et année', async (nom) => {
    const { tree } = await compiler(nom === 'fourre-tout' ? await fourreTout() : fichiersExemple(nom), { targets: ['html'] });
    if (tree === null) throw new Error('pas d’arbre');
    const blocs = tousLesBlocs(tree);
    const textes = blocs.flatMap((b) => (b.type === 'donnees-graphiques' ? lus(b).flat(2) : []));
    const montres = blocs.flatMap((b): readonly (ChiffreItem | Graphique)[] => (b.type === 'chiffres' ? b.items : b.type === 'graphique' && b.data === null ? [b] : []));
    expect(montres.length).toBeGreaterThan(3);
    for (const { dessin, indicator } of montres) {
      expect(textes.filter((t) => t.includes(indicator))).not.toEqual([]);
      for (const cell of donnees(dessin).rows.flat()) expect(textes).toContain(cell);
    }
    expect(textes).toContain(nom === 'fourre-tout' ? 'Naissances par an, Bourg-Modèle (naissances)' : 'Revenu disponible médian par unité de consommation (€ par an, 2018)');
  });
});
