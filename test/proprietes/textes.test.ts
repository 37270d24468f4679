/** Propriétés des textes : ce qui est tapé est ce qui s'imprime. */
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { blockTexts } from '../../src/document/texte.ts';
import { typographier } from '../../src/document/typographie.ts';
import { escapeMarkdown } from '../../src/template/escape.ts';
import { parseClauseMarkdown } from '../../src/template/markdown.ts';
import { compiler, fichiersExemple, piece } from '../golden/atelier.ts';
import { decoder } from '../parite/html.ts';
import { DELAI, tirages } from './tirages.ts';

const minimal = fichiersExemple('minimal');
/** Lettres, ponctuation de Markdown, de Handlebars, de HTML, de YAML : tout ce qui pourrait prendre un sens. */
const piege = fc.string({
  unit: fc.constantFrom('a', 'é', 'Œ', '1', ' ', '  ', '\t', '*', '_', '`', '[', ']', '(', ')', '!', '#', '+', '-', '.', '>', '<', '&', '&amp;', '{', '}', '{{', '}}', '|', '~', '^', '=', ':', ':::', '::', '"', "'", '\\', '$', '%', '@', '/', ';', ',', '?', '’', '«', '»', '—', '…', 'www.caf.fr', 'http://x.fr', '<b>', '</p>', '<!--', '-->', '[](article:duree)', '[^1]', '[^1]: ', '1. ', '- ', '8:30', '&#42;'),
  minLength: 1,
  maxLength: 24,
});
/** Tout caractère, sauf ceux qui n'en sont pas (moitiés de paires, commandes). */
const quelconque = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const reduit = (s: string): string => s.replace(/[ \t\r\n\f\v]+/g, ' ');

function texteMdast(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(texteMdast).join('') : '';
}

describe('échappement', () => {
  const inerte = (valeur: string): void => {
    // Entourée de lettres, comme dans une clause ; les blancs de bord d'une valeur seule sont ceux du paragraphe.
    const root: Root = parseClauseMarkdown(`x${escapeMarkdown(valeur)}x`);
    expect(root.children).toHaveLength(1);
    expect(root.children[0]?.type).toBe('paragraph');
    expect((root.children[0] as { children: readonly Nodes[] }).children.every((n) => n.type === 'text')).toBe(true);
    expect(texteMdast(root)).toBe(`x${reduit(valeur)}x`);
  };
  it('toute valeur piégée ressort telle quelle', () => fc.assert(fc.property(piege, inerte), tirages(1000)));
  it('toute valeur ressort telle quelle', () => fc.assert(fc.property(quelconque, inerte), tirages(500)));
  it('même en tête de ligne, de liste, de tableau', () =>
    fc.assert(
      fc.property(piege.filter((s) => reduit(s).trim() !== ''), (valeur) => {
        const net = reduit(valeur).trim();
        for (const [avant, apres] of [['', ''], ['- ', ''], ['| a |\n|---|\n| ', ' |'], ['> ', '']] as const) {
          expect(texteMdast(parseClauseMarkdown(`${avant}${escapeMarkdown(valeur)}${apres}`)).replace(/^a(?=.)/s, avant.startsWith('|') ? '' : 'a').trim()).toBe(net);
        }
      }),
      tirages(300),
    ));
});

describe('typographie', () => {
  it('est idempotente', () => fc.assert(fc.property(fc.oneof(piege, quelconque), (s) => {
      expect(typographier(typographier(s))).toBe(typographier(s));
    }), tirages(3000)));
  it('l’est aussi quand un guillemet en suit un autre', () => expect(typographier(typographier('«"a"a'))).toBe(typographier('«"a"a')));
  it('ne perd ni n’ajoute aucun signe : seuls les blancs, l’apostrophe, les guillemets et les points de suspension changent', () => {
    const fond = (s: string): string => s.replace(/[\s\u00A0\u202F]/g, '').replaceAll('’', "'").replace(/[«»“”]/g, '"').replaceAll('…', '...');
    fc.assert(fc.property(fc.oneof(piege, quelconque), (s) => {
      expect(fond(typographier(s))).toBe(fond(s));
    }), tirages(3000));
  });
  it.each([
    ["l'accueil", 'l’accueil'], ['"mot"', '«\u00A0mot\u00A0»'], ['Quoi ?', 'Quoi\u202F?'], ['Quoi?', 'Quoi\u202F?'], ['ceci : cela', 'ceci\u00A0: cela'], ['ceci: cela', 'ceci\u00A0: cela'],
    ['8:30', '8:30'], ['https://x.fr/?a=1;b', 'https://x.fr/?a=1;b'], ['93 305 habitants', '93\u202F305 habitants'], ['50 %', '50\u00A0%'], ['article 7', 'article\u00A07'], ['le 1er janvier', 'le 1er\u00A0janvier'], ['n° 24-081', 'n°\u00A024-081'], ['M. Dupont', 'M.\u00A0Dupont'], ['fin...', 'fin…'],
    ['“mot”', '«\u00A0mot\u00A0»'], ["d'11 ans", 'd’11\u00A0ans'], ['8 h 30', '8\u00A0h 30'], ['3 millions', '3\u00A0millions'], ['à 3 anses', 'à 3 anses'],
    ["https://x.fr/l'a?b", "https://x.fr/l'a?b"], ["l'adresse \"www.x.fr\"", 'l’adresse «\u00A0www.x.fr\u00A0»'], ["jean.d'ormes@x.fr", "jean.d'ormes@x.fr"], ['10000', '10000'],
  ])('%s', (avant, apres) => expect(typographier(avant)).toBe(apres));
});

/** Une chaîne YAML entre guillemets doubles. */
const yaml = (s: string): string => JSON.stringify(s);

describe('un champ de texte YAML', () => {
  // Champs de natures diverses : dénomination, personne, qualité, action, indicateur, axe, adresse, numéro.
  const CHAMPS: readonly (readonly [string, string, (avec: string) => string])[] = [
    ['nom de représentant', 'signataires/01-caf.yaml', (v) => `categorie: caf\nnom: Caisse du Val\nnom_court: la Caf\nrepresentants:\n  - {civilite: M., prenom: Paul, nom: ${v}, qualite: directeur}\n`],
    ['qualité', 'signataires/01-caf.yaml', (v) => `categorie: caf\nnom: Caisse du Val\nnom_court: la Caf\nrepresentants:\n  - {civilite: M., prenom: Paul, nom: Exemple, qualite: ${v}}\n`],
    ['dénomination', 'signataires/01-caf.yaml', (v) => `categorie: caf\nnom: ${v}\narticle: la\nnom_court: la Caf\nrepresentants:\n  - {civilite: M., prenom: Paul, nom: Exemple, qualite: directeur}\n`],
    ['intitulé d’action', 'plan/plan.yaml', (v) => new TextDecoder().decode(minimal['plan/plan.yaml']).replace('Ouvrir un relais petite enfance', v)],
    ['indicateur', 'plan/plan.yaml', (v) => new TextDecoder().decode(minimal['plan/plan.yaml']).replace('Nombre de familles reçues', v)],
    ['articulation', 'convention.yaml', (v) => `${new TextDecoder().decode(minimal['convention.yaml'])}articulations:\n  - nom: ${v}\n`],
  ];
  const blancs = (s: string): string => s.replace(/[\s\u00A0\u202F]+/g, '');

  it.each(CHAMPS)('%s : tel que tapé dans l’arbre et dans la page', async (_, fichier, faire) => {
    let vus = 0;
    await fc.assert(
      fc.asyncProperty(piege, async (brut) => {
        // « §§ » encadre la valeur, pour la retrouver.
        const valeur = `§${brut}§`;
        const { tree, diagnostics, outputs } = await compiler({ ...minimal, [fichier]: faire(yaml(valeur)) }, { targets: ['plan'] });
        const fautes = diagnostics.filter((d) => d.severity === 'erreur');
        // Une règle peut refuser la valeur (un reste de modèle, par exemple) : alors rien n'est écrit.
        if (fautes.length > 0) {
          expect(fautes.every((d) => d.code.startsWith('CTG4')), fautes.map((d) => d.code).join()).toBe(true);
          expect(outputs).toEqual([]);
          return;
        }
        if (tree === null) throw new Error('pas d’arbre');
        vus++;
        const voulu = blancs(typographier(valeur));
        const textes = tree.pieces.flatMap((p) => p.children.flatMap((b) => blockTexts(b))).map(blancs);
        expect(textes.some((t) => t.includes(voulu)), voulu).toBe(true);
        if (fichier === 'plan/plan.yaml') {
          const page = new TextDecoder().decode(outputs.find((o) => o.path === 'plan-actions.html')?.bytes);
          expect(blancs(decoder(page.replace(/<[^>]*>/g, ''))), voulu).toContain(voulu);
          const json = new TextDecoder().decode(outputs.find((o) => o.path === 'plan-actions.json')?.bytes);
          expect(blancs(JSON.stringify(JSON.parse(json)))).toContain(blancs(JSON.stringify(typographier(valeur))));
        }
      }),
      tirages(10),
    );
    expect(vus).toBeGreaterThan(3);
  }, DELAI);

  it('le nom d’une commune traverse les contractions', async () => {
    for (const nom of ['Saint-*X*-le-_Y_', 'Bourg <b>', '{{x}}']) {
      const { tree } = await compiler({
        ...minimal,
        'territoire.yaml': `nom: ${yaml(nom)}\ntype: commune\ndepartement: Val\ncommunes:\n  - nom: ${yaml(nom)}\n`,
        'signataires/02-commune.yaml': new TextDecoder().decode(minimal['signataires/02-commune.yaml']).replace('commune: Bourg-Modèle', `commune: ${yaml(nom)}`),
      });
      if (tree === null) throw new Error('pas d’arbre');
      expect(piece(tree, 'parties').children.flatMap((b) => blockTexts(b)).join('\n')).toContain(`la commune de ${nom}`);
    }
  });
});
