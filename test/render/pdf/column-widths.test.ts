import { describe, expect, it } from 'vitest';
import { blocksNeed, distribute, fitColumns, textNeed } from '../../../src/render/pdf/column-widths.ts';
import { p, t } from './exemple.ts';

/** Une police où chaque signe fait un point, deux en gras. */
const width = (text: string, style: { bold?: boolean }): number => [...text].length * (style.bold ? 2 : 1);
const need = (text: string) => textNeed([{ text, style: {} }], width);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('ce que demande une colonne', () => {
  it('le plus long mot, l’insécable comptée, le trait d’union coupant', () => {
    expect(need('Coopération et suivi')).toEqual({ min: 11, max: 20 });
    expect(need('42\u202F161\u00A0personnes').min).toBe(16);
    expect(need('Saint-Firmin')).toEqual({ min: 6, max: 12 });
  });

  it('un mot court d’une suite à la suivante', () => {
    expect(blocksNeed([p('la ', { type: 'strong', children: [t('Caf')] }, ', ici')], {}, width).min).toBe(7);
  });

  it('une liste ajoute son retrait, une coupure forcée ouvre une ligne', () => {
    expect(blocksNeed([{ type: 'list', ordered: false, start: 1, items: [[p('abcdef')], [p('abc')]] }], {}, width)).toEqual({ min: 9, max: 9, paragraphs: [9, 6] });
    expect(need('abc\nde').max).toBe(3);
  });
});

describe('partage de la largeur', () => {
  const needs = (...all: [number, number][]) => all.map(([min, max]) => ({ min, max }));

  it('suit les parts quand chacun y tient', () => {
    expect(distribute(needs([10, 500], [10, 500]), [3, 1], 100)).toEqual([75, 25]);
  });

  it('aucune colonne sous son plus long mot, la somme juste', () => {
    const widths = distribute(needs([40, 500], [10, 500], [30, 500]), [1, 8, 1], 100);
    expect(widths.map(Math.round)).toEqual([40, 30, 30]);
    expect(total(widths)).toBeCloseTo(100);
  });

  it('une colonne courte rend ce dont elle n’a pas besoin', () => {
    expect(distribute(needs([5, 10], [20, 500]), [1, 1], 100)).toEqual([10, 90]);
  });

  it('tout sur une ligne : chacun la sienne, et la largeur remplie', () => {
    const widths = distribute(needs([5, 60], [5, 10]), [1, 1], 100);
    expect(widths[0]).toBeGreaterThanOrEqual(60);
    expect(total(widths)).toBeCloseTo(100);
  });

  it('trop de mots longs : seuls les plus longs cèdent', () => {
    expect(distribute(needs([10, 10], [200, 200], [20, 20]), [1, 1, 1], 100)).toEqual([10, 70, 20]);
  });

  it('s’écarte des parts là où le tableau y perd des lignes, et là seulement', () => {
    const cell = (max: number) => ({ min: 5, max, paragraphs: [max] });
    const rows = (left: number, right: number) => Array.from({ length: 6 }, () => [cell(left), cell(right)]);
    expect(fitColumns(needs([5, 90], [5, 45]), rows(90, 45), [2, 1], 150)).toEqual([100, 50]);
    const [left, right] = fitColumns(needs([5, 90], [5, 330]), rows(90, 330), [1, 1], 200) as [number, number];
    expect(left).toBeLessThan(90);
    expect(left + right).toBeCloseTo(200);
  });
});
