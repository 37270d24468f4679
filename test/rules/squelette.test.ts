/** `npm run regle` prépare une règle : deux fichiers, et une place dans la liste, à son rang. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import { dansUnDossier, RACINE } from '../cli/outils.ts';
import { lireCas, lirePage } from './pages.ts';

const lancer = (dossier: string, ...args: string[]) => spawnSync(process.execPath, [path.join(RACINE, 'src/tooling/regle.js'), '--dossier', dossier, ...args], { encoding: 'utf8' });
const codes = (liste: string): readonly string[] => [...liste.matchAll(/^import .* from '\.\/(CTG\d{4})-/gm)].map((m) => m[1] ?? '');
/** Les noms, dans l'ordre des imports et dans celui de la liste. */
const noms = (liste: string): readonly (readonly string[])[] => [[...liste.matchAll(/^import \{ (\w+) \} from '\.\/CTG/gm)].map((m) => m[1] ?? ''), [...liste.slice(liste.indexOf('RULES')).matchAll(/^ {2}(\w+),$/gm)].map((m) => m[1] ?? '')];

it.each(['CTG4000', 'CTG4179', 'CTG4499'])('%s prend son rang', (code) =>
  dansUnDossier((dossier) => {
    cpSync(path.join(RACINE, 'src/rules/index.ts'), path.join(dossier, 'index.ts'));
    const avant = codes(readFileSync(path.join(dossier, 'index.ts'), 'utf8'));
    const { status, stdout, stderr } = lancer(dossier, code, 'toute-neuve', 'Une règle d’essai');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('remplacez chaque « À écrire »');
    const liste = readFileSync(path.join(dossier, 'index.ts'), 'utf8');
    expect(avant.length).toBeGreaterThan(80);
    expect(codes(liste)).toEqual([...avant, code].sort());
    const [imports, rangs] = noms(liste);
    expect(rangs).toEqual(imports);
    const [page = '', regle = ''] = readdirSync(dossier).filter((f) => f.startsWith(code)).map((f) => readFileSync(path.join(dossier, f), 'utf8'));
    expect(transformSync(regle, { loader: 'ts' }).code).toContain(`code: "${code}"`);
    const { sections } = lirePage(page);
    expect([...sections.keys()]).toEqual(['Ce que la règle vérifie', 'Pourquoi', 'Exemple conforme', 'Exemple fautif', 'Comment corriger', 'Exceptions']);
    expect(lireCas(sections.get('Exemple fautif') ?? '').flatMap((c) => c.marques)).toEqual([{ code, ou: 'plan/plan.yaml:8' }]);
  }));

it('ne reprend pas un code, ne remplace rien, et dit comment s’en servir', () =>
  dansUnDossier((dossier) => {
    cpSync(path.join(RACINE, 'src/rules/index.ts'), path.join(dossier, 'index.ts'));
    const avant = readFileSync(path.join(dossier, 'index.ts'), 'utf8');
    for (const [args, dit] of [
      [['CTG4001', 'autre', 'Autre'], 'déjà pris'],
      [['CTG4179', 'votes', 'Votes'], 'déjà le nom d’une règle'],
      [['CTG9999', 'autre', 'Autre'], 'Usage'],
      [['CTG4179', 'Élan', 'Autre'], 'Usage'],
    ] as const) {
      const { status, stderr } = lancer(dossier, ...args);
      expect([status, stderr]).toEqual([2, expect.stringContaining(dit)]);
    }
    expect(readFileSync(path.join(dossier, 'index.ts'), 'utf8')).toBe(avant);
    expect(readdirSync(dossier)).toEqual(['index.ts']);
  }));
