/** Des dossiers entiers au hasard, par la ligne de commande : jamais de panne, un code prévu, des endroits justes, des rapports lisibles. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FORMATS } from '../../src/cli/formats.ts';
import { type Compile, lazyCompile } from '../../src/cli/session.ts';
import type { CompileResult } from '../../src/pipeline/compile.ts';
import { ctg, dansUnDossier } from '../cli/outils.ts';
import { DOSSIER } from './dossiers.ts';
import { verifier } from './rapports.ts';
import { DELAI, tirages } from './tirages.ts';

/** Une trace d'appels de Node, où qu'elle paraisse. */
const TRACE = /^\s+at .+:\d+:\d+|panne interne|\bTypeError\b|\bRangeError\b|\[object Object\]|\bundefined\b/m;

/** Une bibliothèque qui parle d'elle-même le ferait en anglais, hors du rapport. */
const bavardes = (['warn', 'error'] as const).map((sorte) => ({ sorte, dits: [] as unknown[] }));
beforeEach(() => {
  for (const { sorte, dits } of bavardes) vi.spyOn(console, sorte).mockImplementation((...mots) => void dits.push(mots));
  process.on('warning', avertir);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.off('warning', avertir);
  expect(bavardes.flatMap((b) => b.dits)).toEqual([]);
});
function avertir(warning: Error): void {
  bavardes[0]?.dits.push(warning.message);
}

function endroits({ diagnostics, sources }: CompileResult): void {
  for (const d of diagnostics) {
    for (const span of [d.span, ...d.related.map((r) => r.span), ...(d.correction?.edits.map((e) => e.span) ?? [])]) {
      if (span === null) continue;
      expect(span.start, d.code).toBeGreaterThanOrEqual(0);
      expect(span.end, d.code).toBeGreaterThanOrEqual(span.start);
      expect(span.end, `${d.code} ${span.file}`).toBeLessThanOrEqual(sources.get(span.file)?.text.length ?? 0);
    }
    expect(`${d.title} ${d.message} ${d.hint ?? ''}`.replace(/«[^»]*»|"[^"]*"/g, ''), d.code).not.toMatch(/\[object |\bundefined\b|\bNaN\b/);
  }
}

it('ctg validate, tous les rapports', async () => {
  const codes: Record<number, number> = {};
  const vus = new Set<string>();
  await fc.assert(
    fc.asyncProperty(DOSSIER, fc.constantFrom('projet', 'conseil', 'signature', 'bilan'), (fichiers, stade) =>
      dansUnDossier(async (dossier) => {
        for (const [nom, octets] of Object.entries(fichiers)) {
          const file = path.join(dossier, 'territoire', nom);
          mkdirSync(path.dirname(file), { recursive: true });
          writeFileSync(file, octets);
        }
        let found: CompileResult | null = null;
        const compile: Compile = async (host, options) => (found = await lazyCompile(host, options));
        const fichier = (f: string): string => path.join(dossier, `rapport.${f}`);
        const args = ['validate', 'territoire', '--stade', stade, '--format', 'codeframe', ...FORMATS.filter((f) => f !== 'codeframe').flatMap((f) => ['--format', `${f}=${fichier(f)}`])];
        const { code, sortie, erreur } = await ctg(args, { cwd: dossier, compile });
        codes[code] = (codes[code] ?? 0) + 1;
        expect([0, 1, 2], erreur).toContain(code);
        expect(erreur).not.toMatch(TRACE);
        const lu = found as CompileResult | null;
        if (lu === null) throw new Error(`rien n’a été compilé : ${sortie}${erreur}`);
        endroits(lu);
        for (const d of lu.diagnostics) vus.add(d.code);
        expect(code).toBe(lu.diagnostics.some((d) => d.severity === 'erreur') ? 1 : 0);
        for (const format of FORMATS) verifier(format, format === 'codeframe' ? sortie : readFileSync(fichier(format), 'utf8'), lu.diagnostics.length);
      }),
    ),
    tirages(150),
  );
  console.log('codes de sortie', codes, 'sortes de constats', vus.size);
  expect(codes[0]).toBeGreaterThan(5);
  expect(codes[1]).toBeGreaterThan(50);
  expect(vus.size).toBeGreaterThan(40);
}, DELAI);

it('ctg build : des documents, ou une faute dite', async () => {
  let ecrits = 0;
  await fc.assert(
    fc.asyncProperty(DOSSIER, (fichiers) =>
      dansUnDossier(async (dossier) => {
        for (const [nom, octets] of Object.entries(fichiers)) {
          const file = path.join(dossier, nom);
          mkdirSync(path.dirname(file), { recursive: true });
          writeFileSync(file, octets);
        }
        const { code, sortie, erreur } = await ctg(['build', '--cible', 'html,plan', '--format', 'json'], { cwd: dossier });
        expect([0, 1, 2], erreur).toContain(code);
        expect(erreur).not.toMatch(TRACE);
        JSON.parse(sortie);
        if (code !== 0) return;
        ecrits++;
        const page = readFileSync(path.join(dossier, 'sortie/convention.html'), 'utf8');
        expect(page).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n?$/);
        JSON.parse(readFileSync(path.join(dossier, 'sortie/plan-actions.json'), 'utf8'));
      }),
    ),
    tirages(40),
  );
  expect(ecrits).toBeGreaterThan(3);
}, DELAI);
