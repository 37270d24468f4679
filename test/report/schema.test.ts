import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type AnySchema, Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { json, jsonReport } from '../../src/report/json.ts';
import { RACINE, copier, ctg, dansUnDossier } from '../cli/outils.ts';
import { constats, sources } from './jeu.ts';

const valide = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(path.join(RACINE, 'schemas/json/diagnostics.schema.json'), 'utf8')) as AnySchema);
const verdict = (value: unknown): string | null => (valide(value) ? null : JSON.stringify(valide.errors));

describe('le schéma publié du rapport JSON', () => {
  it('admet les rapports, et des champs de plus', () => {
    expect(verdict(JSON.parse(json(constats, sources)))).toBeNull();
    expect(verdict(JSON.parse(json([], sources)))).toBeNull();
    expect(verdict({ ...jsonReport(constats, sources), nouveau: 1 })).toBeNull();
  });

  it('admet ce que validate et build écrivent vraiment', async () => {
    await dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      for (const args of [['validate', '--format', 'json'], ['build', '--cible', 'html', '--format', 'json']]) {
        const { code, sortie } = await ctg(args, { cwd });
        expect(code).toBe(0);
        expect(verdict(JSON.parse(sortie))).toBeNull();
      }
    });
  });

  it('refuse un champ perdu, une autre version, une gravité inconnue', () => {
    const rapport = jsonReport(constats, sources);
    const [premier, ...suite] = rapport.diagnostics;
    expect(verdict({ ...rapport, version: 2 })).not.toBeNull();
    expect(verdict({ ...rapport, summary: undefined })).not.toBeNull();
    expect(verdict({ ...rapport, diagnostics: [{ ...premier, severity: 'error' }, ...suite] })).not.toBeNull();
    expect(verdict({ ...rapport, diagnostics: [{ ...premier, line: 0 }, ...suite] })).not.toBeNull();
  });

  it('nomme chaque champ que le rapport écrit', () => {
    const { properties } = JSON.parse(readFileSync(path.join(RACINE, 'schemas/json/diagnostics.schema.json'), 'utf8')) as { properties: { diagnostics: { items: { properties: object } }; summary: { properties: object } } };
    const rapport = jsonReport(constats, sources);
    expect(Object.keys(properties.diagnostics.items.properties).sort()).toEqual(Object.keys(rapport.diagnostics[0] ?? {}).sort());
    expect(Object.keys(properties.summary.properties).sort()).toEqual(Object.keys(rapport.summary).sort());
  });
});
