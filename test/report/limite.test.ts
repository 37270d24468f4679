import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/base/diagnostic.ts';
import { codeframe } from '../../src/report/codeframe.ts';
import { html } from '../../src/report/html.ts';
import { limit } from '../../src/report/limite.ts';
import { markdown } from '../../src/report/markdown.ts';
import { autre, constat, contexte, sources, texte } from './jeu.ts';

const liste = [...Array.from({ length: 14 }, (_, i) => constat(texte, 'un', { severity: i === 13 ? 'erreur' : ('avertissement' as Severity), message: `n° ${i}` })), constat(autre, 'modele')];

describe('--max', () => {
  it('garde les plus graves de chaque fichier, dans l’ordre reçu', () => {
    const { shown, hidden } = limit(liste, 2);
    expect(shown.map((d) => d.message)).toEqual(['n° 0', 'n° 13', 'Message.']);
    expect(hidden).toHaveLength(12);
    expect(limit(liste, null)).toEqual({ shown: liste, hidden: [] });
  });

  it('se dit à la fin de chaque fichier, et ne change pas le compte', () => {
    const text = codeframe(liste, sources, { color: false, max: 2 });
    expect(text.match(/ … et 12 autres dans ce fichier\n/g)).toHaveLength(1);
    expect(text.indexOf('n° 13')).toBeLessThan(text.indexOf('et 12 autres'));
    expect(text.indexOf('et 12 autres')).toBeLessThan(text.indexOf('convention.yaml'));
    expect(text).toMatch(/2\u00A0erreurs, 13\u00A0avertissements dans 2\u00A0fichiers\.\n$/);
    for (const render of [markdown, html]) {
      const page = render(liste, sources, { ...contexte, max: 2 });
      expect(page.match(/… et 12 autres dans ce fichier/g)).toHaveLength(1);
      expect(page).toContain('2\u00A0erreurs, 13\u00A0avertissements dans 2\u00A0fichiers.');
      expect(page).not.toContain('n° 5');
    }
  });

  it('accorde au singulier, et hors de tout fichier', () => {
    expect(codeframe(liste.slice(0, 3), sources, { color: false, max: 2 })).toContain('… et 1 autre dans ce fichier');
    const seuls = liste.slice(0, 3).map((d) => ({ ...d, span: null }));
    expect(codeframe(seuls, sources, { color: false, max: 1 })).toContain('… et 2 autres hors de tout fichier');
  });
});
