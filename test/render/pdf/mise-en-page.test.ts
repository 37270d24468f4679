import { describe, expect, it } from 'vitest';
import type { Block, DocumentTree, FicheAction, Piece } from '../../../src/document/arbre.ts';
import { renderPdf } from '../../../src/render/pdf/index.ts';
import { exemple, options, p, planRows, t } from './exemple.ts';
import { mots, sansPoppler, textes } from './poppler.ts';

const opts = options();
const MM = 72 / 25.4;
const { portrait, landscape, indent } = opts.theme.margins;
const annexe = (n: number, children: readonly Block[]): Piece => ({ kind: 'annexe', id: `x${n}`, anchor: `annexe-${n}`, label: `Annexe\u00A0${n}`, title: `Titre ${n}`, titled: true, children });
const cell = (value: string, header = false) => ({ children: [p(value)], header });
const rendre = async (...pieces: Piece[]): Promise<Uint8Array> => {
  const tree: DocumentTree = exemple({ stade: 'signature', pieces });
  const { bytes, problems } = await renderPdf(tree, opts);
  expect(problems).toEqual([]);
  return bytes as Uint8Array;
};
const titre = (value: string, level: 2 | 3 = 2): Block => ({ type: 'heading', level, id: `h-${value}`, number: null, children: [t(value)] });
const plan: Block = { type: 'plan-actions', levels: ['Axe', 'Objectif stratégique'], actionLabel: 'Action', rows: planRows };

describe.skipIf(sansPoppler)('tableaux', () => {
  const colonnes = ['Coopération', 'Transmission', 'Publication', 'Professionnels', 'Attractivité'];

  it('ne coupe aucun mot, même dans une colonne qui a une part infime', async () => {
    const table: Block = { type: 'table', caption: null, widths: [1, 1, 1, 1, 60], headerColumns: 1, head: [colonnes.map((one) => cell(one, true))], body: [['Handicap', '42\u202F161\u00A0personnes', 'établissements', 'périscolaires', 'Une phrase plus longue que les autres, qui prend la place qui reste.'].map((one) => cell(one))] };
    const lus = mots(await rendre(annexe(1, [table]))).map(({ texte }) => texte);
    for (const mot of [...colonnes, 'Handicap', 'personnes', 'établissements', 'périscolaires']) expect(lus).toContain(mot);
    expect(lus.indexOf('personnes')).toBe(lus.findIndex((mot) => mot.endsWith('161')) + 1);
  });

  it('réduit le corps avant de couper un mot', async () => {
    const long = ['intercommunalité', 'administration', 'représentation', 'investissements', 'accompagnement', 'développement'];
    const table: Block = { type: 'table', caption: null, widths: [1, 1, 1, 1, 1, 1], headerColumns: 0, head: [], body: [long.map((one) => cell(one))] };
    const lus = mots(await rendre(annexe(1, [table])));
    for (const mot of long) expect(lus.filter(({ texte }) => texte === mot), mot).toHaveLength(1);
  });

  it('donne les mêmes colonnes aux tableaux de même en-tête', async () => {
    const table = (valeur: string): Block => ({ type: 'table', caption: null, widths: [3, 1], headerColumns: 0, head: [[cell('Libellé', true), cell('Valeur', true)]], body: [[cell('Un'), cell(valeur)]] });
    const tetes = mots(await rendre(annexe(1, [table('1'), table('98\u202F600\u00A0allocataires\u00A0environ')]))).filter(({ texte }) => texte === 'Valeur');
    expect(tetes).toHaveLength(2);
    expect(tetes[0]?.x0).toBeCloseTo(tetes[1]?.x0 ?? 0, 2);
  });

  it('ne laissent aucune rangée courte seule sur une page, où que la page finisse', async () => {
    const table = (rangees: number): Block => ({ type: 'table', caption: null, widths: [1, 1], headerColumns: 0, head: [[cell('Libellé', true), cell('Valeur', true)]], body: Array.from({ length: rangees }, () => [cell('Rangée'), cell('1')]) });
    const pieces = [2, 3, 6].flatMap((rangees) => Array.from({ length: 14 }, (_, i) => annexe(1, [...Array.from({ length: 16 + i }, () => p('Avant.')), table(rangees)])));
    const parPage = textes(await rendre(...pieces)).map((page) => page.match(/^Rangée/gm)?.length ?? 0).filter((rangees) => rangees > 0);
    expect(parPage.reduce((a, b) => a + b, 0)).toBe(14 * (2 + 3 + 6));
    expect(parPage.length, 'des tableaux coupés').toBeGreaterThan(pieces.length);
    expect(Math.min(...parPage)).toBeGreaterThan(1);
  });
});

describe.skipIf(sansPoppler)('plan d’actions', () => {
  it('prend toute la largeur du paysage', async () => {
    const lus = mots(await rendre(annexe(1, [p('Avant.'), plan])));
    const premiere = lus.find(({ texte }) => texte === 'Échéance')?.page;
    const page = lus.filter((mot) => mot.page === premiere && mot.y0 > landscape.top * MM && mot.y1 < 595 - landscape.bottom * MM);
    expect(Math.min(...page.map(({ x0 }) => x0)) - landscape.left * MM).toBeLessThan(8);
    expect(841.89 - landscape.right * MM - Math.max(...page.filter(({ texte }) => /^Fiche/.test(texte)).map(({ x1 }) => x1))).toBeLessThan(24);
  });

  it('partage sa page avec le titre et les quelques lignes qui l’annoncent', async () => {
    const pages = textes(await rendre(annexe(1, [titre('Enjeux'), { type: 'list', ordered: false, start: 1, items: [[p('Un enjeu.')]] }, titre('Le plan arrêté'), p('Il a été validé.'), plan])));
    const avec = pages.findIndex((text) => text.includes('Il a été validé.'));
    expect(pages[avec]).toContain('Le plan arrêté');
    expect(pages[avec]).toContain('Échéance');
    expect(pages[avec]).not.toContain('Un enjeu.');
    expect(pages[avec - 1]).toContain('Un enjeu.');
  });
});

describe.skipIf(sansPoppler)('fiche-action', () => {
  const liste = (n: number, texte: string): Block => ({ type: 'list', ordered: false, start: 1, items: Array.from({ length: n }, (_, i) => [p(`${texte} numéro ${i + 1}, en quelques mots de plus.`)]) });
  const fiche = (sections: readonly (readonly [string, Block])[]): FicheAction => ({
    type: 'fiche-action', id: 'f', anchor: 'fiche-f', label: 'Fiche-action\u00A01', thematique: 'Jeunesse', title: 'Créer un dispositif intercommunal de gestion et de centralisation des demandes des familles',
    facts: [{ key: 'Pilotes', value: [t('Communes et Caf')] }, { key: 'Échéance', value: [t('2024')] }],
    sections: sections.map(([title, child], i) => ({ id: `s${i}`, title, children: [child] })),
  });
  const six = (n: number) => fiche([['Actions', liste(n, 'Action')], ['Objectifs', liste(n, 'Objectif')], ['Étapes', liste(n, 'Étape')], ['Acteurs', liste(n, 'Acteur')], ['Indicateurs', liste(n, 'Indicateur')], ['Points de vigilance', liste(n, 'Risque')]]);

  it('tient sur une page : deux colonnes de sections courtes', async () => {
    const lus = mots(await rendre(annexe(1, [p('Avant.'), six(5)])));
    const ou = (texte: string) => lus.find((mot) => mot.texte === texte);
    expect(ou('Risque')?.page).toBe(ou('Pilotes')?.page);
    expect(ou('Objectifs')?.y0).toBeCloseTo(ou('Actions')?.y0 ?? 0, 0);
    expect(ou('Objectifs')?.x0).toBeGreaterThan(280);
  });

  it('plus longue que la page, se coupe sans rien perdre ni laisser un titre seul', async () => {
    const pages = textes(await rendre(annexe(1, [p('Avant.'), six(14)])));
    const tout = pages.join('\n');
    for (const mot of ['Action', 'Objectif', 'Étape', 'Acteur', 'Indicateur', 'Risque']) expect(tout).toContain(`${mot} numéro 14`);
    for (const [section, mot] of [['Étapes', 'Étape'], ['Indicateurs', 'Indicateur'], ['Points de vigilance', 'Risque']] as const) {
      const ici = pages.find((text, i) => i > 1 && new RegExp(`^${section}`, 'm').test(text));
      expect(ici, section).toContain(`${mot} numéro 1,`);
    }
  });
});

describe.skipIf(sansPoppler)('texte courant', () => {
  it('fait des lignes de 65 à 75 signes en moyenne, en retrait des titres', async () => {
    const texte = Array.from({ length: 24 }, () => 'Les partenaires conviennent de conduire ensemble une politique familiale lisible, de la naissance à la vie adulte.').join(' ');
    const bytes = await rendre(annexe(1, [titre('Sous-titre'), p(texte)]));
    const lignes = textes(bytes, '-layout').at(-1)?.split('\n').map((ligne) => ligne.trim()).filter((ligne) => ligne.length > 55) ?? [];
    const moyenne = lignes.reduce((sum, ligne) => sum + ligne.length, 0) / lignes.length;
    expect(moyenne).toBeGreaterThan(65);
    expect(moyenne).toBeLessThan(76);
    const lus = mots(bytes);
    expect(lus.find(({ texte: mot }) => mot === 'Sous-titre')?.x0).toBeCloseTo(portrait.left * MM, 0);
    expect(Math.min(...lus.filter(({ texte: mot }) => mot === 'Les').map(({ x0 }) => x0))).toBeGreaterThanOrEqual((portrait.left + indent) * MM - 0.1);
  });

  it('ne coupe pas un nom composé à son trait d’union tant que la ligne suivante peut le tenir', async () => {
    const bytes = await rendre(annexe(1, [p(Array.from({ length: 60 }, (_, i) => `${'x'.repeat(i % 11)} Saint-Symphorien-de-Marmagne`).join(' '))]));
    expect(textes(bytes).at(-1)?.split('\n').filter((ligne) => ligne.trimEnd().endsWith('-'))).toEqual([]);
  });

  it('ne laisse pas seule une phrase qui annonce des sous-titres', async () => {
    const pieces = Array.from({ length: 16 }, (_, i) => annexe(i + 1, [...Array.from({ length: i + 14 }, (_, k) => p(`Remplissage ${k}.`)), p(`Il s’ordonne ainsi ${i} :`), titre(`Axe ${i} ici`, 3), p('Suite.')]));
    const pages = textes(await rendre(...pieces));
    for (let i = 0; i < 16; i += 1) expect(pages.find((text) => text.includes(`ainsi ${i} :`))).toContain(`Axe ${i} ici`);
  });
});
