import { describe, expect, it } from 'vitest';
import type { DocumentTree, PlanRow } from '../../../src/document/arbre.ts';
import { csvCell } from '../../../src/render/tableaux/csv.ts';
import { planCsv } from '../../../src/render/tableaux/index.ts';
import { exemple, ligne } from '../html/exemple.ts';

/** L'exemple, réduit à un plan fait de ces lignes. */
function avec(rows: readonly PlanRow[]): DocumentTree {
  const piece = exemple.pieces.find((p) => p.id === 'plan');
  if (piece === undefined) throw new Error('l’exemple a perdu son plan');
  return { ...exemple, pieces: [{ ...piece, children: [{ type: 'plan-actions', levels: ['Axe', 'Objectif stratégique'], actionLabel: 'Action', rows }] }] };
}

/** Lit un CSV à point-virgule selon la RFC 4180. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ';') rows.push([]);
  }
  rows.pop();
  return rows;
}

describe('planCsv', () => {
  it('commence par l’indicateur d’ordre des octets et finit chaque ligne par CRLF', () => {
    const csv = planCsv(exemple) ?? '';
    expect([...new TextEncoder().encode(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv.split('\r\n')).toHaveLength(6);
  });

  it('donne une colonne par niveau, puis l’action, et omet les colonnes vides', () => {
    const [head, first, , , last] = read((planCsv(exemple) ?? '').slice(1));
    expect(head).toEqual(['Axe', 'Objectif stratégique', 'Action', 'Thématiques', 'Pilotes', 'Partenaires', 'Échéance', 'Indicateurs', 'Offre', 'Avancement', 'Fiche']);
    expect(first?.slice(0, 2)).toEqual(['1 Accueillir chaque enfant', '1.1 Développer l’offre d’accueil du jeune enfant']);
    expect(first?.[6]).toBe('2024 ; 2025');
    expect(first?.at(-1)).toBe('Fiche-action 1');
    expect(last?.[1]).toBe('');
  });

  it('retrouve tels quels guillemets, points-virgules et retours à la ligne', () => {
    const title = 'Dire « oui » ; puis "non"\r\net recommencer';
    const rows = read((planCsv(avec([ligne(1, { title })])) ?? '').slice(1));
    expect(rows).toHaveLength(2);
    expect(rows[1]?.[2]).toBe(`1.1.1 ${title}`);
  });

  it('rend null sans plan d’actions', () => {
    expect(planCsv({ ...exemple, pieces: [] })).toBeNull();
  });

  it('garde l’en-tête d’un plan sans action', () => {
    expect(planCsv(avec([]))).toBe('\uFEFFAction\r\n');
  });
});

describe('csvCell', () => {
  it.each(['=HYPERLINK("http://x")', '+33 1 23', '- 3 ans', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('désarme %j', (value) => {
    expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/);
  });
  it.each(['3 - 6 ans', 'a=b', 'contact@ville.fr', '3,5', ''])('laisse %j', (value) => {
    expect(csvCell(value)).toBe(value);
  });
  it('désarme une formule cachée dans un pilote', () => {
    expect(planCsv(avec([ligne(1, { pilotes: ['=cmd|A1'] })]))).toContain(";'=cmd|A1;");
  });
});
