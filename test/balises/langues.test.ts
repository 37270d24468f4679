/** Un passage dans une autre langue, de la source à chaque sortie. */
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUES, codeLangue, langueVoulue } from '../../src/base/langues.ts';
import type { DocumentTree } from '../../src/document/arbre.ts';
import { blockTexts } from '../../src/document/texte.ts';
import { arbreDe, compiler, type Fichiers, fichiersExemple, piece } from '../golden/atelier.ts';
import { elements, lire, type Noeud, texteDe } from './lecture.ts';

const LONG = 'unquestionably responsibility '.repeat(12).trim();
const ARTICLE = `---
titre: Essai
apres: objectifs
---
Le livret ["Welcome **pack**": the Caf, really? 10:30!](langue:en), ouvert à 10:30 :texte ; un [bem-vindo](langue:PT-br).

[${LONG}](langue:en)

## L’accueil ou [welcome desk](langue:en)

| Mot | Sens |
|---|---|
| [Kita](langue:de) | crèche |
`;
const fichiers = (article: string): Fichiers => ({ ...fichiersExemple('minimal'), 'articles/essai.md': article });

describe('un passage dans une autre langue', () => {
  let tree: DocumentTree;
  let html = '';
  let json = '';
  let racine: Noeud;

  beforeAll(async () => {
    const result = await compiler(fichiers(ARTICLE), { targets: ['pdf', 'html'] });
    expect(result.diagnostics.filter((d) => d.severity === 'erreur')).toEqual([]);
    const octets = (path: string): Uint8Array => result.outputs.find((o) => o.path === path)?.bytes as Uint8Array;
    tree = result.tree as DocumentTree;
    html = new TextDecoder().decode(octets('convention.html'));
    racine = (await lire(octets('convention.pdf'))).racine;
    json = JSON.stringify(result.attachments().map(({ bytes }) => new TextDecoder().decode(bytes)));
  }, 60_000);

  it('est un nœud de l’arbre, dont la typographie reste la sienne', () => {
    const [premier] = piece(tree, 'essai').children;
    expect(premier).toMatchObject({ children: [{ type: 'text' }, { type: 'langue', lang: 'en', children: [{ value: '"Welcome ' }, { type: 'strong' }, { value: '": the Caf, really? 10:30!' }] }, { type: 'text', value: ', ouvert à 10:30 :texte\u202F; un ' }, { type: 'langue', lang: 'pt-BR' }, { type: 'text' }] });
    expect(blockTexts(premier as NonNullable<typeof premier>)).toEqual(['Le livret "Welcome pack": the Caf, really? 10:30!, ouvert à 10:30 :texte\u202F; un bem-vindo.']);
  });

  it('au PDF, est un élément Span qui dit sa langue, où nos sigles ne se développent pas', () => {
    const spans = elements(racine).filter(({ attributs }) => attributs['Lang'] !== undefined);
    expect(spans.map((span) => [span.type, span.attributs['Lang'], texteDe(span).trimEnd()])).toEqual([
      ['Span', 'en', '"Welcome pack": the Caf, really? 10:30!'],
      ['Span', 'pt-BR', 'bem-vindo'],
      ['Span', 'en', LONG],
      ['Span', 'en', 'welcome desk'],
      ['Span', 'de', 'Kita'],
    ]);
    expect(spans.flatMap((span) => elements(span).slice(1))).toEqual([]);
  });

  it('en HTML, est un span qui dit sa langue', () => {
    expect(html).toContain('<span lang="en">&quot;Welcome <strong>pack</strong>&quot;: the Caf, really? 10:30!</span>');
    expect([...html.matchAll(/<span lang="([^"]*)">/g)].map(([, lang]) => lang)).toEqual(['en', 'pt-BR', 'en', 'en', 'de']);
  });

  it('est dans convention.json avec le texte qui l’entoure', () => expect(json).toContain('10:30!, ouvert à 10:30'));
});

/** Un mot coupé porte sa forme entière : combien de fois celui-ci l'est. */
async function coupures(article: string, mot: string): Promise<number> {
  const { outputs } = await compiler(fichiers(article), { targets: ['pdf'] });
  const pdf = await PDFDocument.load(outputs[0]?.bytes as Uint8Array, { updateMetadata: false });
  const entier = `/ActualText <FEFF${[...mot].map((c) => c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')).join('')}`;
  const flux = pdf.context.enumerateIndirectObjects().flatMap(([, o]) => (o instanceof PDFRawStream && o.dict.get(PDFName.of('Subtype')) === undefined ? [Buffer.from(decodePDFRawStream(o).decode()).toString('latin1')] : []));
  return flux.reduce((somme, texte) => somme + texte.split(entier).length - 1, 0);
}

it('ses mots ne se coupent pas selon le français', async () => {
  const article = (texte: string): string => `---\ntitre: Essai\napres: objectifs\n---\n${texte}\n`;
  expect(await coupures(article(LONG), 'responsibility') + await coupures(article(LONG), 'unquestionably')).toBeGreaterThan(0);
  expect(await coupures(article(`[${LONG}](langue:en)`), 'responsibility') + await coupures(article(`[${LONG}](langue:en)`), 'unquestionably')).toBe(0);
}, 60_000);

it('dans une clause, se dit comme dans un texte, et une langue inconnue y est une erreur', async () => {
  const clause = (texte: string): Fichiers => ({ ...fichiersExemple('minimal'), 'modeles/clauses/recours.md.hbs': `---\ntitre: Recours\n---\n${texte}` });
  expect(piece(await arbreDe(clause('Un [leaflet](langue:en).\n')), 'recours').children[0]).toMatchObject({ children: [{}, { type: 'langue', lang: 'en' }, {}] });
  const { diagnostics } = await compiler(clause('Un [leaflet](langue:qq).\n'));
  expect(diagnostics.filter((d) => d.code === 'CTG3020').map((d) => d.span?.file)).toEqual(['modeles/clauses/recours.md.hbs']);
});

describe('les codes de langue', () => {
  it.each([['en', 'en'], ['EN', 'en'], ['pt-br', 'pt-BR'], ['zh-hans', 'zh-Hans'], ['zh-hant-tw', 'zh-Hant-TW'], ['gsw', 'gsw'], ['fr', null], ['xx', null], ['en_GB', null], ['', null], ['toString', null]])('%s → %s', (ecrit, attendu) => expect(codeLangue(ecrit)).toBe(attendu));
  it.each([['anglais', 'en'], ['English', 'en'], ['eng', 'en'], ['en_GB', 'en-GB'], ['arabe', 'ar'], ['espagnole', 'es'], ['xx', null], ['charabia', null], ['', null]])('« %s » : on voulait %s', (ecrit, attendu) => expect(langueVoulue(ecrit)).toBe(attendu));
  it('ont chacun un nom, à lui', () => {
    expect(Object.keys(LANGUES).length).toBeGreaterThan(180);
    expect(new Set(Object.values(LANGUES)).size).toBe(Object.keys(LANGUES).length);
    for (const [code, nom] of Object.entries(LANGUES)) expect(`${code} ${nom}`).toMatch(/^[a-z]{2,3} \p{Ll}/u);
  });
});
