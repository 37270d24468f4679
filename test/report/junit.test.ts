import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { junit } from '../../src/report/junit.ts';
import { constats, contexte, sources, texte } from './jeu.ts';

const xsd = { fileName: 'jenkins-junit.xsd', contents: readFileSync(new URL('schemas/jenkins-junit.xsd', import.meta.url), 'utf8') };
const erreurs = async (contents: string): Promise<readonly string[]> => (await validateXML({ xml: [{ fileName: 'rapport.xml', contents }], schema: [xsd] })).errors.map((e) => e.message);
const faire = (diagnostics: readonly Diagnostic[]): string => junit(diagnostics, sources, contexte);
const attribut = (xml: string, tag: string, name: string): string[] => [...xml.matchAll(new RegExp(`<${tag}\\b[^>]*? ${name}="([^"]*)"`, 'g'))].map((m) => m[1] as string);

describe('junit', () => {
  it('est valide d’après le XSD de Jenkins, avec et sans constat', async () => {
    expect(await erreurs(faire(constats))).toEqual([]);
    expect(await erreurs(faire([]))).toEqual([]);
    expect(await erreurs(faire(constats).replaceAll('testcase', 'essai'))).not.toEqual([]);
    expect(await erreurs(faire(constats).replaceAll('&lt;', '<'))).not.toEqual([]);
  });

  it('compte une suite par fichier, et accorde ses comptes', () => {
    const xml = faire(constats);
    const sum = (name: string): number => attribut(xml, 'testsuite', name).reduce((total, n) => total + Number(n), 0);
    expect(attribut(xml, 'testsuite', 'name')).toEqual(['territoires/convention.yaml', 'territoires/ctg.yaml', 'territoires/perdu.yaml', `territoires/${texte.file}`]);
    expect([sum('tests'), sum('failures'), sum('errors'), sum('skipped')]).toEqual([7, 5, 0, 2]);
    expect([attribut(xml, 'testsuites', 'tests'), attribut(xml, 'testsuites', 'failures')]).toEqual([['7'], ['5']]);
    expect([xml.match(/<testcase /g)?.length, xml.match(/<failure /g)?.length, xml.match(/<skipped>/g)?.length]).toEqual([7, 5, 2]);
  });

  it('donne à chaque essai un nom qui ne dépend pas de la ligne', () => {
    expect(attribut(faire(constats), 'testcase', 'name')).toEqual([
      'CTG2002 Référence inconnue', 'CTG2002 Référence inconnue (2)', 'CTG0002 Référence inconnue', 'CTG0003 Référence inconnue', 'CTG4214 Pour information', 'CTG3001 Référence inconnue', 'CTG2001 Sur deux lignes',
    ]);
  });

  it('un fichier sain est un essai réussi ; les gabarits livrés n’y paraissent pas', () => {
    const xml = faire([]);
    expect(attribut(xml, 'testcase', 'name')).toEqual(['Aucun constat', 'Aucun constat']);
    expect(xml).not.toContain('templates/');
  });
});
