import { describe, expect, it } from 'vitest';
import { renderHtml, renderPlanHtml } from '../../src/render/html/index.ts';
import { exemple } from '../render/html/exemple.ts';
import { theme } from '../render/html/theme.ts';
import { manque, valider } from './outils.ts';

describe.skipIf(manque('java', '-version'))('validité du HTML', () => {
  it('ne laisse ni erreur ni avertissement au validateur', () => {
    const pages = {
      'convention.html': renderHtml(exemple, { theme, pages: 12 }),
      'brouillon.html': renderHtml({ ...exemple, pieces: exemple.pieces.slice(0, 1) }, { theme, pages: null }),
      'plan-actions.html': renderPlanHtml(exemple, { theme }) ?? '',
    };
    expect(valider(pages)).toEqual([]);
  }, 60_000);

  it('voit une faute quand il y en a une', () => {
    expect(valider({ 'faute.html': '<!DOCTYPE html><html lang="fr"><title>x</title><body><sdfield>1</sdfield></body></html>' }).map((m) => m.type)).toContain('error');
  }, 60_000);
});
