/** La suite officielle de YAML, chaque texte mis à la place d'un fichier du territoire. */
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceText } from '../../src/base/span.ts';
import { parseYaml } from '../../src/sources/yaml.ts';
import { memoryCache } from '../../src/pipeline/cache.ts';
import { compiler, fichiersExemple } from '../golden/atelier.ts';
import { CAS, type Cas, HORS_DU_FORMAT } from './suite.ts';

const FICHIERS = ['glossaire.yaml', 'acteurs.yaml', 'plan/plan.yaml', 'calendrier.yaml'] as const;
const minimal = fichiersExemple('minimal');

const lire = (c: Cas): ReturnType<typeof parseYaml> => parseYaml(new SourceText('glossaire.yaml', c.yaml));

/** Mots de l'anglais qui ne sont pas aussi du français. */
const ANGLAIS = /\b(?:the|and|with|must|not|should|expected|unexpected|missing|found|implicit|mappings?|sequences?|indentation|flow|block|closing|quotes?|keys?|values?|invalid|unresolved|error|warning|is|are|at|of|in|same|allowed|line|column|anchor|string|collection|undefined|null)\b/i;

/** Ce qu'un constat dit de lui-même : sans ce qu'il cite du texte. */
function dit(d: Diagnostic, texte: string): string {
  const mots = new Set(texte.toLowerCase().split(/[^\p{L}]+/u));
  return [d.title, d.message, d.hint ?? ''].join(' ').split(/([^\p{L}]+)/u).filter((m) => !mots.has(m.toLowerCase())).join('');
}

function dansLeFichier(d: Diagnostic, texte: string, nom: string): void {
  expect(d.span?.start, nom).toBeGreaterThanOrEqual(0);
  expect(d.span?.end, nom).toBeGreaterThanOrEqual(d.span?.start ?? 0);
  expect(d.span?.end, nom).toBeLessThanOrEqual(texte.length);
}

describe('la suite officielle de YAML', () => {
  it('est là tout entière', () => {
    expect(CAS.length).toBeGreaterThanOrEqual(400);
    expect(CAS.filter((c) => c.fautif).length).toBeGreaterThanOrEqual(90);
    expect(CAS.filter(HORS_DU_FORMAT).length).toBeGreaterThanOrEqual(70);
  });

  it.each(FICHIERS)('%s : jamais de panne, et chaque constat montre un endroit du fichier', async (fichier) => {
    let refus = 0;
    const cache = memoryCache();
    // Chaque texte passe par deux fichiers : sa lecture ne dépend pas de l'endroit, ce qui suit en dépend.
    for (const c of CAS.filter((_, i) => [i, i + 1].some((n) => FICHIERS[n % FICHIERS.length] === fichier))) {
      const { diagnostics } = await compiler({ ...minimal, [fichier]: c.yaml }, { cache });
      for (const d of diagnostics.filter((x) => x.span?.file === fichier)) dansLeFichier(d, c.yaml, c.nom);
      if (diagnostics.some((d) => d.severity === 'erreur')) refus++;
    }
    expect(refus).toBeGreaterThan(100);
  }, 120_000);

  it('chaque refus est en français, à sa place, et ne répète rien de la bibliothèque', () => {
    let refus = 0;
    for (const c of CAS) {
      const [content, diagnostics] = lire(c);
      if (content !== null) continue;
      refus++;
      expect(diagnostics.length, c.nom).toBeGreaterThan(0);
      const documents = parseAllDocuments(c.yaml, { prettyErrors: false });
      const leurs = (Array.isArray(documents) ? [...documents] : []).flatMap((d) => [...d.errors, ...d.warnings].map((e) => e.message));
      for (const d of diagnostics) {
        dansLeFichier(d, c.yaml, c.nom);
        expect(dit(d, c.yaml), c.nom).not.toMatch(ANGLAIS);
        for (const message of leurs) expect(`${d.message} ${d.hint ?? ''}`, c.nom).not.toContain(message);
        expect(d.message, c.nom).toMatch(/[.…]$/);
      }
    }
    expect(refus).toBeGreaterThan(150);
  });

  it('ce qui n’est pas du YAML est refusé', () => {
    const acceptes = CAS.filter((c) => c.fautif && lire(c)[0] !== null).map((c) => c.nom);
    // Des directives seules, que la bibliothèque passe : il n'y a rien à lire, rien n'est mal lu.
    expect(acceptes).toEqual(['9MMA/0 Directive by itself with no document', 'SF5V/0 Duplicate YAML directive']);
  });

  it('ce qui en est a la valeur que dit la suite', () => {
    let egaux = 0;
    for (const c of CAS) {
      const [content] = lire(c);
      if (content === null || c.fautif || c.json === null) continue;
      expect(HORS_DU_FORMAT(c), c.nom).toBe(false);
      expect(content.value, c.nom).toEqual(JSON.parse(c.json));
      egaux++;
    }
    expect(egaux).toBeGreaterThanOrEqual(190);
  });

  it('du YAML bien formé n’est refusé que pour une raison dite d’avance', () => {
    const refus: Record<string, number> = {};
    for (const c of CAS) {
      const [content, diagnostics] = lire(c);
      if (content !== null || c.fautif) continue;
      const codes = [...new Set(diagnostics.map((d) => d.code))].join();
      if (HORS_DU_FORMAT(c)) expect(codes, c.nom).toMatch(/^CTG100[168]$/);
      else refus[codes] = (refus[codes] ?? 0) + 1;
    }
    // Un groupe pour clé ; deux clés vides ; un champ sans valeur entre accolades.
    expect(refus).toEqual({ CTG1001: 11, CTG1002: 1, CTG1012: 4 });
  });
});
