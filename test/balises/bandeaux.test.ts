import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../src/render/pdf/index.ts';
import type { Cell, Table } from '../../src/document/arbre.ts';
import { exemple, options, p } from '../render/pdf/exemple.ts';
import { elements, lire, type Noeud } from './lecture.ts';

const c = (texte: string, more: Omit<Cell, 'children'> = {}): Cell => ({ children: [p(texte)], ...more });
const CALENDRIER: Table = {
  type: 'table', caption: 'Calendrier', widths: [2, 1, 1], headerColumns: 0,
  head: [[c('Action', { header: true }), c('2024', { header: true }), c('2025', { header: true })]],
  body: [
    [c('Axe un', { header: true, colspan: 3 })],
    [c('Ouvrir', { header: 'discret' }), c('2024', { mark: true }), c('')],
    [c('Axe deux', { header: true, colspan: 3 })],
    [c('Fermer', { header: 'discret' }), c(''), c('2025', { mark: true })],
  ],
};

describe('un tableau à bandeaux', () => {
  it('nomme pour chaque cellule sa colonne, son bandeau et sa rangée', async () => {
    const [premiere] = exemple().pieces;
    const { bytes } = await renderPdf(exemple({ pieces: [{ ...premiere, children: [CALENDRIER] } as never] }), options());
    const { racine } = await lire(bytes as Uint8Array);
    const table = elements(racine).find(({ type, enfants }) => type === 'Table' && enfants.some((e) => typeof e !== 'string' && e.type === 'Caption')) as Noeud;
    const texte = (n: Noeud): string => n.enfants.map((e) => (typeof e === 'string' ? e : texte(e))).join('').trim();
    const cellules = elements(table).filter(({ type }) => type === 'TH' || type === 'TD');
    const parId = new Map(cellules.flatMap((n) => (n.attributs['ID'] === undefined ? [] : [[n.attributs['ID'], texte(n)] as const])));
    const entetes = (n: Noeud): readonly string[] => (n.attributs['Headers'] ?? '').split(/[^\w]+/).filter((id) => id !== '').map((id) => parId.get(id) ?? `? ${id}`);
    expect(cellules.map((n) => [n.type, n.attributs['Scope'] ?? '', texte(n), ...entetes(n)].join(' | '))).toEqual([
      'TH | Column | Action', 'TH | Column | 2024', 'TH | Column | 2025',
      'TH | Column | Axe un',
      'TH | Row | Ouvrir | Action | Axe un', 'TD |  | 2024 | 2024 | Axe un | Ouvrir', 'TD |  |  | 2025 | Axe un | Ouvrir',
      'TH | Column | Axe deux',
      'TH | Row | Fermer | Action | Axe deux', 'TD |  |  | 2024 | Axe deux | Fermer', 'TD |  | 2025 | 2025 | Axe deux | Fermer',
    ]);
  });
});
