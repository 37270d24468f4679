import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SourceText } from '../../src/base/span.ts';
import { parseYaml } from '../../src/sources/yaml.ts';
import { correction, dateCorrigee, exemple, minuscule, nombreCorrige } from '../../src/validate/advice.ts';
import { isOptional, keysOf, metaOf, schemaAt } from '../../src/validate/introspect.ts';
import { SCHEMAS, type SchemaKind } from '../../src/validate/schemas.ts';
import { validate } from '../../src/validate/validate.ts';

function valider(kind: SchemaKind, texte: string): readonly string[] {
  const source = new SourceText('f.yaml', texte);
  const [content] = parseYaml(source);
  if (content === null) throw new Error('YAML fautif');
  const [value, diagnostics] = validate(kind, content);
  expect(value === null).toBe(diagnostics.some((d) => d.severity === 'erreur'));
  return diagnostics.map((d) => {
    const { line, column } = source.position(d.span?.start ?? 0);
    return `${d.code} ${String(line)}:${String(column)}`;
  });
}

describe('chaque refus de Zod a son code', () => {
  const cas: readonly (readonly [string, SchemaKind, string, readonly string[]])[] = [
    ['rien à redire', 'ctg', 'format: 1\nstade: conseil\n', []],
    ['champ absent', 'ctg', 'stade: projet\n', ['CTG2001 1:1']],
    ['texte vide', 'acteurs', "pmi:\n  nom: ''\n", ['CTG2001 2:8']],
    ['texte blanc', 'acteurs', "pmi:\n  nom: ' '\n", ['CTG2001 2:8']],
    ['clé inconnue', 'ctg', 'format: 1\nfromat: 2\n', ['CTG2002 2:1']],
    ['deux clés inconnues', 'ctg', 'format: 1\na: 2\nb: 3\n', ['CTG2002 2:1', 'CTG2002 3:1']],
    ['énumération', 'ctg', 'format: 1\nstade: fini\n', ['CTG2003 2:8']],
    ['union de nombres', 'convention', "modele: a\nhypothese: 3\nperiode: { debut: signature, fin: '2027-12-31' }\n", ['CTG2003 2:12']],
    ['liste trop courte', 'territoire', 'nom: A\ntype: commune\ndepartement: B\ncommunes: []\n', ['CTG2004 4:1']],
    ['nombre trop petit', 'equipements', 'a: { nom: A, type: B, commune: C, montant_collectivite: { euros: -1, annee: 2020 } }\n', ['CTG2004 1:66']],
    ['nombre trop grand', 'indicateurs', 'a:\n  libelle: A\n  depart: { valeur: 1e300 }\n', ['CTG2004 3:21']],
    ['motif', 'territoire', 'nom: A\ntype: commune\ndepartement: B\ncommunes:\n  - { nom: C, insee: x }\n', ['CTG2005 5:22']],
    ['clé de table', 'acteurs', 'PMI:\n  nom: PMI\n', ['CTG2005 1:1']],
    ['clé réservée', 'glossaire', '__proto__: x\n', ['CTG2005 1:1']],
    ['nombre pour texte', 'acteurs', 'pmi:\n  nom: 12\n', ['CTG2006 2:8']],
    ['texte pour nombre', 'plan', 'axes:\n  a:\n    titre: A\n    actions:\n      b: { titre: B, echeances: [bientôt] }\n', ['CTG2006 5:34']],
    ['texte pour booléen', 'acteurs', 'pmi: { nom: PMI, a_designer: non }\n', ['CTG2006 1:30']],
    ['texte pour liste', 'glossaire', 'RPE: [a]\n', ['CTG2006 1:1']],
    ['liste pour table', 'acteurs', '- nom: PMI\n', ['CTG2006 1:1']],
    ['ligne vide facultative', 'acteurs', 'pmi:\n  nom: PMI\n  nom_complet:\n', ['CTG2006 3:15']],
    ['ligne vide obligatoire', 'acteurs', 'pmi:\n  nom:\n', ['CTG2001 2:7']],
    ['clé d’un texte à deux-points', 'plan', 'axes:\n  a:\n    titre: A\n    actions:\n      b: { titre: B, indicateurs: [Un : deux] }\n', ['CTG1004 5:36']],
    ['date inexistante', 'convention', "modele: a\nperiode: { debut: '2026-02-30', fin: '2027-12-31' }\n", ['CTG2007 2:19']],
    ['caractère caché', 'acteurs', 'pmi:\n  nom: "P\\u202EMI"\n', ['CTG1013 2:8']],
    ['fichier vide', 'acteurs', '# rien\n', ['CTG0006 1:1']],
    ['au fond d’un plan', 'plan', 'axes:\n  a:\n    titre: A\n    objectifs:\n      b:\n        titre: B\n        objectifs_operationnels:\n          c:\n            titre: C\n            actions:\n              d: { titre: D, pilote: [x] }\n', ['CTG2002 11:30']],
  ];
  it.each(cas)('%s', (_, kind, texte, attendu) => {
    expect(valider(kind, texte)).toEqual(attendu);
  });
  it('une faute de clé obligatoire ne compte qu’une fois, deux fautes deux fois', () => {
    expect(valider('acteurs', 'pmi:\n  non: PMI\n')).toEqual(['CTG2002 2:3']);
    expect(valider('acteurs', 'pmi:\n  zzzzzz: PMI\n')).toEqual(['CTG2001 1:1', 'CTG2002 2:3']);
  });
});

describe('ce que dit un schéma', () => {
  const schema = z.strictObject({
    nom: z.string().optional().meta({ title: 'Nom', description: 'Le nom.', examples: ['Martin'] }),
    ans: z.array(z.int()).meta({ title: 'Années', examples: [[2024, 2025]] }),
    par: z.record(z.string(), z.strictObject({ code: z.string().meta({ examples: ['01234'] }) })),
  });
  it('suit un chemin à travers les enveloppes, listes et tables', () => {
    expect(metaOf(schemaAt(schema, ['nom']))).toEqual({ title: 'Nom', description: 'Le nom.', example: 'Martin' });
    expect(keysOf(schema)).toEqual(['nom', 'ans', 'par']);
    expect(keysOf(schemaAt(schema, ['par', 'x']))).toEqual(['code']);
    expect(schemaAt(schema, ['ans', 3])).not.toBeNull();
    expect(schemaAt(schema, ['inconnu'])).toBeNull();
    expect(schemaAt(schema, ['constructor'])).toBeNull();
    expect(keysOf(null)).toEqual([]);
  });
  it('sait ce qui peut manquer, et donne un exemple qui s’écrit tel quel', () => {
    expect([isOptional(schemaAt(schema, ['nom'])), isOptional(schemaAt(schema, ['ans'])), isOptional(null)]).toEqual([true, false, false]);
    expect(exemple(schema, ['nom'])).toBe('nom: Martin');
    expect(exemple(schema, ['ans'])).toBe('ans: [2024, 2025]');
    expect(exemple(schema, ['ans', 0])).toBe('ans: [2024, 2025]');
    expect(exemple(schema, ['par', 'x', 'code'])).toBe('code: "01234"');
    expect(exemple(schema, ['par'])).toBeNull();
  });
  it('chaque exemple des schémas est admis par son schéma', () => {
    let vus = 0;
    const visiter = (s: z.ZodType, chemin: string): void => {
      const { example } = metaOf(s);
      if (example !== undefined) {
        vus += 1;
        expect(s.safeParse(example).success, `${chemin} : ${JSON.stringify(example)}`).toBe(true);
      }
      for (const cle of keysOf(s)) {
        const dessous = schemaAt(s, [cle]);
        if (dessous !== null && chemin.split('.').length < 6) visiter(dessous, `${chemin}.${cle}`);
      }
      const element = keysOf(s).length === 0 ? schemaAt(s, [0]) : null;
      if (element !== null && chemin.split('.').length < 6) visiter(element, `${chemin}.0`);
    };
    for (const [kind, s] of Object.entries(SCHEMAS)) visiter(s, kind);
    expect(vus).toBeGreaterThan(80);
  });
});

describe('les corrections proposées', () => {
  it.each([
    ['31/12/2027', '2027-12-31'], ['1/2/2027', '2027-02-01'], ['31.12.2027', '2027-12-31'], ['1er mars 2027', '2027-03-01'], ['le 14 juillet 2027', '2027-07-14'], ['2027-3-1', '2027-03-01'],
    ['2027/03/01', '2027-03-01'], ['2027-12-31T00:00:00Z', '2027-12-31'], ['31 décembre 2027', '2027-12-31'], ['31/04/2027', null], ['12/31/2027', null], ['bientôt', null], ['2027', null], ['31 brumaire 2027', null],
  ])('date %s → %s', (texte, attendu) => {
    expect(dateCorrigee(texte)).toBe(attendu);
  });
  it.each([
    ['12,5', '12.5'], ['1 234', '1234'], ['1\u202F234,50\u00A0€', '1234.50'], ['12 %', '12'], ['-3', '-3'], ['12,', null], ['1.234.567', null], ['1e3', null], ['', null], ['environ 12', null],
  ])('nombre %s → %s', (texte, attendu) => {
    expect(nombreCorrige(texte)).toBe(attendu);
  });
  it('identifiant, SIREN', () => {
    expect(correction('Le Creusot', '/^[a-z0-9]+(-[a-z0-9]+)*$/')).toBe('Écrivez : le-creusot');
    expect(correction('217 800 291', '/^\\d{9}$/')).toBe('Écrivez : "217800291"');
    expect(correction('217', '/^\\d{9}$/')).toBeNull();
  });
  it('garde les sigles', () => {
    expect([minuscule('SIREN'), minuscule('Code Insee'), minuscule('Écrire'), minuscule('')]).toEqual(['SIREN', 'code Insee', 'écrire', '']);
  });
});
