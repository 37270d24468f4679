import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceText } from '../../src/base/span.ts';
import { codeDescriptions } from '../../src/cli/codes.ts';
import { messageText, relativeUri, sarif } from '../../src/report/sarif.ts';
import { RACINE } from '../cli/outils.ts';
import { autre, codes, constat, constats, contexte, sources, texte } from './jeu.ts';

/** Le schéma de la norme, tel que Microsoft le livre. Il est en version 4 de JSON Schema : seul son en-tête change de forme. */
const { $schema: _, id, ...schema } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>;
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const valide = ajv.compile({ $id: id as string, ...schema });

interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly snippet?: { readonly text: string };
}
interface Location {
  readonly id?: number;
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }; readonly region: Region; readonly contextRegion?: Region };
  readonly message?: { readonly text: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Run {
  readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string; readonly name: string }[] } };
  readonly columnKind: string;
  readonly originalUriBaseIds: object;
  readonly results: readonly Result[];
}

function run(diagnostics: readonly Diagnostic[] = constats, from = sources): Run {
  const log = JSON.parse(sarif(diagnostics, from, contexte)) as { readonly runs: readonly [Run] };
  expect(valide(log), JSON.stringify(valide.errors)).toBe(true);
  return log.runs[0];
}
const results = run().results;

describe('sarif', () => {
  it('le schéma de la norme refuse ce qui n’en est pas', () => {
    const log = JSON.parse(sarif(constats, sources, contexte)) as { runs: { results: { level: string }[] }[] };
    for (const result of log.runs[0]?.results ?? []) result.level = 'erreur';
    expect(valide(log)).toBe(false);
    expect(valide({ version: '2.1.0' })).toBe(false);
  });

  it('vaut sans constat, et avec les vrais codes de ctg, chacun décrit', async () => {
    expect(run([]).results).toEqual([]);
    const vrais = await codeDescriptions(RACINE);
    expect(vrais.length).toBeGreaterThan(80);
    for (const { code, title, description, page } of vrais) {
      expect(title.length, code).toBeGreaterThan(3);
      expect(description.length, code).toBeGreaterThan(3);
      // GitHub coupe au-delà.
      expect(description.length, code).toBeLessThanOrEqual(1024);
      expect(page, code).toMatch(new RegExp(`^# ${code} — `));
    }
    const log = JSON.parse(sarif(constats, sources, { ...contexte, codes: vrais })) as { runs: [Run] };
    expect(valide(log), JSON.stringify(valide.errors)).toBe(true);
    const noms = log.runs[0].tool.driver.rules.map((r) => r.name);
    for (const nom of noms) expect(nom).toMatch(/^[A-Z][A-Za-z0-9]+$/);
  });

  it('dit sa version, ses colonnes en UTF-16, et aucun chemin de la machine', () => {
    const { tool, columnKind, originalUriBaseIds } = run();
    expect(tool.driver.version).toBe('1.2.3');
    expect(columnKind).toBe('utf16CodeUnits');
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { description: { text: 'Racine du dépôt.' } } });
    expect(JSON.stringify(run())).not.toContain('file:');
  });

  it('relie chaque constat à sa règle, même hors de la liste', () => {
    const { rules } = run().tool.driver;
    expect(rules.length).toBe(codes.length + 1);
    for (const r of results) expect(rules[r.ruleIndex]?.id).toBe(r.ruleId);
    expect(results.map((r) => r.level)).toEqual(['note', 'error', 'warning', 'error', 'error', 'error', 'error']);
  });

  it('écrit des URI relatives, en pour cent', () => {
    expect(relativeUri('plan été/1 – a,b.yaml')).toBe('plan%20%C3%A9t%C3%A9/1%20%E2%80%93%20a%2Cb.yaml');
    expect(relativeUri("l'été (1)!*#?%.md")).toBe('l%27%C3%A9t%C3%A9%20%281%29%21%2A%23%3F%25.md');
    const at = results[0]?.locations[0].physicalLocation.artifactLocation;
    expect([decodeURIComponent(at?.uri ?? ''), at?.uriBaseId]).toEqual([`territoires/${texte.file}`, '%SRCROOT%']);
    for (const r of results) for (const l of [...r.locations, ...(r.relatedLocations ?? [])]) expect(l.physicalLocation.artifactLocation.uri).toMatch(/^[\w\-.~%/]+$/);
  });

  it('montre l’endroit exact : la région, relue dans le texte, est son extrait', () => {
    const deux = results[2]?.locations[0].physicalLocation;
    expect(deux?.region).toEqual({ startLine: 3, startColumn: 3, endLine: 4, endColumn: 13, snippet: { text: 'trois:\n    - quatre' } });
    expect(deux?.contextRegion).toEqual({ startLine: 3, endLine: 4, snippet: { text: '  trois:\n    - quatre' } });
  });

  it('sans endroit lu, garde le fichier et sa première ligne', () => {
    expect(results[5]?.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'territoires/perdu.yaml', uriBaseId: '%SRCROOT%' }, region: { startLine: 1 } });
    expect(results[6]?.locations[0].physicalLocation.artifactLocation.uri).toBe('territoires/ctg.yaml');
  });

  it('ses messages ne forment ni variable ni lien', () => {
    expect(messageText('Écrivez {{caf}} ou [](article:duree).')).toBe('Écrivez {{{{caf}}}} ou []\u2060(article:duree).');
    expect(results[1]?.relatedLocations?.[0]).toMatchObject({ id: 1, message: { text: expect.stringContaining('voir a <b>') as string } });
  });
});

describe('l’empreinte d’un constat', () => {
  const prints = (diagnostics: readonly Diagnostic[], from = sources): readonly (string | undefined)[] => run(diagnostics, from).results.map((r) => r.partialFingerprints['ctgLigne/v1']);

  it('diffère d’un constat à l’autre, même sur deux lignes semblables', () => {
    const all = prints(constats);
    expect(new Set(all).size).toBe(constats.length);
    for (const p of all) expect(p).toMatch(/^[0-9a-f]{16}$/);
  });

  it('ne dépend ni du numéro de ligne, ni du retrait, ni du message', () => {
    const [avant] = prints([constat(texte, 'quatre')]);
    const plusBas = new SourceText(texte.file, `# ajout\n# ajout\n${texte.text.replace('    - quatre', '  -   quatre')}`);
    const [apres] = prints([constat(plusBas, 'quatre', { message: 'Dit autrement.' })], new Map([[texte.file, plusBas]]));
    expect(apres).toBe(avant);
  });

  it('change avec le code, le fichier ou le texte de la ligne', () => {
    const [a] = prints([constat(autre, 'modele')]);
    const [b] = prints([constat(autre, 'modele', { code: 'CTG2002' })]);
    const change = new SourceText(autre.file, 'modele: y\n');
    const [c] = prints([constat(change, 'modele')], new Map([[autre.file, change]]));
    const ailleurs = new SourceText('b.yaml', autre.text);
    const [d] = prints([constat(ailleurs, 'modele')], new Map([['b.yaml', ailleurs]]));
    expect(new Set([a, b, c, d]).size).toBe(4);
  });
});
