import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xmlFaute } from './xml.ts';
import { alternative, type Dessin, donnees, textesDessin } from '../../src/document/dessin.ts';
import { centre } from '../../src/graphiques/carte.ts';
import { dessiner, type Habillage } from '../../src/graphiques/index.ts';
import { couper, largeur } from '../../src/graphiques/mesure.ts';

const habillage: Habillage = { width: 216, size: 8.5, font: "titre, 'Source Sans 3'", ink: '#1F3A5F', band: '#D5DEEA', text: '#1B1B1B', rule: '#B4BFCC' };
const carre = (x: number, y: number): [number, number][] => [[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]];
const CAS: Readonly<Record<string, Dessin>> = {
  barres: { type: 'barres', bars: [{ label: 'Ici & là', value: '35,1\u00A0%', raw: 35.1, own: true }, { label: 'France', value: '26,1\u00A0%', raw: 26.1, own: false }] },
  'barres négatives': { type: 'barres', bars: [{ label: 'Ici', value: '-0,7\u00A0%', raw: -0.7, own: true }, { label: 'France', value: '0,3\u00A0%', raw: 0.3, own: false }] },
  'barres nulles': { type: 'barres', bars: [{ label: 'Ici', value: '0', raw: 0, own: true }, { label: 'France', value: '0', raw: 0, own: false }] },
  evolution: { type: 'evolution', points: [2013, 2018, 2019].map((year, i) => ({ label: String(year), year, value: String(50 - i), raw: 50 - i })) },
  pyramide: { type: 'pyramide', left: 'Femmes', right: 'Hommes', rows: [{ label: '60 ans ou plus', left: { value: '12', raw: 12 }, right: { value: '9', raw: 9 } }, { label: 'Moins de 60 ans', left: { value: '0', raw: 0 }, right: { value: '31', raw: 31 } }] },
  carte: { type: 'carte', communes: [{ rank: 1, label: 'Amont', value: '12', raw: 12, rings: [carre(4.1, 46.7)] }, { rank: 2, label: 'Aval', value: null, raw: null, rings: [carre(4.2, 46.7), carre(4.23, 46.73)] }] },
};
const nombres = (svg: string, attribut: string): number[] => [...svg.matchAll(new RegExp(` ${attribut}="(-?[\\d.]+)"`, 'g'))].map((m) => Number(m[1]));
const mots = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => (m[1] as string).replaceAll('&amp;', '&'));

describe.each(Object.entries(CAS))('%s', (_nom, dessin) => {
  const { svg, width, height } = dessiner(dessin, habillage);

  it('porte tous ses mots, dans l’ordre de ses données, et rien d’autre', () => {
    expect(mots(svg).toSorted()).toEqual([...textesDessin(dessin)].toSorted());
    if (dessin.type !== 'carte') for (const cellule of donnees(dessin).rows.flat()) expect(mots(svg)).toContain(cellule);
  });

  it('tient dans son cadre, sans image, script ni lien, et se lit comme du XML', () => {
    expect(svg).not.toMatch(/<(image|script|use|style|a)\b|href|url\(/);
    expect(xmlFaute(svg)).toBeNull();
    expect(width).toBe(216);
    for (const x of [...nombres(svg, 'x'), ...nombres(svg, 'cx'), ...nombres(svg, 'x1'), ...nombres(svg, 'x2')]) expect(x >= -0.01 && x <= width).toBe(true);
    for (const y of [...nombres(svg, 'y'), ...nombres(svg, 'cy')]) expect(y >= 0 && y <= height).toBe(true);
    expect(nombres(svg, 'width').every((w) => w >= 0)).toBe(true);
  });

  it('est le même à chaque fois, et nommé de même dans une page', () => {
    expect(dessiner(structuredClone(dessin), habillage).svg).toBe(svg);
    const nomme = dessiner(dessin, habillage, { id: 'd1', title: 'Titre <b>', desc: 'Suite' }).svg;
    expect(nomme.replace(/ role="img" aria-labelledby="d1-t d1-d"|<title id="d1-t">Titre &lt;b&gt;<\/title><desc id="d1-d">Suite<\/desc>/g, '')).toBe(svg);
  });

  it('a un texte de remplacement qui dit chaque valeur', () => {
    const texte = alternative(dessin, 'Sujet');
    expect(texte).toContain('Sujet');
    const cellules = dessin.type === 'carte' ? donnees(dessin).rows.flatMap(([, ...reste]) => reste) : donnees(dessin).rows.flat();
    expect(cellules.length).toBeGreaterThan(1);
    for (const cellule of cellules) expect(texte).toContain(cellule);
  });
});

describe('les longueurs', () => {
  it('des barres suivent les valeurs', () => {
    const [ici = 0, france = 0] = nombres(dessiner(CAS['barres'] as Dessin, habillage).svg.replace(/^<svg[^>]*>/, ''), 'width');
    expect(ici / france).toBeCloseTo(35.1 / 26.1, 2);
  });
  it('d’une courbe suivent le temps', () => {
    const [a = 0, b = 0, c = 0] = nombres(dessiner(CAS['evolution'] as Dessin, habillage).svg, 'cx');
    expect((b - a) / (c - b)).toBeCloseTo(5, 1);
  });
  it('restent finies quelles que soient les valeurs', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), { minLength: 2, maxLength: 8 }), (valeurs) => {
      const bars = valeurs.map((raw, i) => ({ label: `Zone ${String(i)}`, value: `valeur ${String(i)}`, raw, own: i === 0 }));
      const points = valeurs.map((raw, i) => ({ label: String(2000 + i), year: 2000 + i, value: `valeur ${String(i)}`, raw }));
      for (const dessin of [{ type: 'barres', bars }, { type: 'evolution', points }] as const) expect(dessiner(dessin, { ...habillage, width: 450 }).svg).not.toMatch(/NaN|Infinity|e[+-]\d/);
    }), { numRuns: 100 });
  });
});

describe('la place des textes', () => {
  it('coupe aux espaces, jamais dans un mot', () => {
    expect(couper('Bassin nord de la Communauté urbaine', 80, 8.5).join(' ')).toBe('Bassin nord de la Communauté urbaine');
    expect(couper('Anticonstitutionnellement', 10, 8.5)).toEqual(['Anticonstitutionnellement']);
    expect(largeur('Écuisses', 10)).toBeGreaterThan(largeur('Écuis', 10));
  });
  it('met le rang d’une commune en forme de C dans ses terres', () => {
    const c: [number, number][] = [[0, 0], [10, 0], [10, 2], [2, 2], [2, 8], [10, 8], [10, 10], [0, 10], [0, 0]];
    const [x, y] = centre(c);
    expect(x < 2 || y < 2 || y > 8).toBe(true);
  });
});
