import { describe, expect, it } from 'vitest';
import { deduire, type Equation } from '../../src/rules/aide/deduction.ts';

const eq = (constante: number, ...termes: readonly (readonly [string, number])[]): Equation => ({ termes: new Map(termes), constante });

describe('déduction d’un blanc', () => {
  it('un seul blanc dans une somme se retrouve', () => {
    expect(deduire([eq(3, ['b', 1])], ['b'])).toEqual([{ inconnue: 'b', valeur: 3, par: [0] }]);
  });

  it('deux blancs dans une somme ne se retrouvent pas', () => {
    expect(deduire([eq(9, ['b', 1], ['c', 1])], ['b', 'c'])).toEqual([]);
  });

  it('deux tableaux croisés se trahissent l’un l’autre', () => {
    // Lignes a+b=5 et c+d=7, colonnes a+c=4 et, plus loin, b+d+e=10 avec e=2 : rien n’est seul ; b+c=6 suffit à tout donner.
    const tables = [eq(5, ['a', 1], ['b', 1]), eq(7, ['c', 1], ['d', 1]), eq(4, ['a', 1], ['c', 1]), eq(8, ['b', 1], ['d', 1])];
    expect(deduire(tables, ['a', 'b', 'c', 'd'])).toEqual([]);
    const trahi = deduire([...tables, eq(7, ['b', 1], ['c', 1])], ['a', 'b', 'c', 'd']);
    expect(Object.fromEntries(trahi.map((d) => [d.inconnue, d.valeur]))).toEqual({ a: 1, b: 4, c: 3, d: 4 });
    expect(trahi.every((d) => d.par.includes(4))).toBe(true);
  });

  it('un taux et son dénominateur donnent le numérateur', () => {
    expect(deduire([eq(0, ['n', 1], ['d', -0.25]), eq(12, ['d', 1])], ['n', 'd'])).toEqual([
      { inconnue: 'n', valeur: 3, par: [0, 1] },
      { inconnue: 'd', valeur: 12, par: [1] },
    ]);
  });
});
