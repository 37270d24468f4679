import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, parse, parseDocument, visit } from 'yaml';
import { formerMarkdown } from '../../src/fmt/markdown.ts';
import { formerYaml } from '../../src/fmt/yaml.ts';
import { copier, ctg, dansUnDossier, ecrire, RACINE } from '../cli/outils.ts';

const sources = (extension: string): readonly string[] =>
  ['creusot-montceau', 'aubergenville', 'minimal'].flatMap((e) =>
    readdirSync(path.join(RACINE, 'examples', e), { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith(extension) && !f.startsWith('attendu') && f !== 'CHOIX.md')
      .map((f) => readFileSync(path.join(RACINE, 'examples', e, f), 'utf8')),
  );
const texte = (forme: ReturnType<typeof formerYaml>): string => {
  if (!forme.ok) throw new Error(forme.raison);
  return forme.texte;
};

describe('les exemples', () => {
  it('sont déjà en forme', () => {
    expect(sources('.yaml').length).toBeGreaterThan(50);
    expect(sources('.md').length).toBeGreaterThan(15);
    for (const s of sources('.yaml')) expect(texte(formerYaml(s))).toBe(s);
    for (const s of sources('.md')) expect(texte(formerMarkdown(s))).toBe(s);
  });

  it('le redeviennent, quelles que soient les espaces, les retraits et les fins de ligne', () => {
    const yaml = sources('.yaml');
    fc.assert(
      fc.property(fc.nat(yaml.length - 1), fc.integer({ min: 2, max: 4 }), fc.boolean(), fc.boolean(), (i, facteur, crlf, vides) => {
        const source = yaml[i] as string;
        // Élargir le retrait d'une liste de champs en casserait l'alignement : ce ne serait plus du YAML.
        fc.pre(facteur === 2 || !/^ *- [\w-]+:/m.test(source));
        const elargi = source.replace(/^ +/gm, (r) => ' '.repeat((r.length / 2) * facteur)).replace(/$/gm, vides ? '   ' : '').replace(/\n\n/g, '\n\n\n\n');
        const recu = formerYaml(`${crlf ? `\uFEFF${elargi.replaceAll('\n', '\r\n')}` : elargi}${vides ? '\n\n' : ''}`);
        expect(recu.ok && recu.texte).toBe(source);
      }),
      { numRuns: 60 },
    );
  });
});

describe('un texte YAML', () => {
  it.each([
    ['retraits, espaces, lignes vides', 'a:\n    b:   1\n\n\n\n    c:\n    - x\n    - y\n\n\n', 'a:\n  b: 1\n\n  c:\n    - x\n    - y\n'],
    ['guillemets inutiles', 'a: "un texte"\nb: \'oui\'\nc: "%"\nd: "71153"\ne: "2024-01-01"\nf: ""\n', 'a: un texte\nb: oui\nc: "%"\nd: "71153"\ne: "2024-01-01"\nf: ""\n'],
    ['guillemets d’une seule sorte', "a: '01'\nb: '02'\nc: \"03\"\nd: \"l'une : l'autre\"\n", "a: '01'\nb: '02'\nc: '03'\nd: \"l'une : l'autre\"\n"],
    ['crochets et accolades', 'a: [ 1,2 ,3 ]\nb: {x: 1,  y: [ z ]}\n', 'a: [1, 2, 3]\nb: { x: 1, y: [z] }\n'],
    ['texte replié', 'a: >\n    une ligne\n    une autre\n\n    un paragraphe\nb: un texte\n      sur deux lignes\n', 'a: >\n  une ligne\n  une autre\n\n  un paragraphe\nb: un texte\n  sur deux lignes\n'],
    ['texte en lignes', 'a: |\n     vers\n       décalé\n', 'a: |\n  vers\n    décalé\n'],
    ['commentaires', '# yaml-language-server: $schema=x\n# deux\na:   1   # à côté\n# avant b\nb:\n   # dedans\n   - c # c\n# fin\n', '# yaml-language-server: $schema=x\n# deux\na: 1 # à côté\n# avant b\nb:\n  # dedans\n  - c # c\n# fin\n'],
    ['une longue ligne', `a: ${'mot '.repeat(80).trim()}\nb: [${'element, '.repeat(40)}fin]\n`, `a: ${'mot '.repeat(80).trim()}\nb: [${'element, '.repeat(40)}fin]\n`],
    ['nombres comme ils sont écrits', 'a: 1.50\nb: 007\nc: 1e3\nd: -0.0\n', 'a: 1.50\nb: 007\nc: 1e3\nd: -0.0\n'],
  ])('%s', (_, avant, apres) => {
    expect(texte(formerYaml(avant))).toBe(apres);
    expect(texte(formerYaml(apres))).toBe(apres);
  });

  it.each(['a: [1\n', 'a: 1\na: 2\n', 'a: "x\n', '\ta: 1\n'])('une faute de syntaxe reste telle quelle : %j', (faute) => expect(formerYaml(faute).ok).toBe(false));

  const cle = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const scalaire = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 12 }), fc.stringMatching(/^[ a-zé:#'"\n{}[\],&*!|>%@`-]{0,30}$/), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
  const { valeur } = fc.letrec((tie) => ({ valeur: fc.oneof({ maxDepth: 4 }, scalaire, fc.array(tie('valeur'), { maxLength: 4 }), fc.dictionary(cle, tie('valeur'), { maxKeys: 4, noNullPrototype: true })) }));

  it('garde toute valeur et tout commentaire, et ne change plus ensuite', () => {
    let formes = 0;
    let vus = 0;
    const style = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
    fc.assert(
      fc.property(fc.dictionary(cle, valeur, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), style, fc.integer({ min: 1, max: 6 }), fc.boolean(), fc.array(fc.stringMatching(/^[a-zé ]{1,10}$/), { maxLength: 4 }), (donnees, type, indent, flot, remarques) => {
        const document = new Document(donnees);
        let rang = 0;
        visit(document, {
          Scalar(place, node) {
            if (place !== 'key') node.type = type;
            if (place === 'value' && rang < remarques.length) node.comment = ` ${remarques[rang++]}`;
          },
          Collection(_, node) {
            if (flot && node !== document.contents) node.flow = true;
          },
        });
        const source = document.toString({ indent, lineWidth: 60 });
        vus += 1;
        if (parseDocument(source).errors.length > 0) return;
        const forme = formerYaml(source);
        if (!forme.ok) return;
        formes += 1;
        expect(parse(forme.texte, { maxAliasCount: 0 })).toEqual(parse(source, { maxAliasCount: 0 }));
        expect(forme.texte.match(/# [a-zé ]+$/gm)?.length ?? 0).toBe(source.match(/# [a-zé ]+$/gm)?.length ?? 0);
        expect(formerYaml(forme.texte)).toEqual(forme);
        expect(forme.texte.endsWith('\n')).toBe(true);
      }),
      { numRuns: 500 },
    );
    // Le refus existe pour les cas tordus : s'il devenait courant, la commande ne servirait à rien.
    expect(formes / vus).toBeGreaterThan(0.85);
  });
});

describe('un texte Markdown', () => {
  it.each([
    ['lignes vides et blancs de fin', '# Titre  \ntexte   \n- un\n- deux  \n\n\n\nfin', '# Titre\n\ntexte\n\n- un\n- deux\n\nfin\n'],
    ['en-tête', '---\nactions:   [ a,b ]\n---\n\n\nTexte\n\n', '---\nactions: [a, b]\n---\n\nTexte\n'],
    ['saut de ligne voulu', 'un  \ndeux\n', 'un  \ndeux\n'],
    ['code', '```\na   \n\n\n\nb\n```\n', '```\na   \n\n\n\nb\n```\n'],
    ['remarque et son passage', '<!-- ctg-silence CTG4001 : motif -->\nTexte\n', '<!-- ctg-silence CTG4001 : motif -->\nTexte\n'],
    ['notes, l’une sous l’autre ou non', 'Un[^a] et[^b].  \n\n\n[^a]: Alpha  \n\n    - suite\n[^b]: Bêta\n\n\n[^c]: Gamma\n', 'Un[^a] et[^b].\n\n[^a]: Alpha\n\n    - suite\n[^b]: Bêta\n\n[^c]: Gamma\n'],
    ['passage dans une autre langue', 'Un [welcome  pack: "x"](langue:pt-BR)  \nici\n\n\n', 'Un [welcome  pack: "x"](langue:pt-BR)  \nici\n'],
    ['fins de ligne', '# T\r\n\r\ntexte\r\n', '# T\n\ntexte\n'],
  ])('%s', (_, avant, apres) => {
    expect(texte(formerMarkdown(avant))).toBe(apres);
    expect(texte(formerMarkdown(apres))).toBe(apres);
  });

  it('un en-tête fautif est nommé', () => expect(formerMarkdown('---\na: [\n---\n\nTexte\n')).toMatchObject({ ok: false, raison: expect.stringContaining('son en-tête') }));

  it('garde le sens de tout texte', () => {
    let formes = 0;
    const ligne = fc.constantFrom('# Titre', '## Autre ', 'texte', 'texte  ', '', '', '- un', '  - sous', '1. un', '> cité', '```', '    code  ', '| a | b |', '| - | - |', '[x]: http://a', '<div>', '</div>', '***', '===', '\\', 'fin\\');
    fc.assert(
      fc.property(fc.array(ligne, { maxLength: 12 }), (lignes) => {
        const forme = formerMarkdown(lignes.join('\n'));
        if (!forme.ok) return;
        formes += 1;
        expect(formerMarkdown(forme.texte)).toEqual(forme);
      }),
      { numRuns: 500 },
    );
    expect(formes).toBeGreaterThan(400);
  });
});

describe('ctg fmt', () => {
  it('--check nomme, sans écrire ; sans lui, écrit ; un fichier fautif est laissé', () =>
    dansUnDossier(async (dossier) => {
      copier('minimal', dossier);
      const lire = (f: string): string => readFileSync(path.join(dossier, f), 'utf8');
      const propre = lire('ctg.yaml');
      expect((await ctg(['fmt', '--check'], { cwd: dossier })).code).toBe(0);
      ecrire(dossier, { 'ctg.yaml': propre.replace('format: 1', 'format:    1\r') });
      const controle = await ctg(['fmt', '--check'], { cwd: dossier });
      expect([controle.code, controle.sortie]).toEqual([1, 'ctg.yaml\n']);
      expect(lire('ctg.yaml')).not.toBe(propre);
      expect((await ctg(['fmt'], { cwd: dossier })).code).toBe(0);
      expect(lire('ctg.yaml')).toBe(propre);
      ecrire(dossier, { 'strategie.yaml': 'synthese: [\n' });
      const fautif = await ctg(['fmt'], { cwd: dossier });
      expect(fautif.code).toBe(1);
      expect(fautif.erreur).toContain('strategie.yaml');
      expect(lire('strategie.yaml')).toBe('synthese: [\n');
    }));
});
