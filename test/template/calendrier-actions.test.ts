import { describe, expect, it } from 'vitest';
import type { PlanRow } from '../../src/document/arbre.ts';
import { inlineText } from '../../src/document/texte.ts';
import { calendrierActions } from '../../src/template/fragments/calendrier-actions.ts';

const axe = (id: string) => ({ id, number: id, title: `Axe ${id}` });
const rang = (number: string, axeId: string | null, ...echeances: number[]): PlanRow => ({ id: number, anchor: `a-${number}`, path: [axeId === null ? null : axe(axeId)], thematiques: [], number, title: `Action ${number}`, pilotes: [], partenaires: [], echeances, indicateurs: [], offre: null, avancement: null, priorite: null, territoires: [], fiche: null });
const SIX = [rang('1.1', '1', 2024, 2026), rang('1.2', '1'), rang('1.3', '1', 2025), rang('2.1', '2', 2024), rang('2.2', '2', 2025), rang('2.3', '2', 2026)];

describe('le calendrier des actions', () => {
  it('a une colonne par année, une rangée par action, un bandeau par axe, et ne marque que les années prévues', () => {
    const [table] = calendrierActions(SIX, 'Action');
    if (table?.type !== 'table') throw new Error('pas de tableau');
    const texte = (rows: typeof table.body): string[] => rows.map((row) => row.map((c) => c.children.flatMap((b) => (b.type === 'paragraph' ? [`${inlineText(b.children)}${c.mark === true ? '*' : ''}`] : [])).join('')).join('|').replaceAll('\u00A0', ' '));
    expect(texte(table.head)).toEqual(['Action|2024|2025|2026']);
    expect(texte(table.body)).toEqual(['1  Axe 1', '1.1  Action 1.1|2024*||2026*', '1.2  Action 1.2|||', '1.3  Action 1.3||2025*|', '2  Axe 2', '2.1  Action 2.1|2024*||', '2.2  Action 2.2||2025*|', '2.3  Action 2.3|||2026*']);
    expect(table.widths).toHaveLength(4);
  });
  it.each([
    ['un plan court', SIX.slice(0, 5)],
    ['un plan d’une seule année', SIX.map((r) => ({ ...r, echeances: [2025] }))],
    ['un plan sans échéance', SIX.map((r) => ({ ...r, echeances: [] }))],
    ['des années trop éloignées', [...SIX, rang('3.1', '3', 2040)]],
  ])('s’abstient pour %s', (_quoi, rows) => {
    expect(calendrierActions(rows, 'Action')).toEqual([]);
  });
});
