import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { corriger } from '../../src/cli/corrections.ts';
import { compile, nodeHost } from '../../src/index.ts';

const packageRoot = path.join(import.meta.dirname, '../..');
let dossier = '';
const fichier = (nom: string): string => path.join(dossier, nom);
const lire = (nom: string): string => readFileSync(fichier(nom), 'utf8');
const changer = (nom: string, de: RegExp, en: string): void => {
  const avant = lire(nom);
  const apres = avant.replace(de, en);
  expect(apres, `${nom} ne contient pas ${String(de)}`).not.toBe(avant);
  writeFileSync(fichier(nom), apres);
};
const corrections = () => corriger(nodeHost(dossier, { packageRoot, env: {} }), (host) => compile(host, { targets: [] }));

beforeEach(() => {
  dossier = mkdtempSync(path.join(os.tmpdir(), 'ctg-fix-'));
  cpSync(path.join(packageRoot, 'examples/minimal'), dossier, { recursive: true, filter: (f) => !f.includes('attendu') });
});

describe('corrections sûres', () => {
  it('un projet sain n’en appelle aucune', async () => {
    expect(await corrections()).toEqual([]);
  });

  it('date, nombre, texte à deux-points et code : corrigés ensemble, le reste au caractère près', async () => {
    changer('convention.yaml', /fin: .*/, 'fin: 31/12/2028   # le terme');
    changer('plan/plan.yaml', /titre: Bien/, 'titre: Axe un : Bien');
    const done = await corrections();
    expect(done.map((c) => c.path).sort()).toEqual(['convention.yaml', 'plan/plan.yaml']);
    const convention = done.find((c) => c.path === 'convention.yaml');
    expect(convention?.apres).toBe(convention?.avant.replace('31/12/2028', '2028-12-31'));
    expect(done.find((c) => c.path === 'plan/plan.yaml')?.apres).toContain('titre: "Axe un : Bien');
    // Rien n'est écrit par la recherche elle-même.
    expect(lire('convention.yaml')).toContain('31/12/2028');
  });

  it('le nom d’une commune s’aligne sur territoire.yaml à l’écriture près, jamais au-delà', async () => {
    const nom = /commune: (.+)/.exec(lire('signataires/02-commune.yaml'))?.[1] ?? '';
    changer('signataires/02-commune.yaml', /commune: .+/, `commune: ${nom.toLowerCase().replaceAll('-', ' ')}`);
    expect((await corrections())[0]?.apres).toContain(`commune: ${nom}`);
    changer('signataires/02-commune.yaml', /commune: .+/, 'commune: Bourg-Voisin');
    expect(await corrections()).toEqual([]);
  });

  it('ce qui pourrait changer le sens n’est pas touché', async () => {
    changer('convention.yaml', /fin: .*/, 'fin: 2028-02-31');
    expect(await corrections()).toEqual([]);
  });
});
