import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';
import { COLORS, STYLE } from '../../src/report/style-html.ts';
import { constats, contexte, sources } from './jeu.ts';

const page = html(constats, sources, contexte);

describe('la page html', () => {
  it('est en français, seule dans son fichier, sans script', () => {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="fr">/);
    expect(page).not.toMatch(/<script|<link|\son\w+=|url\(|@import|src=/i);
  });

  it('dit le verdict avant le détail, et les erreurs avant le reste', () => {
    const at = (text: string): number => {
      expect(page, text).toContain(text);
      return page.indexOf(text);
    };
    const order = ['<h1>Contrôle des sources de «\u00A0Val d’été &amp; &lt;Cie&gt;\u00A0»</h1>', 'L’acte ne peut pas être produit\u00A0: 5\u00A0points à corriger.', '<nav aria-label="Sommaire">', '<main id="contenu"', '<table>', '<h2 id="erreur">À corriger (5)</h2>', '<h2 id="avertissement">À regarder avant de signer (1)</h2>', '<h2 id="information">Pour information (1)</h2>', '</main>', '<footer>'].map(at);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('a des repères, des titres sans saut, et des renvois qui aboutissent', () => {
    for (const tag of ['header', 'nav', 'main', 'footer', 'h1']) expect(page.match(new RegExp(`<${tag}[ >]`, 'g')), tag).toHaveLength(1);
    const levels = [...page.matchAll(/<h([1-6])/g)].map((m) => Number(m[1]));
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]));
    const targets = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)].map((m) => m[1]);
    expect(targets.length).toBeGreaterThan(5);
    for (const target of targets) expect(ids).toContain(target);
  });

  it('nomme la gravité en toutes lettres, l’endroit, l’extrait et ce qu’il faut faire', () => {
    expect(page.match(/<article class="point /g)).toHaveLength(constats.length);
    expect(page.match(/<h4>(Erreur|Avertissement|Information)\u00A0: /g)).toHaveLength(constats.length);
    expect(page).toContain('<pre>deux: « <mark>é</mark> » a &lt;b&gt;b&lt;/b&gt; &amp; ');
    expect(page).toContain('<strong>Que faire</strong>\u00A0: Écrivez {{caf}}');
    expect(page).toContain('Le territoire dans son ensemble');
  });

  it('neutralise ce que les sources contiennent', () => {
    expect(page).not.toMatch(/<b>|\u202E|\u0001/);
    expect(page).toContain('&lt;U+202E&gt;');
  });

  it('rassure quand il n’y a rien', () => {
    const vide = html([], sources, { ...contexte, project: null });
    expect(vide).toContain('<p class="verdict sain">L’acte peut être produit\u00A0: rien à corriger.</p>');
    expect(vide).not.toContain('<table>');
  });
});

/** Luminance relative (WCAG 2.2) d'une couleur « #rrggbb ». */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(color.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe('contrastes de la page', () => {
  const { text, muted, page: fond, tint, mark, link, erreur, avertissement, information } = COLORS;
  it.each([['texte', text, fond], ['texte sur fond', text, tint], ['secondaire', muted, fond], ['secondaire sur fond', muted, tint], ['surligné', text, mark], ['lien', link, fond]])('%s : au moins 4,5', (_, a, b) => {
    expect(contrast(a, b)).toBeGreaterThanOrEqual(4.5);
  });
  it.each([['erreur', erreur], ['avertissement', avertissement], ['information', information]])('filet %s : au moins 3', (_, color) => {
    expect(contrast(color, fond)).toBeGreaterThanOrEqual(3);
    expect(contrast(color, tint)).toBeGreaterThanOrEqual(3);
  });
  it('toutes les couleurs de la feuille sont dans la liste', () => {
    const used = [...STYLE.matchAll(/#[0-9a-f]{3,6}\b/gi)].map((m) => m[0]);
    expect(used.length).toBeGreaterThan(10);
    for (const color of used) expect(Object.values(COLORS)).toContain(color);
  });
});
