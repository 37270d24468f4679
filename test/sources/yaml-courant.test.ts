/** Ce que le lecteur court lit, la bibliothèque le lit pareil : valeurs, textes bruts, endroits de chaque valeur et de chaque clé. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText, type Path } from '../../src/base/span.ts';
import { parseYaml } from '../../src/sources/yaml.ts';
import { parseYamlComplet } from '../../src/sources/yaml-complet.ts';
import { lireCourant } from '../../src/sources/yaml-courant.ts';
import { CAS } from '../yaml-suite/suite.ts';
import { abimes, textes } from './textes.ts';

const SIGNES = [' ', '  ', '\n', '\r\n', '\n  ', '\n- ', '- ', ': ', ':', ' #', '#', '"', "'", '[', ']', '{', '}', ', ', ',', '|', '>', '&a ', '*a', '!x ', '? ', '%', '@', '`', '~', '.', '0', '1e3', '0x1F', '-1', '+1', '.5', '1_000', 'null', 'true', 'Non', 'oui: x', '---\n', '...\n', '\t', '\u00A0', '\u2028', '\uFEFF', 'é', '🎉', '<<: ', '__proto__: a', '\\', '€', '2024-01-01', '12:30'];

function* chemins(value: unknown, path: Path = []): Iterable<Path> {
  yield path;
  yield [...path, 'absent'];
  if (value !== null && typeof value === 'object') for (const [key, item] of Object.entries(value)) yield* chemins(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Vrai si le lecteur court a lu ce texte ; il doit alors dire ce que dit la bibliothèque. */
function compare(text: string): boolean {
  if (lireCourant(text) === null) return false;
  const source = new SourceText('f.yaml', text);
  const [court, aucun] = parseYaml(source);
  const [complet, constats] = parseYamlComplet(source);
  expect(aucun).toEqual([]);
  expect(constats, text).toEqual([]);
  if (court === null || complet === null) throw new Error(`refusé : ${text}`);
  expect(court.value, text).toEqual(complet.value);
  expect(JSON.stringify(court.value), text).toBe(JSON.stringify(complet.value));
  for (const path of chemins(complet.value)) {
    for (const target of ['value', 'key'] as const) expect(court.at(path, target), `${path.join('.')} (${target}) dans\n${text}`).toEqual(complet.at(path, target));
    expect(court.raw(path), path.join('.')).toBe(complet.raw(path));
  }
  return true;
}

describe('le YAML courant se lit comme par la bibliothèque', () => {
  const livres = textes('.yaml');

  it('dans tous les textes livrés, et presque tous sont de forme courante', () => {
    const lus = livres.filter(compare).length;
    expect(lus / livres.length).toBeGreaterThan(0.8);
  });

  it('avec les fins de ligne de Windows', () => {
    expect(livres.slice(0, 40).filter((t) => compare(t.replaceAll('\n', '\r\n'))).length).toBeGreaterThan(20);
  });

  it('dans la suite officielle', () => {
    expect(CAS.filter((c) => compare(c.yaml)).length).toBeGreaterThanOrEqual(12);
  });

  it('dans des textes abîmés', () => {
    let lus = 0;
    fc.assert(fc.property(abimes(livres, SIGNES), (text) => void (compare(text) && lus++)), { numRuns: 3000 });
    expect(lus).toBeGreaterThan(300);
  }, 60_000);
});
