import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openGeographie } from '../../src/geographie/geographie.ts';

const open = () =>
  openGeographie((file) => {
    try {
      return readFileSync(new URL(`../../dist/geographie/${file}`, import.meta.url), 'utf8');
    } catch {
      return null;
    }
  });

describe('géographie officielle', () => {
  const geographie = open();

  it('est bâtie et datée', () => {
    expect(geographie?.millesime).toBe(2026);
    expect(geographie?.departement('Saône-et-Loire')).toBe('71');
    expect(geographie?.region('71')).toBe('Bourgogne-Franche-Comté');
    expect(geographie?.region('06')).toBe('Provence-Alpes-Côte d’Azur');
    expect(geographie?.region('99')).toBeNull();
    expect(geographie?.noms('71').length).toBeGreaterThan(500);
  });

  it('connaît le code, le SIREN, l’EPCI et la liaison de chaque commune', () => {
    const creusot = geographie?.commune('71153');
    expect(creusot).toMatchObject({ nom: 'Le Creusot', de: 'du Creusot', siren: '217101534' });
    expect(geographie?.epci(creusot?.epci ?? '', '71')?.membres).toContain('71153');
    expect(geographie?.nommees('ecuisses', '71')[0]?.de).toBe('d’Écuisses');
    expect(geographie?.nommees('Les Bizots', '71')[0]?.de).toBe('des Bizots');
  });

  it('connaît les départements, leur liaison, leur région, leurs EPCI', () => {
    const de = (nom: string): string | undefined => geographie?.departements.find((d) => d.nom === nom)?.de;
    expect([de('Saône-et-Loire'), de('Yvelines'), de('Val-d’Oise'), de('Essonne'), de('Gironde')]).toEqual(['de Saône-et-Loire', 'des Yvelines', 'du Val-d’Oise', 'de l’Essonne', 'de la Gironde']);
    expect(geographie?.departements.find((d) => d.code === '71')?.region).toBe('Bourgogne-Franche-Comté');
    expect(geographie?.epcis('71').map((e) => e.siren)).toContain('247100290');
    expect(geographie?.communes('71').length).toBeGreaterThan(500);
  });

  it('connaît les communes fusionnées, et se tait sur un nom inconnu', () => {
    expect(geographie?.ancienne('Arbignieu', '01')?.nouvelle).toBe('01015');
    expect(geographie?.nommees('Atlantis', '71')).toEqual([]);
    expect(geographie?.commune('99999')).toBeNull();
  });

  it('sans données, il n’y a pas de géographie', () => {
    expect(openGeographie(() => null)).toBeNull();
  });
});
