import { beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html/index.ts';
import { exemple } from '../render/html/exemple.ts';
import { theme } from '../render/html/theme.ts';
import { docx, manque } from './outils.ts';

/** Ce qui reste de la page HTML quand un traitement de texte la reprend. */
describe.skipIf(manque('soffice', '--version'))('conversion en .docx par LibreOffice', () => {
  let parts: ReadonlyMap<string, string>;
  let document: string;
  const part = (name: string): string => parts.get(name) ?? '';
  /** Paragraphes d'un style, en texte. */
  const styled = (style: string): string[] =>
    [...document.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
      .filter((m) => m[1]?.includes(`<w:pStyle w:val="${style}"/>`))
      .map((m) => [...(m[1] ?? '').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((t) => t[1]).join(''));
  /** Texte qui précède chaque saut de page. */
  const breaks = (): number => [...document.matchAll(/<w:br w:type="page"\/>|<w:pageBreakBefore\/>/g)].length;

  beforeAll(() => {
    parts = docx(renderHtml(exemple, { theme, pages: 12 }));
    document = part('word/document.xml');
  }, 120_000);

  it('donne aux titres les styles de titre, le rang et l’intitulé sur une ligne', () => {
    expect(styled('Heading1')).toEqual(['Convention territoriale globale']);
    expect(styled('Heading2')).toEqual(['Article 1 – Durée de la convention', 'Annexe 1 – Plan d’actions', 'Annexe 2 – Fiches-actions', 'Annexe 3 – Pièces jointes']);
    expect(styled('Heading3')).toContain('1.1 Prise d’effet');
    expect(styled('Heading3')).toContain('Fiche-action 2 – Lieu d’accueil enfants-parents');
    expect(styled('Heading4')).toContain('Détail');
    expect(part('word/styles.xml')).toMatch(/w:styleId="Heading2".*?<w:outlineLvl w:val="1"\/>/s);
  });

  it('garde les paragraphes dans des styles à leur nom', () => {
    const styles = part('word/styles.xml');
    for (const name of ['visa', 'chapeau', 'note', 'cloture', 'legende']) expect(styles).toContain(`<w:name w:val="Text Body.${name}"/>`);
    expect(document).toMatch(/w:val="TextBodyvisa"\/>.*?<w:ind w:left="567" w:hanging="567"\/>/s);
  });

  it('répète les lignes d’en-tête des tableaux et garde les cellules fondues', () => {
    // Équipements, et les deux lignes du plan.
    expect([...document.matchAll(/<w:tblHeader w:val="true"\/>/g)]).toHaveLength(3);
    expect(document).toContain('<w:vMerge w:val="restart"/>');
    expect(document).toContain('<w:gridSpan w:val="7"/>');
  });

  it('commence une page au sommaire, à l’acte, à chaque annexe et à chaque fiche qui n’ouvre pas la sienne', () => {
    expect(breaks()).toBe(6);
  });

  it('porte un en-tête courant et un pied avec les champs de page', () => {
    const headers = [...parts].filter(([name]) => name.startsWith('word/header')).map(([, xml]) => xml);
    const footers = [...parts].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml);
    expect(headers.join()).toContain('CTG de Beauval – PROJET');
    expect(footers.join()).toMatch(/<w:instrText[^>]*> PAGE <\/w:instrText>/);
    expect(footers.join()).toMatch(/<w:instrText[^>]*> NUMPAGES/);
    expect(footers.join()).toContain('a1b2c3d4');
  });

  it('change les ancres en signets et les renvois en liens', () => {
    for (const anchor of ['article-duree', 'annexe-plan', 'action-1', 'fiche-guichet', 'signatures']) expect(document).toContain(`w:name="${anchor}"`);
    expect(document).toContain('<w:hyperlink w:anchor="annexe-plan"');
    expect(part('word/_rels/document.xml.rels')).toContain('Target="https://www.caf.fr/?a=1&amp;b=2"');
  });

  it('lie chaque appel de note à sa note, et chaque note à son appel', () => {
    for (const anchor of ['appel-1-article-duree', 'note-1-article-duree', 'appel-2-article-duree', 'note-2-article-duree']) {
      expect(document).toContain(`w:name="${anchor}"`);
      expect(document).toContain(`<w:hyperlink w:anchor="${anchor}"`);
    }
    // L'appel est au-dessus de la ligne.
    expect(document).toMatch(/<w:position w:val="[1-9]\d*"\/>(?:<w:sz w:val="\d+"\/>)?<\/w:rPr><w:t>1<\/w:t>/);
    expect(styled('TextBodytextenote')).toEqual(['Insee, recensement.\u00A0↑', 'Caf :', '↑']);
  });

  it('garde la numérotation des listes et leur départ', () => {
    expect(document).toMatch(/<w:ilvl w:val="1"\/>/);
    expect(part('word/numbering.xml')).toContain('<w:start w:val="3"/>');
  });

  it('surligne les blancs, ne coupe pas les signatures et reste en une section', () => {
    expect(document).toMatch(new RegExp(`<w:shd w:fill="${theme.colors.blank.slice(1)}"[^>]*/>.{0,200}……`, 's'));
    expect([...document.matchAll(/<w:cantSplit/g)]).toHaveLength(2);
    expect([...document.matchAll(/<w:sectPr>/g)]).toHaveLength(1);
  });

  it('est en français et n’imprime rien de ce qui est réservé aux navigateurs ou à Word', () => {
    expect(part('word/styles.xml')).toContain('w:val="fr-FR"');
    expect(document).not.toContain('Aller au contenu');
    expect(document).not.toContain('F9');
  });
});
