import { describe, expect, it } from 'vitest';
import type { Block, PlanActions, PlanRow } from '../../../src/document/arbre.ts';
import { renderPdf } from '../../../src/render/pdf/index.ts';
import { exemple, options, p, planRows } from './exemple.ts';
import { sansPoppler, textes } from './poppler.ts';

const opts = options();
const plan = (levels: string[], rows: PlanRow[]): PlanActions => ({ type: 'plan-actions', levels, actionLabel: 'Action', rows });
const rendre = (children: readonly Block[]) =>
  renderPdf(exemple({ stade: 'signature', pieces: [{ kind: 'annexe', id: 'x', anchor: 'annexe-x', label: 'Annexe\u00A01', title: 'Plan', titled: true, children }] }), opts);

describe.skipIf(sansPoppler)('variantes du plan d’actions', () => {
  it('sans niveau, sans échéance : les colonnes vides disparaissent', async () => {
    const rows = planRows.slice(0, 4).map((row) => ({ ...row, path: [], thematiques: [], partenaires: [], indicateurs: [], fiche: null, echeances: [] }));
    const { bytes, problems } = await rendre([plan([], rows)]);
    expect(problems).toEqual([]);
    const text = textes(bytes as Uint8Array).at(-1) as string;
    expect(text).toContain('Pilotes');
    expect(text).not.toMatch(/Partenaires|Échéance|Indicateurs|Thématique|Fiche\n/);
    for (const row of rows) expect(text.replace(/\s+/g, ' ')).toContain(row.title);
  });

  it('à trois niveaux : deux bandeaux, une colonne fusionnée, une branche sans son dernier niveau', async () => {
    const rows = planRows.slice(0, 6).map((row, i): PlanRow => ({ ...row, path: [row.path[0] ?? null, { id: 'm', number: '1.1', title: 'Niveau intermédiaire' }, i === 5 ? null : { id: `o${i >> 1}`, number: `1.1.${i >> 1}`, title: `Opérationnel ${i >> 1}` }] }));
    const { bytes, problems } = await rendre([p('Chapeau.'), plan(['Axe', 'Objectif stratégique', 'Objectif opérationnel'], rows), p('Après.')]);
    expect(problems).toEqual([]);
    const text = textes(bytes as Uint8Array).join('\n').replace(/\s+/g, ' ');
    for (const word of ['Chapeau.', 'Axe 1 – Accueillir', '1.1 Niveau intermédiaire', 'Objectif opérationnel', 'Opérationnel 2', 'Après.']) expect(text).toContain(word);
  });

  it('garde toute une action plus haute que la page', async () => {
    const title = Array.from({ length: 900 }, (_, i) => `mot${i}`).join(' ');
    const rows = planRows.slice(0, 3).map((row, i) => (i === 1 ? { ...row, title } : row));
    const { bytes, problems } = await rendre([plan(['Axe'], rows)]);
    expect(problems).toEqual([]);
    const text = textes(bytes as Uint8Array).join('\n');
    expect(Array.from({ length: 900 }, (_, i) => i).filter((i) => !new RegExp(`\\bmot${i}\\b`).test(text))).toEqual([]);
  });

  it('accepte deux fois la même ancre : le premier endroit gagne', async () => {
    const { problems } = await rendre([plan(['Axe'], planRows.slice(0, 2)), p('Encore :'), plan(['Axe'], planRows.slice(0, 2))]);
    expect(problems).toEqual([]);
  });
});
