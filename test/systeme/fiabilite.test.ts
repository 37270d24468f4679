/** Ce qui arrive vraiment : la commande livrée, de vrais processus, de vrais signaux, un vrai disque plein. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copier, dansUnDossier, ecrire, fichiers, RACINE } from '../cli/outils.ts';

const CTG = path.join(RACINE, 'bin/ctg.js');
const CIBLES = ['--cible', 'html,plan'];
const lance = (cwd: string, ...args: string[]): ChildProcess => spawn(process.execPath, [CTG, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
const fini = (enfant: ChildProcess): Promise<{ code: number | null; signal: string | null }> => new Promise((resolve) => void enfant.once('exit', (code, signal) => resolve({ code, signal })));
const ctg = (cwd: string, ...args: string[]) => spawnSync(process.execPath, [CTG, ...args], { cwd, encoding: 'utf8' });

const titre = (d: string, mot: string): void => writeFileSync(path.join(d, 'plan/plan.yaml'), readFileSync(path.join(d, 'plan/plan.yaml'), 'utf8').replace(/titre: Bien accueillir[^\n]*/, `titre: Bien accueillir ${mot}`));
/** Les documents visibles d'un dossier de sortie. */
const documents = (sortie: string): Record<string, string> => Object.fromEntries(fichiers(sortie).filter((f) => !f.startsWith('.')).map((f) => [f, readFileSync(path.join(sortie, f), 'utf8')]));

describe.skipIf(process.platform === 'win32')('kill -9', () => {
  it('pendant l’écriture : un ensemble entier ensuite, et aucun reste', () =>
    dansUnDossier(async (d) => {
      copier('minimal', d);
      const sortie = path.join(d, 'sortie');
      const attendus = new Map<string, Record<string, string>>();
      for (const mot of ['Alpha', 'Bravo']) {
        titre(d, mot);
        expect(ctg(d, 'build', ...CIBLES).status).toBe(0);
        attendus.set(mot, documents(sortie));
      }
      expect(Object.keys(attendus.get('Alpha') ?? {})).toHaveLength(4);
      let present = 'Bravo';
      let tues = 0;
      for (const evenement of [1, 6, 10, 13]) {
        const mot = present === 'Alpha' ? 'Bravo' : 'Alpha';
        titre(d, mot);
        const enfant = lance(d, 'build', ...CIBLES);
        let vus = 0;
        const guet = watch(sortie, () => {
          vus += 1;
          if (vus >= evenement) enfant.kill('SIGKILL');
        });
        const { signal } = await fini(enfant);
        guet.close();
        if (signal === 'SIGKILL') tues += 1;
        for (const [nom, texte] of Object.entries(documents(sortie))) expect([attendus.get('Alpha')?.[nom], attendus.get('Bravo')?.[nom]]).toContain(texte);
        // Des sources fautives : rien de neuf ne s'écrit, mais l'écriture interrompue est d'abord réglée.
        ecrire(d, { 'convention.yaml.sauve': readFileSync(path.join(d, 'convention.yaml'), 'utf8'), 'convention.yaml': 'faux: [' });
        const suite = ctg(d, 'build', ...CIBLES);
        expect(suite.status).toBe(1);
        writeFileSync(path.join(d, 'convention.yaml'), readFileSync(path.join(d, 'convention.yaml.sauve')));
        const apres = documents(sortie);
        expect([...attendus.values()]).toContainEqual(apres);
        present = apres['plan-actions.json'] === attendus.get('Alpha')?.['plan-actions.json'] ? 'Alpha' : 'Bravo';
      }
      expect(tues).toBeGreaterThan(1);
      expect(ctg(d, 'build', ...CIBLES).status).toBe(0);
      expect(readdirSync(sortie).filter((f) => f.startsWith('.'))).toEqual([]);
    }), 600_000);

  it('un arrêt demandé : avant l’écriture, il n’y a rien ; la commande meurt de ce signal', () =>
    dansUnDossier(async (d) => {
      copier('minimal', d);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        const enfant = lance(d, 'build', ...CIBLES);
        setTimeout(() => enfant.kill(signal), 150);
        expect((await fini(enfant)).signal).toBe(signal);
        expect(existsSync(path.join(d, 'sortie'))).toBe(false);
      }
    }));
});

it('quatre compilations à la fois dans un même dossier : un ensemble entier, aucun reste', () =>
  dansUnDossier(async (d) => {
    const sortie = path.join(d, 'sortie');
    const mots = ['Alpha', 'Bravo', 'Charlie', 'Delta'];
    for (const mot of mots) {
      copier('minimal', path.join(d, mot));
      titre(path.join(d, mot), mot);
    }
    const codes = await Promise.all(mots.map((mot) => fini(lance(path.join(d, mot), 'build', ...CIBLES, '-o', sortie))));
    expect(codes.map((c) => c.code)).toEqual([0, 0, 0, 0]);
    const trouves = Object.values(documents(sortie)).map((texte) => mots.filter((mot) => texte.includes(`Bien accueillir ${mot}`)));
    expect(trouves).toHaveLength(4);
    expect(new Set(trouves.map((t) => t.join('+'))).size).toBe(1);
    expect(readdirSync(sortie).filter((f) => f.startsWith('.'))).toEqual([]);
  }));

describe.skipIf(process.platform !== 'linux')('un disque plein', () => {
  /** Exécute un script dans un montage privé de cette taille ; il disparaît avec lui. */
  const plein = (d: string, script: string): { status: number | null; stdout: string; stderr: string } => {
    mkdirSync(path.join(d, 'disque'));
    const racine = process.getuid?.() === 0;
    return spawnSync('unshare', [racine ? '-m' : '-Urm', 'sh', '-c', `mount -t tmpfs -o size=300k tmpfs '${d}/disque' && cd '${d}/disque' && cp -r ../t . && ${script}`], { encoding: 'utf8', env: { ...process.env, CTG: `${process.execPath} ${CTG}` } });
  };
  const possible = spawnSync('unshare', [process.getuid?.() === 0 ? '-m' : '-Urm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], { encoding: 'utf8' }).status === 0;

  it.skipIf(!possible && process.env['CI'] !== 'true').each([
    ['build, un document plus gros que la place', 'echo ancien > t/convention.html; mkdir t/sortie; echo ancien > t/sortie/convention.pdf; $CTG build t; echo $?; ls -A t/sortie; cat t/sortie/convention.pdf', /^2\nconvention\.pdf\nancien\n$/],
    ['init', 'head -c 1000000 /dev/zero > plein 2>/dev/null; $CTG init neuf --oui; echo $?; ls -A', /^2\nplein\nt\n$/],
    ['un rapport', 'echo ancien > r.json; head -c 1000000 /dev/zero > plein 2>/dev/null; $CTG validate t --format json=r.json; echo $?; cat r.json; ls -A', /^2\nancien\nplein\nr\.json\nt\n$/],
    ['la sortie standard', '$CTG validate t --format json > /dev/full; echo $?', /^2\n$/],
  ])('%s : le dit, et rien n’est perdu', (_, script, attendu) =>
    dansUnDossier((d) => {
      copier('minimal', path.join(d, 't'));
      const { stdout, stderr } = plein(d, script);
      expect(stdout).toMatch(attendu);
      expect(stderr).toContain('le disque est plein');
      expect(stderr).toContain('Libérez de la place');
      expect(stderr).not.toMatch(/panne interne|at .*\.js:\d/);
    }));
});

it('dix mille fichiers à côté ne changent rien, et ne sont pas lus', () =>
  dansUnDossier((d) => {
    copier('minimal', d);
    const seul = ctg(d, 'validate', '--format', 'json');
    for (const dossier of ['node_modules/paquet', '.git/objects/ab', 'brouillons/2025', 'sortie/anciens']) {
      mkdirSync(path.join(d, dossier), { recursive: true });
      for (let i = 0; i < 2500; i++) writeFileSync(path.join(d, dossier, `${i}.yaml`), 'x: [');
    }
    const avec = ctg(d, 'validate', '--format', 'json');
    expect([avec.status, avec.stdout]).toEqual([seul.status, seul.stdout]);
    expect(avec.stdout.length).toBeGreaterThan(10);
  }));

it('un chemin de plus de 600 caractères, sans HOME ni TMPDIR ni langue, à un autre fuseau, une date de fichier de 1970', () =>
  dansUnDossier((d) => {
    const loin = path.join(d, ...Array<string>(3).fill('dossier-'.repeat(25)), 'territoire');
    copier('minimal', loin);
    expect(loin.length).toBeGreaterThan(600);
    utimesSync(path.join(loin, 'ctg.yaml'), 0, 0);
    const { status, stdout } = spawnSync(process.execPath, [CTG, 'build', ...CIBLES], { cwd: loin, encoding: 'utf8', env: { LANG: 'C', TZ: 'Pacific/Kiritimati' } });
    expect([status, stdout.split('\n').length]).toEqual([0, 5]);
    copier('minimal', path.join(d, 'territoire'));
    expect(ctg(path.join(d, 'territoire'), 'build', ...CIBLES).status).toBe(0);
    expect(documents(path.join(loin, 'sortie'))).toEqual(documents(path.join(d, 'territoire/sortie')));
  }));
