/**
 * Le dépôt que `ctg init` prépare, avec le paquet installé comme le dit docs/guides/integration-continue.md : les commandes
 * des deux forges, lues dans les fichiers écrits, donnent leurs rapports ; le contrôle avant enregistrement arrête une faute.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { RACINE } from '../cli/outils.ts';
import { type Execution, exigerBati, lancer } from './outils.ts';

interface Etape {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: { readonly path?: string };
}

describe.skipIf(process.platform === 'win32')('le dépôt d’un territoire', () => {
  const dossier = mkdtempSync(path.join(tmpdir(), 'ctg dépôt '));
  const depot = path.join(dossier, 'Ma convention');
  const lire = (fichier: string): string => readFileSync(path.join(depot, fichier), 'utf8');
  const sh = (ligne: string, env: Record<string, string> = {}): Execution => lancer('bash', ['-euc', ligne], depot, { HOME: dossier, ...env });
  const plan = (pilote: string): void => writeFileSync(path.join(depot, 'plan/plan.yaml'), lire('plan/plan.yaml').replace(/pilotes: \[.*?\]/, `pilotes: [${pilote}]`));
  const effacer = (...fichiers: readonly string[]): void => {
    for (const f of fichiers) rmSync(path.join(depot, f), { recursive: true, force: true });
  };

  beforeAll(() => {
    exigerBati();
    const pack = lancer('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', dossier], RACINE);
    expect(pack.code, pack.erreur).toBe(0);
    const [{ filename }] = JSON.parse(pack.sortie) as [{ filename: string }];
    const init = lancer(process.execPath, [path.join(RACINE, 'bin/ctg.js'), 'init', depot, '--territoire', 'Le Creusot', '--oui'], dossier);
    expect(init.code, init.erreur).toBe(0);
    // Sans le paquet, rien d'autre ne prend sa place : npx --no refuse d'en chercher un.
    const sans = lancer('npx', ['--no', '--', 'ctg', 'validate'], depot, { PATH: [path.dirname(process.execPath), '/usr/bin', '/bin'].join(path.delimiter), npm_config_prefix: dossier });
    expect(sans.code).not.toBe(0);
    copyFileSync(path.join(dossier, filename), path.join(depot, filename));
    const install = lancer('npm', ['install', '--save-dev', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`], depot);
    expect(install.code, install.erreur).toBe(0);
    expect(JSON.parse(lire('package.json'))).toHaveProperty('devDependencies.ctg', `file:${filename}`);
  }, 240_000);
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  it('GitHub : annotations, rapports, documents', { timeout: 120_000 }, () => {
    const { jobs } = parse(lire('.github/workflows/ctg.yml')) as { jobs: { convention: { steps: Etape[] } } };
    const etapes = jobs.convention.steps;
    const ctg = etapes.flatMap((e) => (e.run?.startsWith('npx ') === true ? [e.run] : []));
    expect(ctg).toHaveLength(2);
    plan('inconnu');
    const faute = sh(ctg[0] ?? '', { GITHUB_WORKSPACE: depot });
    expect([faute.code, faute.sortie]).toEqual([1, expect.stringMatching(/^::error file=plan\/plan\.yaml,line=\d+/m)]);
    expect(lire('ctg-rapport.md')).toContain('CTG3001');
    plan('le-creusot');
    for (const ligne of ctg) expect(sh(ligne, { GITHUB_WORKSPACE: depot }).code, ligne).toBe(0);
    const joints = etapes.find((e) => e.uses?.startsWith('actions/upload-artifact@') === true)?.with?.path?.trim().split('\n') ?? [];
    expect(joints).toEqual(['sortie/', 'ctg-rapport.html']);
    for (const f of [...joints, 'sortie/convention.pdf']) expect(existsSync(path.join(depot, f)), f).toBe(true);
    expect(etapes.find((e) => e.run?.includes('gh pr comment') === true)?.run).toContain('--body-file ctg-rapport.md');
    effacer('sortie', 'ctg-rapport.html', 'ctg-rapport.md');
  });

  it('GitLab : Code Quality, JUnit, rapports, documents', { timeout: 120_000 }, () => {
    const { convention } = parse(lire('.gitlab-ci.yml')) as { convention: { script: string[]; artifacts: { paths: string[]; reports: { codequality: string; junit: string } } } };
    const ctg = convention.script.filter((l) => l.startsWith('npx '));
    expect(ctg).toHaveLength(2);
    const { codequality, junit } = convention.artifacts.reports;
    plan('inconnu');
    expect(sh(ctg[0] ?? '', { CI_PROJECT_DIR: depot }).code).toBe(1);
    const qualite = JSON.parse(lire(codequality)) as { check_name: string; location: { path: string } }[];
    expect(qualite.map((q) => [q.check_name, q.location.path])).toContainEqual(['CTG3001', 'plan/plan.yaml']);
    expect(lire(junit)).toMatch(/<failure /);
    plan('le-creusot');
    for (const ligne of ctg) expect(sh(ligne, { CI_PROJECT_DIR: depot }).code, ligne).toBe(0);
    expect(lire(junit)).not.toMatch(/<failure /);
    for (const f of [...convention.artifacts.paths, 'ctg-rapport.md', 'sortie/convention.pdf']) expect(existsSync(path.join(depot, f)), f).toBe(true);
  });

  it('git : un enregistrement faux est refusé, un sain passe', { timeout: 120_000 }, () => {
    const git = (args: string): Execution => sh(`git -c user.name=Essai -c user.email=essai@example.org ${args}`, { GIT_CONFIG_NOSYSTEM: '1' });
    expect(git('init -q').code).toBe(0);
    expect(git('config core.hooksPath .githooks').code).toBe(0);
    plan('inconnu');
    git('add -A');
    const refuse = git('commit -q -m essai');
    expect(refuse.code).not.toBe(0);
    expect(refuse.sortie + refuse.erreur).toContain('CTG3001');
    expect(git('rev-parse --verify -q HEAD').code).not.toBe(0);
    plan('le-creusot');
    git('add -A');
    const passe = git('commit -q -m essai');
    expect(passe.code, passe.erreur).toBe(0);
    expect(git('ls-files').sortie).toContain('.tgz');
    expect(git('ls-files').sortie).not.toContain('sortie/');
  });
});
