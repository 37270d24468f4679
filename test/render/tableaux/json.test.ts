import { describe, expect, it } from 'vitest';
import { planJson } from '../../../src/render/tableaux/index.ts';
import { exemple } from '../html/exemple.ts';

describe('planJson', () => {
  it('garde les valeurs brutes', () => {
    const json = JSON.parse(planJson(exemple) ?? '') as { actions: { echeances: unknown; niveaux: unknown[]; fiche: unknown }[] } & Record<string, unknown>;
    expect(Object.keys(json)).toEqual(['format', 'titre', 'territoire', 'periode', 'empreinte', 'niveaux', 'libelle_action', 'actions']);
    expect(json['format']).toBe(1);
    expect(json['periode']).toBe('2024-2027');
    expect(json.actions).toHaveLength(4);
    expect(json.actions[0]?.echeances).toEqual([2024, 2025]);
    expect(json.actions[0]?.fiche).toBe('Fiche-action 1');
    expect(json.actions[3]?.niveaux[1]).toBeNull();
  });

  it('est stable d’un appel à l’autre et rend null sans plan', () => {
    expect(planJson(exemple)).toBe(planJson(exemple));
    expect(planJson({ ...exemple, pieces: [] })).toBeNull();
  });
});
