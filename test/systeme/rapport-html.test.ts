import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';
import { constats, contexte, sources } from '../report/jeu.ts';
import { manque, valider } from '../word/outils.ts';
import { accessibilite, CHROMIUM } from './chromium.ts';

describe.skipIf(manque('java', '-version'))('la page de rapport', () => {
  it('est valide d’après le validateur du W3C, et ne l’est plus si on l’abîme', () => {
    const pages = { 'plein.html': html(constats, sources, contexte), 'vide.html': html([], sources, contexte), 'limite.html': html(constats, sources, { ...contexte, max: 1 }) };
    expect(valider(pages)).toEqual([]);
    expect(valider({ 'abime.html': html(constats, sources, contexte).replace('<h1>', '<h1><p>') })).not.toEqual([]);
  });
});

describe.skipIf(CHROMIUM === undefined && process.env['CI'] === undefined)('la page de rapport, dans Chromium', () => {
  it('est accessible d’après axe-core, et ne l’est plus si on l’abîme', async () => {
    const plein = html(constats, sources, contexte);
    const trouve = await accessibilite({ plein, vide: html([], sources, contexte), abime: plein.replace(/<html lang="[^"]*"/, '<html').replace(/<title>[^<]*<\/title>/, '') });
    expect(trouve['plein']?.passees).toBeGreaterThan(15);
    expect(trouve['plein']?.reproches).toEqual([]);
    expect(trouve['vide']?.reproches).toEqual([]);
    expect(trouve['abime']?.reproches.map((r) => r.split(' ')[0])).toEqual(expect.arrayContaining(['document-title', 'html-has-lang']));
  });
});
