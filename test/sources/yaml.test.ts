import { describe, expect, it } from 'vitest';
import { SourceText, type Span } from '../../src/base/span.ts';
import { parseMarkdown } from '../../src/sources/markdown.ts';
import type { YamlContent } from '../../src/sources/types.ts';
import { describe as decrire, parseYaml } from '../../src/sources/yaml.ts';

const lu = (texte: string): { readonly content: YamlContent; readonly montre: (span: Span) => string; readonly ou: (span: Span) => string } => {
  const source = new SourceText('f.yaml', texte);
  const [content, diagnostics] = parseYaml(source);
  expect(diagnostics).toEqual([]);
  if (content === null) throw new Error('rien de lu');
  return { content, ...outils(source) };
};
const outils = (source: SourceText) => ({
  montre: (span: Span): string => source.text.slice(span.start, span.end),
  ou: (span: Span): string => {
    const { line, column } = source.position(span.start);
    return `${String(line)}:${String(column)}`;
  },
});

const TEXTE = 'nom: Le Creusot\ncommunes:\n  - nom: Écuisses\n    insee: "71187"\n  - nom: 🎉 Morey\nvide:\nnumero: 1.10\ntags: [a, b]\n';

describe('les endroits d’un YAML', () => {
  const { content, montre, ou } = lu(TEXTE);
  const cas: readonly (readonly [readonly (string | number)[], 'key' | 'value', string, string])[] = [
    [['nom'], 'value', 'Le Creusot', '1:6'],
    [['nom'], 'key', 'nom', '1:1'],
    [['communes', 0, 'insee'], 'value', '"71187"', '4:12'],
    [['communes', 0], 'value', 'nom', '3:5'],
    [['communes'], 'value', 'communes', '2:1'],
    [['communes', 1, 'nom'], 'value', '🎉 Morey', '5:10'],
    [['tags', 1], 'value', 'b', '8:11'],
    [['vide'], 'key', 'vide', '6:1'],
  ];
  it.each(cas)('%j (%s) montre « %s » en %s', (path, target, texte, endroit) => {
    expect(montre(content.at(path, target))).toBe(texte);
    expect(ou(content.at(path, target))).toBe(endroit);
  });
  it('un champ absent se montre par son plus proche contenant', () => {
    expect(montre(content.at(['communes', 0, 'population']))).toBe('nom');
    expect(ou(content.at(['communes', 0, 'population']))).toBe('3:5');
    expect(montre(content.at(['communes', 7]))).toBe('communes');
    expect(ou(content.at(['inconnu', 'dessous']))).toBe('1:1');
  });
  it('le texte brut d’un nombre est gardé', () => {
    expect((content.value as { numero: number }).numero).toBe(1.1);
    expect(content.raw(['numero'])).toBe('1.10');
    expect(content.raw(['nom'])).toBe('Le Creusot');
    expect(content.raw(['communes'])).toBeNull();
    expect(content.raw(['inconnu'])).toBeNull();
  });
});

describe('fins de ligne et marque d’ordre des octets', () => {
  it('des fins de ligne Windows ne décalent rien', () => {
    const { content, montre, ou } = lu(TEXTE.replaceAll('\n', '\r\n'));
    expect(montre(content.at(['communes', 1, 'nom']))).toBe('🎉 Morey');
    expect(ou(content.at(['communes', 1, 'nom']))).toBe('5:10');
    expect((content.value as { nom: string }).nom).toBe('Le Creusot');
  });
  it('un en-tête Markdown donne les endroits du fichier', () => {
    for (const fin of ['\n', '\r\n']) {
      const source = new SourceText('f.md', ['---', 'titre: Bonjour', 'actions:', '  - relais', '---', '', 'Corps.', ''].join(fin));
      const [contenu, diagnostics] = parseMarkdown(source);
      expect(diagnostics).toEqual([]);
      const { montre, ou } = outils(source);
      const entete = contenu?.entete as YamlContent;
      expect(montre(entete.at(['actions', 0]))).toBe('relais');
      expect(ou(entete.at(['actions', 0]))).toBe('4:5');
      expect(ou(entete.at([]))).toBe('1:1');
      const corps = contenu?.body.children[0];
      expect(source.text.slice(corps?.position?.start.offset, corps?.position?.end.offset)).toBe('Corps.');
    }
  });
  it('une faute dans un en-tête montre la ligne du fichier', () => {
    const source = new SourceText('f.md', '---\ntitre: Un : deux\n---\n\nCorps.\n');
    const [contenu, [faute]] = parseMarkdown(source);
    expect(contenu).toBeNull();
    expect(faute?.code).toBe('CTG1004');
    expect(outils(source).ou(faute?.span as Span)).toBe('2:8');
  });
  it('sans en-tête, tout est corps', () => {
    const [contenu] = parseMarkdown(new SourceText('f.md', 'Bonjour.\n\n---\n\nSuite.\n'));
    expect(contenu?.entete).toMatchObject({ value: {}, absent: true });
    expect(contenu?.body.children.map((n) => n.type)).toEqual(['paragraph', 'thematicBreak', 'paragraph']);
  });
});

describe('ce que YAML prend pour autre chose', () => {
  it.each([
    ['nom: oui', 'oui'], ['nom: no', 'no'], ['nom: 24-081', '24-081'], ['nom: 2024-12-31', '2024-12-31'], ['nom: 12:30', '12:30'], ['nom: 1_000', '1_000'], ['nom: =', '='],
  ])('%s est un texte', (texte, attendu) => {
    expect(lu(texte).content.value).toEqual({ nom: attendu });
  });
  it.each([
    ['nom: 01234', 1234], ['nom: 1.10', 1.1], ['nom: true', true], ['nom: null', null], ['nom: ~', null], ['nom:', null], ['nom: 0x1F', 31], ['nom: 12e3', 12000],
  ])('%s n’en est pas un', (texte, attendu) => {
    expect(lu(texte).content.value).toEqual({ nom: attendu });
  });
  it('« __proto__ » est une clé comme une autre, et n’atteint pas le programme', () => {
    const { content } = lu('__proto__: { pollue: oui }\nconstructor: x\n');
    expect(Object.keys(content.value as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { pollue?: string }).pollue).toBeUndefined();
  });
  it('un fichier vide ou de commentaires ne vaut rien', () => {
    for (const texte of ['', '# rien\n', '---\n', 'null\n', '...\n']) expect(lu(texte).content.value).toBeNull();
  });
});

it('dit ce que contient une valeur', () => {
  const simple = (value: unknown, raw?: string): string => decrire(value, raw ?? null).replace(/\u00A0/g, ' ');
  expect(simple(null)).toBe('une valeur vide');
  expect(simple([1])).toBe('une liste');
  expect(simple({ a: 1 })).toBe('un groupe de champs');
  expect(simple('x'.repeat(100))).toBe(`le texte « ${'x'.repeat(40)}… »`);
  expect(simple(12)).toBe('le nombre 12');
  expect(simple(Number.NaN, '.nan')).toBe('« .nan », qui n’est pas un nombre');
  expect(simple(true)).toBe('la valeur true (oui)');
});
