import { describe, expect, it } from 'vitest';
import { makeSigles } from '../../src/render/pdf/sigles.ts';

const sigles = makeSigles(new Map([['Caf', 'Caisse d’allocations familiales'], ['AF', 'Allocations familiales'], ['CNAF', 'Caisse nationale'], ['C.I.A.', 'à sa façon']]));
const lus = (text: string, seen = new Set<string>()): string[] => sigles(text, seen).map((part) => (part.tag === null ? part.text : `${part.text}=${part.tag.expansion ?? ''}`));

describe('les sigles', () => {
  it('se développent une fois par paragraphe, sans changer le texte', () => {
    const seen = new Set<string>();
    expect(lus('La Caf et la Caf.', seen)).toEqual(['La ', 'Caf=Caisse d’allocations familiales', ' et la Caf.']);
    expect(lus('Encore la Caf', seen)).toEqual(['Encore la Caf']);
    expect(lus('Encore la Caf')).toEqual(['Encore la ', 'Caf=Caisse d’allocations familiales']);
  });

  it('sont des mots entiers, tels qu’écrits', () => {
    expect(lus('Café, CAF-1, la caf, CNAF ; AF')).toEqual(['Café, CAF-1, la caf, ', 'CNAF=Caisse nationale', ' ; ', 'AF=Allocations familiales']);
    expect(lus('le C.I.A. ici')).toEqual(['le ', 'C.I.A.=à sa façon', ' ici']);
    expect(lus('')).toEqual(['']);
  });
});
