import { describe, expect, it } from 'vitest';
import { theme } from './theme.ts';

/** Luminance relative (WCAG 2.2) d'une couleur « #rrggbb ». */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(color.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const { ink, text, muted, tint, band, blank } = theme.colors;

describe('contrastes des pages HTML', () => {
  it('mesure juste', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
  it.each([
    ['texte', text, '#ffffff'], ['titres et liens', ink, '#ffffff'], ['texte secondaire', muted, '#ffffff'], ['en-têtes de tableau', ink, tint],
    ['secondaire sur fond', muted, tint], ['échéances', ink, band], ['bandes d’axe', '#ffffff', ink], ['blancs à compléter', text, blank],
  ])('%s : au moins 4,5', (_name, a, b) => {
    expect(contrast(a, b)).toBeGreaterThanOrEqual(4.5);
  });
});
