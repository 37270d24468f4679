import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/pipeline/compile.ts';
import type { Compile } from '../../src/cli/session.ts';
import { copier, ctg, dansUnDossier, ecrire, RACINE } from './outils.ts';

const minimal = path.join(RACINE, 'examples/minimal');
const panne: Compile = () => Promise.reject(new TypeError('le monde est rond'));

describe('ctg', () => {
  it('donne la version de package.json', async () => {
    const { version } = JSON.parse(readFileSync(path.join(RACINE, 'package.json'), 'utf8')) as { version: string };
    expect(await ctg(['--version'], { cwd: RACINE })).toEqual({ code: 0, sortie: `${version}\n`, erreur: '' });
  });

  it('sans commande, montre l’aide sur la sortie d’erreur et échoue', async () => {
    const { code, sortie, erreur } = await ctg([], { cwd: RACINE });
    expect([code, sortie]).toEqual([2, '']);
    expect(erreur).toContain('Usage\u00A0: ctg [options] <commande>');
  });

  it.each([[['--help']], [['help', 'build']], [['validate', '--help']], [['build', '-h']]])('montre l’aide demandée en français : %j', async (args) => {
    const { code, sortie, erreur } = await ctg(args, { cwd: RACINE });
    expect([code, erreur]).toEqual([0, '']);
    expect(sortie).toContain('Options\u00A0:');
    expect(sortie).not.toMatch(/\b(Usage:|Options:|Commands|Arguments:|default|display|choices|version number)\b/);
  });
});

describe('une panne interne', () => {
  it.each([['validate'], ['build']])('de %s donne 3, sans pile ni fichier', async (commande) => {
    await dansUnDossier(async (cwd) => {
      copier('minimal', cwd);
      const { code, sortie, erreur } = await ctg([commande], { cwd, compile: panne });
      expect([code, sortie]).toEqual([3, '']);
      expect(erreur).toContain('panne interne');
      expect(erreur).toContain('le monde est rond');
      expect(erreur).toContain('--trace');
      expect(erreur).not.toContain('at ');
    });
  });

  it('montre sa pile à qui la demande', async () => {
    expect((await ctg(['validate', '--trace'], { cwd: minimal, compile: panne })).erreur).toMatch(/\n\s+at .*main\.test\.ts/);
    expect((await ctg(['validate'], { cwd: minimal, compile: panne, env: { CTG_TRACE: '1' } })).erreur).toMatch(/\n\s+at /);
  });
});

describe('le terminal', () => {
  const couleurs = async (env: Readonly<Record<string, string>>, tty: boolean): Promise<boolean> =>
    dansUnDossier(async (cwd) => {
      ecrire(cwd, { 'ctg.yaml': 'stad: projet\n' });
      return (await ctg(['validate'], { cwd, env, tty })).sortie.includes('\u001B[');
    });

  it.each<[Record<string, string>, boolean, boolean]>([
    [{}, false, false],
    [{}, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
  ])('NO_COLOR, puis FORCE_COLOR, puis le terminal : %j, terminal %s', async (env, tty, attendu) => {
    expect(await couleurs(env, tty)).toBe(attendu);
  });

  it('ne reçoit de remarques sur la sortie d’erreur que s’il est là', async () => {
    expect((await ctg(['validate'], { cwd: minimal, tty: false })).erreur).toBe('');
    expect((await ctg(['validate', minimal], { cwd: RACINE, tty: true })).erreur).toBe('Contrôle de examples/minimal\n');
  });
});

describe('ce qui est chargé', () => {
  it('validate ne demande aucun rendu', async () => {
    const demandes: (readonly string[])[] = [];
    const espion: Compile = (host, options) => {
      demandes.push(options.targets);
      return compile(host, options);
    };
    await ctg(['validate'], { cwd: minimal, compile: espion });
    expect(demandes).toEqual([[]]);
  });
});
