import { describe, expect, it } from 'vitest';
import { balance, paginate } from '../../../src/render/pdf/plan-pages.ts';

const row = (axe: string, objectif: string, height = 20) => ({ bands: [axe], group: `${axe}/${objectif}`, height, groupHeight: 30 });
const base = { bandHeight: () => 10, head: 10, room: 100, firstRoom: 100 };

describe('pages du plan d’actions', () => {
  it('fusionne les rangées d’un objectif et compte sa hauteur', () => {
    const pages = paginate({ ...base, rows: [row('a', '1'), row('a', '1'), row('a', '2')] });
    expect(pages).toHaveLength(1);
    expect(pages[0]?.entries.map((entry) => (entry.kind === 'band' ? 'bande' : entry.span))).toEqual(['bande', 2, 0, 1]);
  });

  it('rappelle l’axe et l’objectif à la page suivante', () => {
    const pages = paginate({ ...base, rows: Array.from({ length: 5 }, () => row('a', '1')) });
    expect(pages.map((page) => page.entries.map((entry) => `${entry.kind}${entry.suite ? '+' : ''}`))).toEqual([
      ['band', 'row', 'row', 'row', 'row'],
      ['band+', 'row+'],
    ]);
  });

  it('laisse seule sur sa page une rangée plus haute qu’elle', () => {
    const pages = paginate({ ...base, rows: [row('a', '1'), row('a', '2', 500), row('a', '3')] });
    expect(pages.map((page) => page.entries.filter((entry) => entry.kind === 'row').map((entry) => entry.row))).toEqual([[0], [1], [2]]);
  });

  it('ne pose pas un axe en bas de page sans sa première action', () => {
    const pages = paginate({ ...base, rows: [row('a', '1', 60), row('b', '2', 25)] });
    expect(pages[1]?.entries[0]).toMatchObject({ kind: 'band', suite: false });
    expect(pages[0]?.entries).toHaveLength(2);
  });

  it('égalise les pages plutôt que d’en laisser une presque vide, sans en ajouter', () => {
    const rows = Array.from({ length: 13 }, (_, i) => row('a', String(i), 30));
    const sizes = (pages: ReturnType<typeof paginate>): number[] => pages.map((page) => page.entries.filter((entry) => entry.kind === 'row').length);
    const input = { ...base, room: 200, firstRoom: 200, rows };
    expect(sizes(paginate(input))).toEqual([6, 6, 1]);
    expect(sizes(balance(input))).toEqual([5, 5, 3]);
  });
});
