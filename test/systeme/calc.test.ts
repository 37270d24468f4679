/** Le plan d'actions ouvert dans un tableur français : LibreOffice Calc, avec ce que prend un Excel français (« ; », UTF-8, français). */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvCell, planCsv } from '../../src/render/tableaux/csv.ts';
import { arbreDe, compiler, EXEMPLES, fichiersExemple } from '../golden/atelier.ts';
import { dansUnDossier, manque } from '../word/outils.ts';
import { unzip } from '../word/zip.ts';

/** Séparateur « ; », guillemet droit, UTF-8, dès la première ligne, langue française (1036), nombres et dates reconnus. */
const FILTRE = '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true';

/** Ce que Calc a lu : ses cases, une ligne par tableau, et combien sont des formules. Null si Calc n'est pas installé. */
function ouvrir(csvs: Readonly<Record<string, string>>): Readonly<Record<string, { readonly cases: readonly (readonly string[])[]; readonly formules: number }>> | null {
  return dansUnDossier((dir) => {
    const noms = Object.keys(csvs);
    for (const nom of noms) writeFileSync(join(dir, `${nom}.csv`), csvs[nom] as string);
    execFileSync('soffice', ['--headless', `-env:UserInstallation=${pathToFileURL(join(dir, 'profil'))}`, FILTRE, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', dir, ...noms.map((nom) => join(dir, `${nom}.csv`))], { stdio: 'ignore', timeout: 150_000 });
    if (noms.some((nom) => !existsSync(join(dir, `${nom}.xlsx`)))) return null;
    return Object.fromEntries(noms.map((nom) => [nom, feuille(readFileSync(join(dir, `${nom}.xlsx`)))]));
  });
}

const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const texte = (xml: string): string => xml.replace(/<[^>]*>/g, '').replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, nom: string) => (code === undefined ? (ENTITES[nom] ?? '?') : String.fromCodePoint(Number(code))));

function feuille(xlsx: Buffer): { cases: string[][]; formules: number } {
  const parts = unzip(xlsx);
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  const partages = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((m) => texte(m[1] as string));
  const cases = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map((row) => {
    const ligne: string[] = [];
    for (const [, colonne = '', attributs = '', contenu = ''] of (row[1] as string).matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const valeur = texte(/<v>(.*?)<\/v>/s.exec(contenu)?.[1] ?? '');
      ligne[colonne.length === 1 ? colonne.charCodeAt(0) - 65 : 26] = / t="s"/.test(attributs) ? (partages[Number(valeur)] ?? '?') : valeur;
    }
    return Array.from(ligne, (v) => v ?? '');
  });
  return { cases, formules: sheet.match(/<f[ >]/g)?.length ?? 0 };
}

/** Les cases d'un CSV, par la RFC 4180. */
function attendues(csv: string): readonly (readonly string[])[] {
  const lignes: string[][] = [[]];
  for (const [, cite, nu, suite] of csv.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/g)) {
    (lignes.at(-1) as string[]).push(cite?.replaceAll('""', '"') ?? nu ?? '');
    if (suite === '\r\n') lignes.push([]);
    if (suite === '') break;
  }
  return lignes.slice(0, -1);
}
/** Calc n'écrit pas les cases vides du bout d'une ligne. */
const sansBout = (ligne: readonly string[]): readonly string[] => ligne.slice(0, ligne.findLastIndex((v) => v !== '') + 1);

const PIEGES = ['=1+1', '+33 1 23 45 67 89', '-3 ans', '@SOMME(A1)', '\t=1', 'deux\nlignes', 'avec "guillemets"', 'a ; b', 'œuvre « été » à Écuisses', '1.2 Titre', 'l’Île-d’Aval'];
const sansCalc = manque('soffice', '--version');

describe.skipIf(sansCalc)('le plan d’actions dans un tableur français', () => {
  const csvs: Record<string, string> = {};
  let lues: NonNullable<ReturnType<typeof ouvrir>> = {};

  beforeAll(async () => {
    for (const nom of EXEMPLES) {
      const { outputs } = await compiler(fichiersExemple(nom), { targets: ['plan'] });
      const csv = outputs.find((o) => o.path === 'plan-actions.csv');
      if (csv === undefined) throw new Error(`${nom} n’a pas de plan-actions.csv`);
      csvs[nom] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.bytes);
    }
    csvs['pieges'] = `\uFEFF${['Titre', ...PIEGES].map((v) => `${csvCell(v)};2025\r\n`).join('')}`;
    // Un plan dont un auteur a écrit une formule, de la source au tableur.
    const files = fichiersExemple('minimal');
    const plan = Object.keys(files).find((f) => /^plan\//.test(f)) as string;
    const malin = new TextDecoder().decode(files[plan]).replace(/^(\s+titre: ).*$/gm, '$1"=HYPERLINK(1)"');
    csvs['formule'] = planCsv(await arbreDe({ ...files, [plan]: malin })) ?? '';
    const found = ouvrir(csvs);
    if (found === null) throw new Error('LibreOffice Calc est introuvable (paquet libreoffice-calc) : .ci/run l’installe.');
    lues = found;
  });

  it.each([...EXEMPLES, 'pieges', 'formule'])('%s : chaque case est à sa place, telle qu’écrite, et rien n’est une formule', (nom) => {
    const { cases, formules } = lues[nom] as (typeof lues)[string];
    const voulues = attendues(csvs[nom] as string);
    expect(voulues.length).toBeGreaterThan(1);
    expect(cases.map(sansBout)).toEqual(voulues.map(sansBout));
    expect(formules).toBe(0);
  });

  it('le contenu vient bien des exemples : accents, listes, sauts de ligne, gardes', () => {
    const tout = (nom: string): string => (lues[nom]?.cases ?? []).flat().join('\n');
    expect(lues['creusot-montceau']?.cases.length).toBeGreaterThan(30);
    expect(tout('creusot-montceau')).toMatch(/Échéance\n(?:.*\n)*.*offres de services plus lisibles[\s\S]*2023 ; 2024/);
    expect(tout('pieges')).toContain('deux\nlignes');
    expect(tout('pieges')).toContain("'=1+1");
    expect(tout('formule')).toContain('=HYPERLINK(1)');
  });
});
