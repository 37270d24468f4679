import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';
import { constats, contexte, sources } from '../report/jeu.ts';
import { manque, valider } from '../word/outils.ts';

describe.skipIf(manque('java', '-version'))('la page de rapport', () => {
  it('est valide d’après le validateur du W3C, et ne l’est plus si on l’abîme', () => {
    const pages = { 'plein.html': html(constats, sources, contexte), 'vide.html': html([], sources, contexte), 'limite.html': html(constats, sources, { ...contexte, max: 1 }) };
    expect(valider(pages)).toEqual([]);
    expect(valider({ 'abime.html': html(constats, sources, contexte).replace('<h1>', '<h1><p>') })).not.toEqual([]);
  });
});
