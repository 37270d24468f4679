import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/base/catalogue/index.ts';
import type { Compile } from '../../src/cli/session.ts';
import { compile, type Output } from '../../src/pipeline/compile.ts';
import { copier, ctg, dansUnDossier, ecrire, fichiers } from './outils.ts';

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const PDF: Output = { target: 'pdf', path: 'convention.pdf', bytes: octets('%PDF') };
const HTML: Output = { target: 'html', path: 'convention.html', bytes: octets('<html>') };

let voulues: readonly string[] = [];
beforeEach(() => {
  voulues = [];
});
/** Le vrai contrôle des sources, des rendus de papier. */
const faux: Compile = async (host, options) => {
  voulues = options.targets;
  const result = await compile(host, { targets: [] });
  return { ...result, outputs: [PDF, HTML].filter((o) => options.targets.includes(o.target)) };
};

const dansMinimal = (action: (cwd: string) => Promise<void>): Promise<void> =>
  dansUnDossier(async (dossier) => {
    const cwd = path.join(dossier, 'Mes documents', 'Été');
    copier('minimal', cwd);
    await action(cwd);
  });

describe('ctg build', () => {
  it('écrit tous les documents dans sortie/ et en donne la liste', () =>
    dansMinimal(async (cwd) => {
      expect(await ctg(['build'], { cwd, compile: faux })).toEqual({ code: 0, sortie: 'sortie/convention.pdf\nsortie/convention.html\n', erreur: '' });
      expect(voulues).toEqual(['pdf', 'html', 'plan']);
      expect(fichiers(path.join(cwd, 'sortie'))).toEqual(['convention.html', 'convention.pdf']);
      expect(readFileSync(path.join(cwd, 'sortie/convention.pdf'), 'utf8')).toBe('%PDF');
    }));

  it('n’écrit que les cibles demandées, là où on le demande, relativement au dossier courant', () =>
    dansMinimal(async (cwd) => {
      const ailleurs = path.dirname(cwd);
      expect(await ctg(['build', 'Été', '-o', 'envoi/à signer', '--cible', 'html, html'], { cwd: ailleurs, compile: faux })).toEqual({ code: 0, sortie: 'envoi/à signer/convention.html\n', erreur: '' });
      expect(voulues).toEqual(['html']);
      expect(fichiers(path.join(ailleurs, 'envoi'))).toEqual(['à signer/convention.html']);
    }));

  it('remplace les documents d’avant sans toucher au reste du dossier', () =>
    dansMinimal(async (cwd) => {
      ecrire(cwd, { 'sortie/convention.pdf': 'ancien', 'sortie/notes.txt': 'à garder' });
      expect((await ctg(['build'], { cwd, compile: faux })).code).toBe(0);
      expect(fichiers(path.join(cwd, 'sortie'))).toEqual(['convention.html', 'convention.pdf', 'notes.txt']);
      expect(readFileSync(path.join(cwd, 'sortie/convention.pdf'), 'utf8')).toBe('%PDF');
      expect(readFileSync(path.join(cwd, 'sortie/notes.txt'), 'utf8')).toBe('à garder');
    }));

  it('en JSON, la sortie standard porte le rapport et la liste, rien d’autre', () =>
    dansMinimal(async (cwd) => {
      const { code, sortie, erreur } = await ctg(['build', '--format', 'json', '--cible', 'pdf'], { cwd, compile: faux });
      expect([code, erreur]).toEqual([0, '']);
      expect(JSON.parse(sortie)).toMatchObject({ version: 1, diagnostics: [], outputs: ['sortie/convention.pdf'] });
    }));

  it('donne plusieurs rapports à la fois, chacun dans son fichier, sans cacher la liste des documents', () =>
    dansMinimal(async (cwd) => {
      ecrire(cwd, { 'teritoire.yaml': 'nom: X\n' });
      const formats = ['json', 'sarif', 'junit', 'gitlab', 'github', 'markdown', 'html', 'codeframe'];
      const { code, sortie, erreur } = await ctg(['build', '--cible', 'pdf', ...formats.flatMap((f) => ['--format', `${f}=rapport ${f}.txt`])], { cwd, compile: faux });
      expect([code, sortie, erreur]).toEqual([0, 'sortie/convention.pdf\n', '']);
      for (const f of formats) expect(readFileSync(path.join(cwd, `rapport ${f}.txt`), 'utf8'), f).toContain('CTG0008');
      expect(JSON.parse(readFileSync(path.join(cwd, 'rapport json.txt'), 'utf8'))).toMatchObject({ outputs: ['sortie/convention.pdf'] });
    }));

  it('un rapport pour un logiciel prend la sortie standard ; la liste passe sur l’autre', () =>
    dansMinimal(async (cwd) => {
      const { code, sortie, erreur } = await ctg(['build', '--format', 'gitlab', '--cible', 'pdf'], { cwd, compile: faux });
      expect([code, JSON.parse(sortie), erreur]).toEqual([0, [], 'sortie/convention.pdf\n']);
    }));

  it('en cas d’erreur aussi, les rapports sont écrits ; --max limite ceux que l’on lit', () =>
    dansMinimal(async (cwd) => {
      ecrire(cwd, { 'ctg.yaml': 'format: 1\nstad: projet\nstage: projet\n' });
      const { code, sortie, erreur } = await ctg(['build', '--max', '1', '--format', 'codeframe', '--format', 'junit=r.xml'], { cwd, compile: faux });
      expect([code, sortie]).toEqual([1, '']);
      expect(erreur.match(/CTG2002/g)).toHaveLength(1);
      expect(erreur).toContain('et 1 autre dans ce fichier');
      expect(readFileSync(path.join(cwd, 'r.xml'), 'utf8').match(/<failure /g)).toHaveLength(2);
      expect(existsSync(path.join(cwd, 'sortie'))).toBe(false);
    }));

  it('un rapport ne prend ni la place d’un document, ni celle d’une source', () =>
    dansMinimal(async (cwd) => {
      mkdirSync(path.join(cwd, 'sortie'));
      for (const ou of ['sortie/convention.html', 'plan/plan.yaml']) {
        const { code, erreur } = await ctg(['build', '--format', `html=${ou}`], { cwd, compile: faux });
        expect(code, ou).toBe(2);
        expect(erreur, ou).toContain(ou);
      }
      expect(fichiers(path.join(cwd, 'sortie'))).toEqual([]);
    }));

  it('dit les avertissements sur la sortie d’erreur et écrit quand même', () =>
    dansMinimal(async (cwd) => {
      ecrire(cwd, { 'teritoire.yaml': 'nom: X\n' });
      const { code, sortie, erreur } = await ctg(['build'], { cwd, compile: faux });
      expect([code, sortie]).toEqual([0, 'sortie/convention.pdf\nsortie/convention.html\n']);
      expect(erreur).toContain('avertissement CTG0008');
    }));

  it('une erreur de rendu n’écrit rien', () =>
    dansMinimal(async (cwd) => {
      const rendu: Compile = async (host, options) => ({ ...(await faux(host, options)), outputs: [], diagnostics: [diagnostic('CTG7002', { detail: 'Trop haut.' }, null)] });
      const { code, sortie, erreur } = await ctg(['build'], { cwd, compile: rendu });
      expect([code, sortie]).toEqual([1, '']);
      expect(erreur).toContain('CTG7002');
      expect(erreur).toContain('Aucun document n’a été écrit');
      expect(existsSync(path.join(cwd, 'sortie'))).toBe(false);
    }));

  it('un dossier à la place d’un document : 2, et les autres documents restent ceux d’avant', () =>
    dansMinimal(async (cwd) => {
      ecrire(cwd, { 'sortie/convention.pdf': 'ancien', 'sortie/convention.html/x': '' });
      const { code, sortie, erreur } = await ctg(['build'], { cwd, compile: faux });
      expect([code, sortie]).toEqual([2, '']);
      expect(erreur).toContain('CTG0012');
      expect(erreur).toContain('Impossible d’écrire sortie/convention.html\u00A0: un dossier porte ce nom.');
      expect(fichiers(path.join(cwd, 'sortie'))).toEqual(['convention.html/x', 'convention.pdf']);
      expect(readFileSync(path.join(cwd, 'sortie/convention.pdf'), 'utf8')).toBe('ancien');
    }));

  it('un fichier au milieu du chemin de sortie : 2, dit simplement', () =>
    dansMinimal(async (cwd) => {
      const { code, erreur } = await ctg(['build', '-o', 'ctg.yaml/pdf'], { cwd, compile: faux });
      expect(code).toBe(2);
      expect(erreur).toContain('un fichier se trouve à la place d’un dossier');
    }));

  it('un lien vers un dossier de sources ne trompe pas', () =>
    dansMinimal(async (cwd) => {
      symlinkSync(path.join(cwd, 'signataires'), path.join(path.dirname(cwd), 'envoi'));
      const { code, erreur } = await ctg(['build', '-o', '../envoi'], { cwd, compile: faux });
      expect(code).toBe(2);
      expect(erreur).toContain('dossier de sources');
      mkdirSync(path.join(cwd, 'neuf'));
      expect((await ctg(['build', '-o', 'neuf'], { cwd, compile: faux })).code).toBe(0);
    }));
});
