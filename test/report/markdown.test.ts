import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { markdown, plain } from '../../src/report/markdown.ts';
import { PIEGE, constat, constats, contexte, sources, texte } from './jeu.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
const parser = unified().use(remarkParse).data({ micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown()] });
const lire = (text: string): Node => parser.parse(text);
const texteDe = (node: Node): string => node.value ?? (node.children ?? []).map(texteDe).join('');
const tous = (node: Node, type: string): readonly Node[] => [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => tous(child, type))];

describe('markdown', () => {
  it('est un titre, le compte, un tableau par fichier, puis un repli par fichier', () => {
    const arbre = lire(markdown(constats, sources, contexte));
    expect(texteDe(tous(arbre, 'heading')[0] as Node)).toBe('ctg\u00A0: L’acte ne peut pas être produit\u00A0: 5\u00A0points à corriger.');
    const lignes = tous(arbre, 'tableRow').map((row) => (row.children ?? []).map(texteDe));
    expect(lignes).toEqual([
      ['Fichier', 'Erreurs', 'Avertissements', 'Informations'],
      [texte.file, '1', '1', '1'],
      ['convention.yaml', '2', '0', '0'],
      ['perdu.yaml', '1', '0', '0'],
      ['Le territoire dans son ensemble', '1', '0', '0'],
    ]);
    const balises = tous(arbre, 'html').map((n) => n.value);
    expect(balises.filter((b) => b === '</details>')).toHaveLength(4);
    expect(balises[0]).toBe(`<details>\n<summary>${texte.file} (3\u00A0constats)</summary>`);
  });

  it('montre chaque message et chaque conseil mot pour mot, sans effet de ce qu’ils contiennent', () => {
    const arbre = lire(markdown(constats, sources, contexte));
    expect(tous(arbre, 'html').map((n) => n.value).filter((b) => !/^(<details>\n<summary>[^<]*<\/summary>|<\/details>)$/.test(b ?? ''))).toEqual([]);
    for (const type of ['link', 'image', 'emphasis', 'inlineCode', 'linkReference', 'list', 'blockquote']) expect(tous(arbre, type), type).toEqual([]);
    const paragraphes = tous(arbre, 'paragraph').map((p) => texteDe(p).replaceAll('\u200B', ''));
    const visible = (s: string): string => s.replaceAll('\uFFFE', '<U+FFFE>').replaceAll('\u202E', '<U+202E>').replaceAll('\u0001', '<U+0001>').replaceAll('\n', ' ');
    expect(paragraphes).toContain(visible(`${PIEGE}\nseconde ligne`));
    expect(paragraphes).toContain(visible(`Que faire\u00A0: Écrivez {{caf}} ou [](article:duree), ${PIEGE}`));
  });

  it('n’interpelle personne et ne renvoie à aucun numéro', () => {
    const rendu = tous(lire(plain(PIEGE)), 'text').map((n) => n.value).join('');
    expect(rendu).not.toMatch(/@\w|#\d|!\d|www\.|https?:/);
  });

  it.each(['1. un', '- un', '+ un', '# un', '> un', '=== un', '10) un', '    un', '---'])('un message qui commence par « %s » reste un paragraphe', (message) => {
    const rendu = tous(lire(`${plain(message)}\n`), 'paragraph').map(texteDe);
    expect(rendu).toEqual([message.trim()]);
  });

  it('enferme un extrait qui contient des accents graves', () => {
    const source = { ...constat(texte, 'un') };
    const blocs = tous(lire(markdown([source, constat(texte, '`g`')], sources, contexte)), 'code').map((n) => n.value);
    expect(blocs).toHaveLength(2);
    expect(blocs[1]).toContain('`g`');
  });

  it('dit aussi qu’il n’y a rien', () => {
    expect(markdown([], sources, contexte)).toBe('### ctg\u00A0: L’acte peut être produit\u00A0: rien à corriger.\n\nAucune erreur.\n');
  });
});
