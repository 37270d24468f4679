import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceText } from '../../src/base/span.ts';
import { checkCycles } from '../../src/resolve/cycles.ts';
import { designer, designerNom, sansArticle } from '../../src/resolve/denomination.ts';
import type { ResolveInput, TypedFile } from '../../src/resolve/input.ts';
import { resolvePlan } from '../../src/resolve/plan.ts';
import type { Chiffre, Plan } from '../../src/resolve/projet.ts';
import { splitRenvoi } from '../../src/resolve/renvois.ts';
import { resolveThematiques } from '../../src/resolve/thematiques.ts';
import { parseYaml } from '../../src/sources/yaml.ts';

function plan(...textes: readonly string[]): { readonly plan: Plan; readonly codes: readonly string[] } {
  const files = textes.map((texte, i): TypedFile<unknown> => {
    const source = new SourceText(`plan/${String(i)}.yaml`, texte);
    const [content] = parseYaml(source);
    if (content === null) throw new Error('YAML fautif');
    return { kind: 'plan', path: source.file, id: String(i), value: content.value, at: content.at, body: null, source };
  });
  const input: ResolveInput = { files: ((kind: string) => (kind === 'plan' ? files : [])) as ResolveInput['files'], stade: null, modele: null, modeles: [], geographie: null, incomplets: new Set(), logos: new Set(), habillage: () => ({}) as never };
  const diagnostics: Diagnostic[] = [];
  const resolu = resolvePlan(input, new Set(resolveThematiques(null).keys()), diagnostics);
  return { plan: resolu, codes: diagnostics.map((d) => d.code) };
}

describe('le plan', () => {
  it('garde les niveaux dans l’ordre où le territoire les emboîte', () => {
    const { niveaux } = plan('thematiques:\n  t:\n    titre: T\n    axes:\n      a:\n        titre: A\n        objectifs:\n          o: { titre: O }\n').plan;
    expect(niveaux).toEqual(['thematiques', 'axes', 'objectifs']);
    expect(plan('axes:\n  a:\n    titre: A\n    thematiques:\n      t: { titre: T }\n').plan.niveaux).toEqual(['axes', 'thematiques']);
  });
  it('une branche plus profonde insère son niveau à sa place', () => {
    const { niveaux } = plan('axes:\n  a:\n    titre: A\n    objectifs:\n      o: { titre: O }\n', 'axes:\n  b:\n    titre: B\n    enjeux:\n      e:\n        titre: E\n        objectifs:\n          p: { titre: P }\n').plan;
    expect(niveaux).toEqual(['axes', 'enjeux', 'objectifs']);
  });
  it('numérote d’un fichier à l’autre, à chaque niveau', () => {
    const branche = (id: string): string => `axes:\n  ${id}:\n    titre: ${id}\n    objectifs:\n      ${id}-1:\n        titre: Un\n        actions:\n          ${id}-1-1: { titre: X }\n          ${id}-1-2: { titre: Y }\n      ${id}-2:\n        titre: Deux\n        actions:\n          ${id}-2-1: { titre: Z }\n`;
    const { noeuds, actions, racines } = plan(branche('a'), branche('b')).plan;
    expect(noeuds.map((n) => n.numero)).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.2']);
    expect(actions.map((a) => a.numero)).toEqual(['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2', '2.2.1']);
    expect(racines.map((r) => r.id)).toEqual(['a', 'b']);
    expect(actions[5]?.chemin.map((n) => n.id)).toEqual(['b', 'b-2']);
  });
  it('actions et sous-niveaux d’un même nœud partagent la numérotation', () => {
    const { noeuds, actions } = plan('axes:\n  a:\n    titre: A\n    objectifs:\n      o: { titre: O }\n    actions:\n      x: { titre: X }\n').plan;
    expect([...noeuds.map((n) => n.numero), ...actions.map((a) => a.numero)]).toEqual(['1', '1.1', '1.2']);
  });
  it('hérite de la thématique et des pilotes, que chaque niveau peut changer', () => {
    const { actions } = plan(
      'axes:\n  a:\n    titre: A\n    thematique: enfance\n    pilotes: [caf]\n    objectifs:\n      o:\n        titre: O\n        pilotes: [pays]\n        actions:\n          herite: { titre: X }\n          change: { titre: Y, thematique: sante, pilotes: [pmi] }\n          aucun: { titre: Z, pilotes: [] }\n',
    ).plan;
    expect(actions.map((x) => [x.thematique, x.pilotes])).toEqual([['enfance', ['pays']], ['sante', ['pmi']], ['enfance', []]]);
  });
  it('un niveau « thématiques » au nom connu donne sa thématique', () => {
    const { actions } = plan('thematiques:\n  logement:\n    titre: Se loger\n    actions:\n      x: { titre: X }\n  autre:\n    titre: Autre\n    actions:\n      y: { titre: Y }\n').plan;
    expect(actions.map((x) => x.thematique)).toEqual(['logement', null]);
  });
  it('les autres thématiques s’ajoutent de haut en bas, sans doublon', () => {
    const { actions } = plan('axes:\n  a:\n    titre: A\n    thematiques_associees: [handicap]\n    objectifs:\n      o:\n        titre: O\n        thematiques_associees: [sante]\n        actions:\n          x: { titre: X, thematiques_associees: [handicap, culture] }\n          y: { titre: Y }\n').plan;
    expect(actions.map((x) => x.associees)).toEqual([['handicap', 'sante', 'culture'], ['handicap', 'sante']]);
  });
  it('un identifiant ne sert qu’une fois, à tous les niveaux et dans tous les fichiers', () => {
    expect(plan('axes:\n  a:\n    titre: A\n    actions:\n      a: { titre: X }\n', 'axes:\n  a: { titre: B }\n').codes).toEqual(['CTG3002', 'CTG3002']);
  });
  it('des identifiants nommés comme des rouages de JavaScript n’ont rien de particulier', () => {
    const { plan: resolu, codes } = plan('axes:\n  constructor:\n    titre: A\n    actions:\n      prototype: { titre: X }\n');
    expect(codes).toEqual([]);
    expect(resolu.actions.map((a) => [a.id, a.numero, a.chemin[0]?.id])).toEqual([['prototype', '1.1', 'constructor']]);
  });
});

describe('les boucles de chiffres', () => {
  const chiffre = (id: string, value: Partial<Chiffre['value']>): [string, Chiffre] => [id, { id, file: 'f', groupe: 'g', value: { libelle: id, valeur: 1, ...value }, at: () => ({ file: 'f', start: 0, end: 0 }) }];
  const boucles = (...all: readonly [string, Chiffre][]): readonly string[] => {
    const diagnostics: Diagnostic[] = [];
    checkCycles(new Map(all), diagnostics);
    return diagnostics.map((d) => /: (.*?)\./.exec(d.message.replace(/\u00A0/g, ' '))?.[1] ?? '');
  };
  it('une par boucle, quel que soit le champ', () => {
    expect(boucles(chiffre('a', { numerateur: 'b', denominateur: 'c' }), chiffre('b', { somme_de: ['a'] }), chiffre('c', {}))).toEqual(['a → b → a']);
    expect(boucles(chiffre('a', { somme_de: ['a'] }))).toEqual(['a → a']);
    expect(boucles(chiffre('a', { numerateur: 'b' }), chiffre('b', { numerateur: 'a' }), chiffre('c', { numerateur: 'd' }), chiffre('d', { numerateur: 'c' }))).toEqual(['a → b → a', 'c → d → c']);
  });
  it('un losange et une référence inconnue n’en sont pas', () => {
    expect(boucles(chiffre('a', { somme_de: ['b', 'c'] }), chiffre('b', { somme_de: ['d'] }), chiffre('c', { somme_de: ['d', 'inconnu'] }), chiffre('d', {}))).toEqual([]);
  });
  it('une chaîne de vingt mille chiffres ne déborde pas', () => {
    const chaine = Array.from({ length: 20_000 }, (_, i) => chiffre(`c${String(i)}`, { somme_de: [`c${String(i + 1)}`] }));
    expect(boucles(...chaine)).toEqual([]);
  });
});

describe('les noms', () => {
  it.each([
    ['Caisse d’allocations familiales', undefined, undefined, 'la Caisse d’allocations familiales', 'f'],
    ['Département du Val', undefined, undefined, 'le Département du Val', 'm'],
    ['Agence régionale', undefined, undefined, 'l’Agence régionale', 'f'],
    ['ADMR', 'l’', undefined, 'l’ADMR', 'm'],
    ['ADMR', 'l’', 'f', 'l’ADMR', 'f'],
    ['Restos', 'les', undefined, 'les Restos', 'm'],
    ['Le Creusot', undefined, undefined, 'le Creusot', 'm'],
  ] as const)('%s (%s)', (nom, article, genre, le, attendu) => {
    expect(designerNom(nom, article, genre)).toEqual({ le, genre: attendu });
  });
  it.each(['Constructor', 'toString', 'Xyz'])('%s : article inconnu', (nom) => {
    expect(designerNom(nom, undefined)).toBeNull();
  });
  it('une association sans article qui parle est du féminin, sauf mention contraire', () => {
    const association = { categorie: 'association', nom: 'Familles rurales', article: 'aucun' } as const;
    expect(designer(association, null)?.genre).toBe('f');
    expect(designer({ ...association, genre: 'masculin' }, null)?.genre).toBe('m');
    expect(designer({ ...association, categorie: 'autre' }, null)?.genre).toBe('m');
  });
  it('retire l’article', () => {
    expect(['la Caf', 'l’ADMR', 'les Restos', 'France Travail'].map(sansArticle)).toEqual(['Caf', 'ADMR', 'Restos', 'France Travail']);
  });
});

it.each([
  ['chiffre:population', { genre: 'chiffre', id: 'population' }],
  ['chiffre:taux/Sa%C3%B4ne-et-Loire', { genre: 'chiffre', id: 'taux/Saône-et-Loire' }],
  ['CHIFFRE:x', { genre: 'chiffre', id: 'x' }],
  ['chiffre:', { genre: 'chiffre', id: '' }],
  ['chiffre:100%', { genre: 'chiffre', id: '100%' }],
  ['https://exemple.fr', null], ['mailto:a@b.fr', null], ['javascript:alert(1)', null], ['plan.pdf', null], ['//serveur', null], ['__proto__:x', null],
])('le lien %s', (lien, attendu) => {
  expect(splitRenvoi(lien)).toEqual(attendu);
});
