/**
 * Mêmes octets sous chaque version majeure de Node que `engines` admet. Leurs exécutables sont dans le dossier CTG_NOEUDS
 * (`node22/bin/node`…), que .ci/run remplit ; ailleurs, l'essai est sauté.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXEMPLES, RACINE } from '../golden/atelier.ts';

const MAJEURES = [20, 22, 24] as const;
const dossier = process.env['CTG_NOEUDS'];
if (dossier === undefined && process.env['CI'] === 'true') throw new Error('CTG_NOEUDS manque : .ci/run y installe Node 20, 22 et 24.');

/** Nom → somme de chaque document. */
function batir(node: string, exemple: string): Readonly<Record<string, string>> {
  const sortie = mkdtempSync(path.join(tmpdir(), 'ctg-noeuds-'));
  try {
    const { status, stderr } = spawnSync(node, [path.join(RACINE, 'bin/ctg.js'), 'build', path.join(RACINE, 'examples', exemple), '-o', sortie], { encoding: 'utf8', env: {} });
    expect(status, stderr).toBe(0);
    return Object.fromEntries(readdirSync(sortie).sort().map((f) => [f, createHash('sha256').update(readFileSync(path.join(sortie, f))).digest('hex')]));
  } finally {
    rmSync(sortie, { recursive: true, force: true });
  }
}

describe.skipIf(dossier === undefined)('mêmes octets', () => {
  const noeud = (majeure: number): string => path.join(dossier as string, `node${majeure}`, 'bin/node');

  it.each(MAJEURES)('Node %i est bien celui qu’il dit', (majeure) => {
    expect(existsSync(noeud(majeure))).toBe(true);
    expect(spawnSync(noeud(majeure), ['--version'], { encoding: 'utf8' }).stdout).toMatch(new RegExp(`^v${majeure}\\.`));
  });

  it.each(EXEMPLES)('%s, sous chacun', (exemple) => {
    const [premier, ...autres] = MAJEURES.map((majeure) => batir(noeud(majeure), exemple));
    expect(Object.keys(premier ?? {})).toContain('convention.pdf');
    expect(autres).toHaveLength(MAJEURES.length - 1);
    for (const autre of autres) expect(autre).toEqual(premier);
  });
});
