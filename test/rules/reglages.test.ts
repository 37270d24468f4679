import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateExiste } from '../../src/base/francais.ts';
import { analyze } from '../../src/pipeline/analyze.ts';
import { noCache } from '../../src/pipeline/cache.ts';
import { RULES } from '../../src/rules/index.ts';
import { DATES_DECLAREES, formeAttendue, LISTES_DECLAREES, reglagesDe, SEUILS_DECLARES, TABLES_DECLAREES } from '../../src/rules/reglages.ts';
import type { Lignes } from '../../src/rules/tables.ts';
import { lireCas, lirePage } from './pages.ts';
import { hote, MINIMAL, RACINE } from './projet.ts';

const seuils = [...SEUILS_DECLARES].flatMap(([code, parNom]) => [...parNom].map(([nom, seuil]) => ({ code, nom, seuil })));
const dates = [...DATES_DECLAREES].flatMap(([code, parNom]) => [...parNom].map(([nom, jour]) => ({ code, nom, jour })));
const tables = [...TABLES_DECLAREES].map(([nom, table]) => ({ nom, table }));
const declares = (code: string): readonly string[] => [SEUILS_DECLARES, LISTES_DECLAREES, DATES_DECLAREES].flatMap((d) => [...(d.get(code)?.keys() ?? [])]).concat(tables.filter((t) => t.table.regles.includes(code)).map((t) => t.nom)).sort();
const listes = [...LISTES_DECLAREES].flatMap(([code, parNom]) => [...parNom].map(([nom, liste]) => ({ code, nom, liste })));

/** Noms que lit une règle sur les exemples de sa page. */
function lus(code: string): ReadonlySet<string> {
  const rule = RULES.find((r) => r.code === code);
  if (rule === undefined) throw new Error(`règle inconnue : ${code}`);
  const page = lirePage(readFileSync(path.join(RACINE, 'src/rules', `${code}-${rule.slug}.md`), 'utf8'));
  const names = new Set<string>();
  const vrais = reglagesDe(code);
  const temoin = {
    seuil(nom: string): number {
      names.add(nom);
      return vrais.seuil(nom);
    },
    liste(nom: string): readonly string[] {
      names.add(nom);
      return vrais.liste(nom);
    },
    date(nom: string): string {
      names.add(nom);
      return vrais.date(nom);
    },
    table<N extends keyof Lignes>(nom: N): readonly Lignes[N][] {
      names.add(nom);
      return vrais.table(nom);
    },
  };
  for (const cas of [...lireCas(page.sections.get('Exemple conforme') ?? ''), ...lireCas(page.sections.get('Exemple fautif') ?? '')]) {
    const { projet } = analyze(hote({ ...MINIMAL, ...cas.fichiers }), noCache);
    expect([...rule.check(projet, temoin)]).toBeInstanceOf(Array);
  }
  return names;
}

describe('seuils et listes', () => {
  it('sont déclarés, et par des règles', () => {
    expect(seuils.length).toBeGreaterThan(12);
    expect(listes.length).toBeGreaterThan(5);
    const codes = RULES.map((r) => r.code as string);
    expect(dates.length).toBeGreaterThan(4);
    expect(tables.length).toBeGreaterThan(4);
    for (const { code } of [...seuils, ...listes, ...dates]) expect(codes).toContain(code);
    for (const { table } of tables) expect(codes).toEqual(expect.arrayContaining([...table.regles]));
  });

  it.each(seuils)('$code $nom : bornes, source, date', ({ nom, seuil }) => {
    expect(nom).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
    expect([seuil.valeur, seuil.min, seuil.max].every(Number.isInteger)).toBe(true);
    expect(seuil.min).toBeLessThanOrEqual(seuil.valeur);
    expect(seuil.valeur).toBeLessThanOrEqual(seuil.max);
    expect(['loi', 'modele', 'territoire']).toContain(seuil.fixe_par);
    // Ce que la loi fixe n'a qu'une valeur ; le reste en admet plusieurs.
    expect(seuil.min === seuil.max).toBe(seuil.fixe_par === 'loi');
    expect(dateExiste(seuil.releve_le)).toBe(true);
    for (const texte of [seuil.description, seuil.source]) expect(texte).toMatch(/^\p{Lu}.*\.$/u);
    if (seuil.fixe_par === 'loi') expect(seuil.source).toMatch(/Code|Loi/);
  });

  it.each(listes)('$code $nom : source, date, sans doublon', ({ nom, liste }) => {
    expect(nom).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
    expect(new Set(liste.valeurs).size).toBe(liste.valeurs.length);
    expect(dateExiste(liste.releve_le)).toBe(true);
    for (const texte of [liste.description, liste.source]) expect(texte).toMatch(/^\p{Lu}.*\.$/u);
  });

  it.each(listes.filter((l) => l.liste.forme !== undefined))('$code $nom : chaque valeur a la forme de la liste, et un exemple la montre', ({ liste }) => {
    for (const mot of [...liste.valeurs, liste.exemple ?? '']) expect(formeAttendue(liste, mot), mot).toBeNull();
    expect(formeAttendue(liste, 'autre chose')).not.toBeNull();
  });

  it.each(dates)('$code $nom : un jour, sa source', ({ nom, jour }) => {
    expect(nom).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
    expect([jour.valeur, jour.releve_le].every(dateExiste)).toBe(true);
    expect(jour.description).toMatch(/^\p{Lu}.*\.$/u);
    expect(jour.source).toMatch(/^(?:Code|Loi|Ordonnance|Décret).*\.$/u);
  });

  it.each(tables)('table $nom : des lignes de même forme, une source, un jour', ({ nom, table }) => {
    expect(nom).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
    expect(dateExiste(table.releve_le)).toBe(true);
    for (const texte of [table.description, table.source]) expect(texte).toMatch(/^\p{Lu}.*\.$/u);
    expect(table.lignes.length).toBeGreaterThan(3);
    expect(new Set(table.lignes.map((l) => Object.keys(l).join())).size).toBe(1);
  });

  it('les données sont dans des fichiers JSON, et rien d’autre', () => {
    const noms = readdirSync(path.join(RACINE, 'src/rules/donnees'));
    expect(noms.length).toBeGreaterThan(3);
    expect(noms.filter((n) => !n.endsWith('.json'))).toEqual([]);
  });

  it.each([...new Set([...[...seuils, ...listes, ...dates].map((d) => d.code), ...tables.flatMap((t) => t.table.regles)])])('%s lit ce qu’elle déclare, et rien d’autre', (code) => {
    expect([...lus(code)].sort()).toEqual(declares(code));
  });

  it('un nom qui n’est pas déclaré est une panne', () => {
    expect(() => reglagesDe('CTG4112').seuil('autre')).toThrow('CTG4112 lit un réglage qu’elle ne déclare pas');
    expect(() => reglagesDe('CTG4101').liste('autre')).toThrow('CTG4101');
  });

  it('sont dans la page livrée de la règle, avec leur valeur', () => {
    for (const { code, nom, seuil } of seuils) {
      const rule = RULES.find((r) => r.code === code);
      const page = readFileSync(path.join(RACINE, 'docs/regles', `${code}-${rule?.slug ?? ''}.md`), 'utf8').replace(/[\u00A0\u202F]/g, ' ');
      expect(page, code).toContain(`| \`${nom}\` | ${String(seuil.valeur).replace(/(\d)(\d{3})$/, '$1 $2')} ${seuil.unite.replace(/[\u00A0\u202F]/g, ' ')} |`);
      expect(page.indexOf('## Seuils et listes')).toBeLessThan(page.indexOf('## Comment corriger'));
    }
  });
});
