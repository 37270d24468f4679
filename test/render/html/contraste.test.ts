import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaHabillage, THEMES } from '../../../schemas/theme.ts';
import { contraste } from '../../../src/base/contraste.ts';
import { teinte } from '../../../src/graphiques/couleurs.ts';

it('le contraste se mesure juste', () => {
  expect(contraste('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contraste('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(THEMES)('l’habillage %s', (nom) => {
  const theme = schemaHabillage.parse(parse(readFileSync(new URL(`../../../templates/theme/${nom}.yaml`, import.meta.url), 'utf8')));
  const { ink, text, muted, tint, band, blank } = theme.colors;
  it.each([
    ['texte', text, '#ffffff'], ['titres et liens', ink, '#ffffff'], ['texte secondaire', muted, '#ffffff'], ['texte sur fond', text, tint], ['en-têtes de tableau', ink, tint],
    ['secondaire sur fond', muted, tint], ['échéances', ink, band], ['bandes d’axe', '#ffffff', ink], ['blancs à compléter', text, blank], ['rang d’une commune', text, teinte(ink, 0.45)],
  ])('%s : au moins 4,5', (_name, a, b) => {
    expect(contraste(a, b)).toBeGreaterThanOrEqual(4.5);
  });
});
