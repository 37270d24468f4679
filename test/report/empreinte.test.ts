import { expect, it } from 'vitest';
import { empreinte } from '../../src/base/empreinte.ts';

// Valeurs publiées par les auteurs de FNV pour FNV-1a 64 bits.
it.each([['', 'cbf29ce484222325'], ['a', 'af63dc4c8601ec8c'], ['foobar', '85944171f73967e8']])('FNV-1a 64 de « %s »', (texte, attendu) => {
  expect(empreinte(texte)).toBe(attendu);
});
