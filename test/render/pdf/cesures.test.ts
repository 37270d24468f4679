/** Les mots coupés en fin de ligne, les lignes justifiées : ce que la main a le droit de couper ou d'étendre, et ce que la copie rend. */
import { describe, expect, it } from 'vitest';
import { cuts, breakPoints } from '../../../src/render/pdf/flow/hyphens.ts';
import { breakWords } from '../../../src/render/pdf/flow/lines.ts';
import type { Word } from '../../../src/render/pdf/flow/types.ts';
import { renderPdf } from '../../../src/render/pdf/index.ts';
import { exemple, options, p } from './exemple.ts';
import { mots, sansPoppler, textes } from './poppler.ts';

const PROSE = 'Conformément à l’article L. 303-2 du code, les accompagnements personnalisés développés intercommunalement par Saint-Rémy-de-Provence et Châteauneuf-du-Pape s’organisent progressivement : les établissements d’accueil, l’information des familles, la participation des bénéficiaires et l’expérimentation de fonctionnements complémentaires renforcent l’intercommunalité, suivant L. 214-1-1 et L. 227-3.';
const TEXTES = Array.from({ length: 12 }, (_, i) => `${'Ainsi '.repeat(i)}${PROSE}`);

async function rendre(align: 'justified' | 'ragged', retrait: number): Promise<Uint8Array> {
  const { theme, ...reste } = options();
  const tree = exemple({ stade: 'signature' });
  const piece = { ...tree.pieces[0], kind: 'article', id: 'essai', anchor: 'article-essai', label: 'Article 1', title: 'Essai', titled: true, children: TEXTES.map((texte) => p(texte)) } as (typeof tree.pieces)[number];
  const { bytes, problems } = await renderPdf({ ...tree, pieces: [piece] }, { ...reste, theme: { ...theme, align, margins: { ...theme.margins, indent: retrait } } });
  expect(problems).toEqual([]);
  return bytes as Uint8Array;
}

describe('où un mot se coupe', () => {
  it('selon la langue, trois lettres au moins de chaque côté', () => {
    expect(breakPoints('évaluation').map((at) => 'évaluation'.slice(0, at))).toEqual(['éva', 'évalua']);
    expect(breakPoints('intercommunalité').length).toBeGreaterThan(3);
    for (const mot of ['évaluation', 'intercommunalité', 'accompagnement', 'familles']) for (const at of breakPoints(mot)) expect(Math.min(at, mot.length - at)).toBeGreaterThanOrEqual(3);
  });
  it.each(['l’évaluation, ', 'L’articulation ', '« partenariat ', 'communes\u202F; ', 'communes : ', '(convention) '])('« %s » se coupe', (texte) => {
    const { start, whole, points } = cuts(texte);
    expect(points.length).toBeGreaterThan(0);
    expect(texte.slice(start, start + whole.length)).toBe(whole);
  });
  it.each(['Aubergenville ', 'd’Aubergenville ', 'CONVENTION ', 'www.caf.fr ', 'https://exemple.fr/convention ', 'contact@territoire.fr ', 'L. 303-2 ', 'rendez-vous ', 'celles-ci ', 'avant ', '12345678 ', 'chargé·e·s ', 'convention_cadre '])('« %s » reste entier', (texte) => {
    expect(cuts(texte).points).toEqual([]);
  });
});

/** Une police où chaque signe a la même largeur. */
const face = { widthOfString: (texte: string, taille: number) => texte.length * taille * 0.5 };
const suite = (texte: string, justify = false): Word[] => texte.split(/(?<= )/).map((text) => {
  const blancs = text.length - text.trimEnd().length;
  return { text, font: face, fontSize: 10, characterSpacing: 0, late: null, link: null, linkToDestination: null, hyphens: true, justify, height: 15, width: text.length * 5, trailingCut: blancs * 5 } as unknown as Word;
});
const texteDe = (mots: readonly Word[]): string => mots.map(({ text }) => text).join('');
const coupee = (ligne: readonly Word[]): boolean => ligne.at(-1)?.cut !== undefined;

describe('les lignes d’un paragraphe', () => {
  const largeurs = Array.from({ length: 40 }, (_, i) => 120 + i * 5);
  it.each([true, false])('redonnent tous ses mots ; deux lignes coupées de suite au plus, jamais la dernière (justifié : %s)', (justifie) => {
    let vues = 0;
    for (const largeur of largeurs) {
      const lignes = breakWords(suite(PROSE, justifie), largeur);
      expect(lignes.map(texteDe).join('')).toBe(PROSE);
      expect((lignes.at(-1)?.length ?? 0) > 1 || lignes.at(-1)?.[0]?.resumed === undefined).toBe(true);
      lignes.forEach((ligne, i) => {
        if (coupee(ligne)) vues += 1;
        expect(coupee(ligne) && coupee(lignes[i + 1] ?? []) && coupee(lignes[i + 2] ?? [])).toBe(false);
        const { cut } = ligne.at(-1) as Word;
        if (cut !== undefined) expect(`${texteDe(ligne.slice(-1)).slice(cut.from)}${texteDe(lignes[i + 1] as Word[])}`.startsWith(cut.whole)).toBe(true);
      });
    }
    expect(vues).toBeGreaterThan(50);
  });
  it('gardent entier le dernier mot d’une ligne à qui on le demande', () => {
    const avant = breakWords(suite(PROSE, true), 200);
    const rang = avant.findIndex(coupee);
    expect(rang).toBeGreaterThanOrEqual(0);
    const apres = breakWords(suite(PROSE, true), 200, 0, new Set([rang]));
    expect(coupee(apres[rang] as Word[])).toBe(false);
    expect(apres.map(texteDe).join('')).toBe(PROSE);
  });
});

describe.skipIf(sansPoppler).each([['justified', 27], ['ragged', 27], ['justified', 60], ['ragged', 60]] as const)('un texte %s, retrait %d mm', (align, retrait) => {
  it('se copie en entier, mot pour mot ; aucun vrai trait d’union ne disparaît, aucun faux n’apparaît', async () => {
    const lu = textes(await rendre(align, retrait)).map((page) => page.replace(/CTG Le Creusot 2023-2026\s+a1b2c3d4\s+Page \d+ \/ \d+\s+Paraphes/, '')).join(' ').replace(/\s+/g, ' ');
    for (const texte of TEXTES) expect(lu).toContain(texte.replace(/\s+/g, ' '));
  });

  it('ne remplit ses lignes que s’il est justifié', async () => {
    const bytes = await rendre(align, retrait);
    const corps = mots(bytes).filter(({ y0, y1 }) => y0 > 100 && y1 < 740);
    const lignes = new Map<string, typeof corps>();
    for (const mot of corps) lignes.set(`${String(mot.page)} ${mot.y1.toFixed(0)}`, [...(lignes.get(`${String(mot.page)} ${mot.y1.toFixed(0)}`) ?? []), mot]);
    const ordre = [...lignes.values()].filter((ligne) => ligne.length > 2 && (ligne[0] as (typeof corps)[number]).page > 2);
    expect(ordre.length).toBeGreaterThan(30);
    const droite = Math.max(...ordre.map((ligne) => Math.max(...ligne.map(({ x1 }) => x1))));
    const pleines = ordre.filter((ligne) => droite - Math.max(...ligne.map(({ x1 }) => x1)) < 12);
    if (align === 'justified') expect(pleines.length / ordre.length).toBeGreaterThan(0.7);
    else expect(pleines.length / ordre.length).toBeLessThan(0.6);
  });
});
