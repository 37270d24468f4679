/** Les mêmes fautes sur un vrai dossier : liens symboliques, noms décomposés, droits. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../src/host/node.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { contenu, MINIMAL, prose } from './fautes.ts';
import { assembler, enLigne, type Fichiers, RACINE } from './territoire.ts';

let base = '';
const dossier = (): string => path.join(base, 'territoire');

function ecrire(fichiers: Fichiers): void {
  for (const [nom, texte] of Object.entries(assembler(MINIMAL, fichiers))) {
    mkdirSync(path.dirname(path.join(dossier(), nom)), { recursive: true });
    writeFileSync(path.join(dossier(), nom), texte);
  }
}

async function constats(): Promise<readonly string[]> {
  const { diagnostics, sources } = await compile(nodeHost(dossier(), { packageRoot: RACINE, env: {} }), { targets: [] });
  // Les règles du fond ont leurs essais.
  return diagnostics.filter((d) => !d.code.startsWith('CTG4')).map((d) => enLigne(d, sources));
}

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'ctg-entrees-'));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

describe('un vrai dossier', () => {
  it('sain sur le disque comme en mémoire', async () => {
    ecrire({});
    expect(await constats()).toEqual([]);
  });

  it('un lien symbolique vers un fichier hors du territoire n’est pas suivi', async () => {
    ecrire({ 'plan/plan.yaml': null });
    writeFileSync(path.join(base, 'dehors.yaml'), contenu('plan/plan.yaml'));
    mkdirSync(path.join(dossier(), 'plan'));
    symlinkSync(path.join(base, 'dehors.yaml'), path.join(dossier(), 'plan/plan.yaml'));
    expect(await constats()).toEqual(['erreur CTG0007 plan/plan.yaml']);
  });

  it('un dossier qui est un lien vers le dehors n’est pas suivi', async () => {
    ecrire({ 'plan/plan.yaml': null });
    mkdirSync(path.join(base, 'dehors'));
    writeFileSync(path.join(base, 'dehors/plan.yaml'), contenu('plan/plan.yaml'));
    symlinkSync(path.join(base, 'dehors'), path.join(dossier(), 'plan'));
    expect(await constats()).toEqual(['erreur CTG0007 plan']);
  });

  it('un lien à l’intérieur du territoire est suivi', async () => {
    ecrire({ 'plan/plan.yaml': null, 'sources/le-plan.yaml': contenu('plan/plan.yaml') });
    mkdirSync(path.join(dossier(), 'plan'));
    symlinkSync('../sources/le-plan.yaml', path.join(dossier(), 'plan/plan.yaml'));
    expect(await constats()).toEqual([]);
  });

  it('un lien en boucle, un lien cassé : un constat chacun', async () => {
    ecrire({});
    symlinkSync('boucle.yaml', path.join(dossier(), 'plan/boucle.yaml'));
    symlinkSync('absent.yaml', path.join(dossier(), 'plan/casse.yaml'));
    expect(await constats()).toEqual(['erreur CTG0003 plan/boucle.yaml', 'erreur CTG0003 plan/casse.yaml']);
  });

  it('un dossier nommé comme un fichier obligatoire', async () => {
    ecrire({ 'territoire.yaml': null });
    mkdirSync(path.join(dossier(), 'territoire.yaml'));
    expect(await constats()).toEqual(['erreur CTG0002']);
  });

  it('une image au nom décomposé (Mac) se trouve', async () => {
    const svg = '<svg viewBox="0 0 10 10"><path d="M0 0"/></svg>';
    ecrire({ ...prose('![Carte](../images/périmètre.svg)'), ['images/périmètre.svg'.normalize('NFD')]: svg });
    expect(await constats()).toEqual([]);
  });

  it('une image citée sous une écriture décomposée se trouve aussi', async () => {
    const svg = '<svg viewBox="0 0 10 10"><path d="M0 0"/></svg>';
    ecrire({ ...prose(`![Carte](../images/${'périmètre'.normalize('NFD')}.svg)`), 'images/périmètre.svg': svg });
    expect(await constats()).toEqual([]);
  });

  it('un logo au nom en majuscules ne se perd pas', async () => {
    ecrire({ 'logos/COMMUNE.SVG': '<svg viewBox="0 0 10 10"><path d="M0 0"/></svg>' });
    const { tree } = await compile(nodeHost(dossier(), { packageRoot: RACINE, env: {} }), { targets: [] });
    expect(tree?.cover.logos.map((l) => l.alt)).toEqual(['Logo : Commune de Bourg-Modèle']);
  });

  // L'administrateur passe outre les droits : l'hôte en mémoire joue alors ce cas (entrees.test.ts).
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('un fichier sans droit de lecture', async () => {
    ecrire({});
    chmodSync(path.join(dossier(), 'territoire.yaml'), 0);
    expect(await constats()).toEqual(['erreur CTG0003 territoire.yaml']);
  });

  it('dix mille fichiers étrangers ne ralentissent pas', async () => {
    ecrire({});
    mkdirSync(path.join(dossier(), 'photos'));
    for (let i = 0; i < 10_000; i++) writeFileSync(path.join(dossier(), 'photos', `${String(i)}.txt`), '');
    const debut = performance.now();
    expect(await constats()).toEqual([]);
    expect(performance.now() - debut).toBeLessThan(5_000);
  });
});
