import { describe, expect, it } from 'vitest';
import { columnWidths, wordRoom } from '../../../src/render/pdf/column-widths.ts';

const somme = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0);

describe('largeurs des colonnes', () => {
  it('suit les parts de l’arbre quand chaque mot tient', () => expect(columnWidths([1, 3], [10, 10], 400)).toEqual([100, 300]));
  it('élargit une colonne trop étroite pour son plus long mot, aux frais des autres', () => {
    const widths = columnWidths([1, 4, 5], [60, 20, 20], 400);
    expect(widths[0]).toBe(60);
    expect(somme(widths)).toBeCloseTo(400);
  });
  it('partage la place selon les mots quand elle manque partout', () => {
    const widths = columnWidths([1, 1, 8], [100, 100, 100], 200);
    expect(somme(widths)).toBeCloseTo(200);
    expect(new Set(widths).size).toBe(1);
  });
  it('compte un mot insécable comme un seul, et coupe au trait d’union', () => {
    expect(wordRoom(['18\u00A0décembre 2024'], 10)).toBe(wordRoom(['onze_lettre'], 10));
    expect(wordRoom(['fiche-action'], 10)).toBe(wordRoom(['fiche-'], 10));
  });
});
