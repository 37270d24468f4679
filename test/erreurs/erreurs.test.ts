/**
 * Corpus de fautes : chaque dossier d'examples/erreurs est un petit territoire fautif, et `attendu.txt` dit exactement ce que
 * ctg doit y trouver. `CTG_MAJ=1` réécrit les attendus, hors intégration continue ; la différence se relit avant d'être gardée.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../src/host/node.ts';
import { compile } from '../../src/pipeline/compile.ts';

const RACINE = path.resolve(import.meta.dirname, '../..');
const CORPUS = path.join(RACINE, 'examples/erreurs');
const dossiers = readdirSync(CORPUS, { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map((e) => e.name)
  .sort();
const METTRE_A_JOUR = process.env['CTG_MAJ'] === '1' && process.env['CI'] !== 'true';

async function constater(dossier: string): Promise<string> {
  const { diagnostics, sources, outputs } = await compile(nodeHost(path.join(CORPUS, dossier), { packageRoot: RACINE, env: {} }), { targets: [] });
  expect(outputs).toEqual([]);
  return diagnostics
    .map(({ code, span }) => {
      if (span === null) return `${code} -\n`;
      const { line, column } = sources.get(span.file)?.position(span.start) ?? { line: 1, column: 1 };
      return `${code} ${span.file}:${String(line)}:${String(column)}\n`;
    })
    .join('');
}

describe('corpus de fautes', () => {
  it('compte au moins dix familles', () => {
    expect(dossiers.length).toBeGreaterThanOrEqual(10);
  });

  it('se lit dans un éditeur avec le schéma de chaque fichier', () => {
    let vus = 0;
    for (const fichier of readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.yaml'))) {
      const modeline = /^# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(path.join(CORPUS, fichier), 'utf8'))?.[1];
      if (modeline === undefined) continue;
      const schema = path.resolve(path.dirname(path.join(CORPUS, fichier)), modeline);
      expect(path.dirname(schema), fichier).toBe(path.join(RACINE, 'schemas/json'));
      expect(existsSync(schema), fichier).toBe(true);
      vus += 1;
    }
    expect(vus).toBeGreaterThan(100);
  });

  it.each(dossiers)('%s', async (dossier) => {
    const attendu = path.join(CORPUS, dossier, 'attendu.txt');
    const constats = await constater(dossier);
    if (METTRE_A_JOUR) writeFileSync(attendu, constats);
    expect(existsSync(path.join(CORPUS, dossier, 'README.md')), 'un README.md dit la faute').toBe(true);
    expect(existsSync(attendu), `attendu.txt manque ; relancez avec CTG_MAJ=1 et relisez-le`).toBe(true);
    expect(constats).not.toBe('');
    expect(constats).toBe(readFileSync(attendu, 'utf8'));
  });

  /** Les fautes d'un acte réel, seules puis ensemble ; sont laissés les constats que seul le petit dossier doit à son découpage. */
  it.each([
    ['acte-entier-aubergenville', ['residus', 'hypotheses', 'periode-votee', 'pilotes-et-indicateurs', 'representants-de-2022'], ['CTG4203', 'CTG4262']],
    ['acte-entier-creusot-montceau', ['noms', 'chiffres', 'plan-et-fiche', 'communes', 'echeances', 'donnees-sans-rgpd', 'indicateurs-sans-cible'], ['CTG3003']],
  ])('%s : aucune faute n’en cache une autre', async (ensemble, seules, laisses) => {
    const codes = async (dossier: string): Promise<readonly string[]> => [...new Set([...(await constater(dossier)).matchAll(/^CTG\d{4}/gm)].map(([code]) => code))];
    const vus = await codes(ensemble);
    let cherches = 0;
    for (const dossier of seules) {
      const propres = (await codes(dossier)).filter((code) => !laisses.includes(code));
      expect(vus, dossier).toEqual(expect.arrayContaining([...propres]));
      cherches += propres.length;
    }
    expect(cherches).toBeGreaterThan(seules.length);
  });
});
