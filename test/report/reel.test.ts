/** Les rapports d'un vrai territoire fautif, tous demandés d'un coup par la ligne de commande, chacun lu comme le lira son logiciel. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { RACINE, ctg, dansUnDossier } from '../cli/outils.ts';

const CORPUS = 'acte-entier-creusot-montceau';
const FICHIERS = { json: 'r.json', sarif: 'r.sarif', junit: 'r.xml', gitlab: 'gl.json', github: 'gh.txt', markdown: 'r.md', html: 'r.html' } as const;

interface Constat {
  readonly code: string;
  readonly severity: string;
  readonly file?: string | null;
  readonly related: readonly unknown[];
}
const lus = new Map<string, string>();
let constats: readonly Constat[] = [];

beforeAll(async () => {
  await dansUnDossier(async (cwd) => {
    const args = Object.entries(FICHIERS).flatMap(([format, fichier]) => ['--format', `${format}=${fichier}`]);
    const { code } = await ctg(['validate', path.join(RACINE, 'examples/erreurs', CORPUS), ...args], { cwd });
    expect(code).toBe(1);
    for (const [format, fichier] of Object.entries(FICHIERS)) lus.set(format, readFileSync(path.join(cwd, fichier), 'utf8'));
  });
  constats = (JSON.parse(lus.get('json') ?? '') as { diagnostics: readonly Constat[] }).diagnostics;
}, 60_000);

const codes = (liste: readonly string[]): readonly string[] => [...liste].sort();

describe('les rapports d’un acte entier', () => {
  it('portent sur de nombreux constats, dont plusieurs à lieux liés et de trois gravités', () => {
    expect(constats.length).toBeGreaterThan(15);
    expect(constats.filter((c) => c.related.length > 0).length).toBeGreaterThan(4);
    expect(new Set(constats.map((c) => c.severity)).size).toBeGreaterThanOrEqual(2);
  });

  it('sarif : le schéma de la norme l’admet, avec chaque constat et ses lieux liés', () => {
    const { $schema: _, id, ...schema } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>;
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
    addFormats.default(ajv);
    const valide = ajv.compile({ $id: id as string, ...schema });
    const log = JSON.parse(lus.get('sarif') ?? '') as { runs: [{ results: { ruleId: string; relatedLocations?: unknown[] }[] }] };
    expect(valide(log), JSON.stringify(valide.errors)).toBe(true);
    const { results } = log.runs[0];
    expect(codes(results.map((r) => r.ruleId))).toEqual(codes(constats.map((c) => c.code)));
    expect(results.filter((r) => (r.relatedLocations ?? []).length > 0).length).toBe(constats.filter((c) => c.related.length > 0).length);
  });

  it('junit : le XSD de Jenkins l’admet, un essai manqué par erreur', async () => {
    const xml = lus.get('junit') ?? '';
    const contents = readFileSync(new URL('schemas/jenkins-junit.xsd', import.meta.url), 'utf8');
    const { errors } = await validateXML({ xml: [{ fileName: 'rapport.xml', contents: xml }], schema: [{ fileName: 'jenkins-junit.xsd', contents }] });
    expect(errors.map((e) => e.message)).toEqual([]);
    expect(xml.match(/<failure /g)?.length).toBe(constats.filter((c) => c.severity === 'erreur').length);
  });

  it('gitlab : chaque champ demandé, une empreinte par constat', () => {
    const issues = JSON.parse(lus.get('gitlab') ?? '') as { description: string; check_name: string; fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }[];
    expect(codes(issues.map((i) => i.check_name))).toEqual(codes(constats.map((c) => c.code)));
    expect(new Set(issues.map((i) => i.fingerprint)).size).toBe(issues.length);
    for (const { description, severity, location } of issues) {
      expect(description.length).toBeGreaterThan(10);
      expect(severity).toMatch(/^(?:info|minor|major|critical|blocker)$/);
      expect([typeof location.path, Number.isInteger(location.lines.begin) && location.lines.begin >= 1]).toEqual(['string', true]);
    }
  });

  it('github, markdown et html nomment chaque code', () => {
    for (const format of ['github', 'markdown', 'html']) for (const code of new Set(constats.map((c) => c.code))) expect(lus.get(format), format).toContain(code);
  });
});
