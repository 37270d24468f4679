import { describe, expect, it } from 'vitest';
import { memoryHost } from '../../src/host/memory.ts';
import { analyze } from '../../src/pipeline/analyze.ts';
import { noCache } from '../../src/pipeline/cache.ts';
import { hote, MINIMAL } from './projet.ts';

const territoire = (communes: string, tete = 'type: bassin de vie\ndepartement: Saône-et-Loire'): string => `nom: Bassin nord\narticle: le\n${tete}\ncommunes:\n${communes}`;
const livrees = hote({});
const sansGeographie = { ...livrees, resource: (nom: string) => (nom.includes('geographie') ? null : livrees.resource(nom)) };
const constats = (texte: string) => {
  const { projet, diagnostics } = analyze(hote({ ...MINIMAL, 'territoire.yaml': texte }), noCache);
  expect(projet.geographie, 'géographie officielle absente : npm run build').not.toBeNull();
  return diagnostics.filter((d) => d.code.startsWith('CTG43'));
};
const codes = (texte: string): readonly string[] => constats(texte).map((d) => d.code);

describe('géographie officielle', () => {
  it('propose le nom officiel, et dit son millésime', () => {
    const [seul, ...autres] = constats(territoire('  - nom: Saint-Julien-sur-Dheunne\n'));
    expect(autres).toEqual([]);
    expect(seul).toMatchObject({ code: 'CTG4302', hint: 'Vouliez-vous dire «\u00A0Saint-Julien-sur-Dheune\u00A0»\u202F?' });
    expect(seul?.message).toContain('géographie officielle de 2026');
  });

  it('nomme la commune nouvelle', () => {
    expect(constats(territoire('  - nom: Clermain\n'))[0]?.message).toContain('Navour-sur-Grosne');
  });

  it('propose le département', () => {
    const [seul] = constats(territoire('  - nom: Le Creusot\n', 'type: commune\ndepartement: Saone et Loir'));
    expect(seul).toMatchObject({ code: 'CTG4301', hint: 'Vouliez-vous dire «\u00A0Saône-et-Loire\u00A0»\u202F?' });
  });

  it.each([
    ['  - { nom: le creusot }\n', []],
    ['  - { nom: LE CREUSOT, insee: "71153" }\n', []],
    ['  - { nom: Torcy, insee: "71153" }\n', ['CTG4304']],
    ['  - { nom: Torcy, insee: "71999" }\n', ['CTG4304']],
    ['  - { nom: Aubergenville, insee: "78029" }\n', ['CTG4310']],
    ['  - { nom: Aubergenville }\n', ['CTG4302']],
    ['  - { nom: Le Creusot, article: le }\n', []],
    ['  - { nom: Le Creusot, article: aucun }\n', ['CTG4305']],
    ['  - { nom: Le Creusot, population: 22000 }\n', []],
    ['  - { nom: Le Creusot, population: 23000 }\n', ['CTG4309']],
  ])('%j', (communes, attendus) => {
    expect(codes(territoire(communes))).toEqual(attendus);
  });

  it('compare l’intercommunalité à ses membres', () => {
    const cucm = (type: string, siren: string): string => `type: ${type}\ndepartement: Saône-et-Loire\nepci: { nom: CUCM, siren: "${siren}" }`;
    const bassin = '  - nom: Le Creusot\n  - nom: Torcy\n';
    expect(codes(territoire(bassin, cucm('bassin de vie', '247100290')))).toEqual([]);
    expect(codes(territoire(bassin, cucm('communauté urbaine', '247100290')))).toEqual(['CTG4308']);
    expect(codes(territoire(bassin, cucm('bassin de vie', '247100291')))).toEqual(['CTG4307']);
    expect(codes(territoire(`${bassin}  - nom: Autun\n`, cucm('bassin de vie', '247100290')))).toEqual(['CTG4306']);
    expect(constats(territoire(bassin, cucm('communauté urbaine', '247100290')))[0]?.message).toContain('34\u00A0communes');
  });

  it('se tait sans données, et sur un territoire d’exemple', () => {
    const faux = { ...MINIMAL, 'territoire.yaml': territoire('  - { nom: Torcyy, insee: "71153" }\n', 'type: bassin de vie\ndepartement: Saone') };
    const { projet, diagnostics } = analyze(memoryHost({ files: faux, resources: sansGeographie }), noCache);
    expect(projet.geographie).toBeNull();
    expect(diagnostics.filter((d) => d.code.startsWith('CTG43'))).toEqual([]);
    expect(codes(MINIMAL['territoire.yaml'] ?? '')).toEqual([]);
  });
});
