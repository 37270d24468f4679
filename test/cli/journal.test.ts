/** Une commande tuée : à chaque geste du disque, l'un après l'autre, rien ne se fait plus ; puis la commande suivante passe. */
import { spawnSync } from 'node:child_process';
import * as nodeFs from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fs } from '../../src/cli/files.ts';
import { JOURNAL } from '../../src/cli/journal.ts';
import { settleSet, writeSet } from '../../src/cli/write-outputs.ts';
import { dansUnDossier, ecrire, fichiers } from './outils.ts';

const ensemble = (tour: string) => ['a.pdf', 'b.html', 'sous/c.csv'].map((nom) => ({ path: nom, bytes: new TextEncoder().encode(`${nom} ${tour}`) }));
const AVANT = { 'a.pdf': 'a.pdf 1', 'b.html': 'b.html 1', 'autre.txt': 'X' };
const APRES = { 'a.pdf': 'a.pdf 2', 'autre.txt': 'X', 'b.html': 'b.html 2', 'sous/c.csv': 'sous/c.csv 2' };
const contenu = (d: string): Record<string, string> => Object.fromEntries(fichiers(d).map((f) => [f, nodeFs.readFileSync(path.join(d, f), 'utf8')]));
/** Ce que voit qui ouvre le dossier : pas les fichiers cachés. */
const visible = (d: string): Record<string, string> => Object.fromEntries(Object.entries(contenu(d)).filter(([f]) => !path.basename(f).startsWith('.')));
const GESTES = ['closeSync', 'copyFileSync', 'fsyncSync', 'mkdirSync', 'openSync', 'renameSync', 'rmdirSync', 'unlinkSync', 'writeFileSync'] as const;

class Mort extends Error {}
interface Essai {
  readonly fs: Fs;
  readonly gestes: () => number;
}

/**
 * Un disque où plus rien ne se fait à partir du n-ième geste ; une écriture interrompue laisse la moitié du texte. `refuse` : ce
 * renommage est refusé, comme celui d'un document ouvert dans Word.
 */
function disque(n: number, refuse?: string): Essai {
  let gestes = 0;
  const fs = { ...nodeFs } as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const nom of GESTES) {
    const original = fs[nom] as (...args: unknown[]) => unknown;
    fs[nom] = (...args) => {
      gestes += 1;
      if (gestes === n && nom === 'writeFileSync') original(args[0], (args[1] as Uint8Array).slice(0, 3));
      if (gestes === n && nom === 'copyFileSync') nodeFs.writeFileSync(args[1] as string, 'a.');
      if (gestes >= n) throw new Mort();
      if (nom === 'renameSync' && String(args[1]).endsWith(refuse ?? '\0')) throw Object.assign(new Error(), { code: 'EBUSY' });
      return original(...args);
    };
  }
  return { fs: fs as unknown as Fs, gestes: () => gestes };
}

/** Fait passer ce que ce processus a laissé pour l'œuvre d'un processus mort. */
function mourir(d: string): void {
  const mort = spawnSync('true').pid;
  for (const nom of fichiers(d)) {
    const file = path.join(d, nom);
    if (path.basename(nom) === JOURNAL) nodeFs.writeFileSync(file, nodeFs.readFileSync(file, 'utf8').replaceAll(String(process.pid), String(mort)));
    if (nom.endsWith(`-${process.pid}`)) nodeFs.renameSync(file, file.replace(/\d+$/, String(mort)));
  }
}

const ecris = (d: string, tour: string, fs?: Fs, tries?: number) => writeSet(d, ensemble(tour), (f) => path.relative(d, f), fs, tries);

/** Tue l'écriture au n-ième geste, puis reprend ; rend ce qui se voyait entre les deux, et à la fin. */
async function tuer(d: string, n: number, refuse?: string): Promise<{ entre: Record<string, string>; fin: Record<string, string>; recovery: string; cachés: string[] }> {
  ecrire(d, AVANT);
  await ecris(d, '2', disque(n, refuse).fs).catch((error: unknown) => {
    if (!(error instanceof Mort) && !((error as Error).cause instanceof Mort)) throw error;
  });
  mourir(d);
  const entre = visible(d);
  const [recovery, refus] = await settleSet(d, (f) => f);
  expect(refus).toEqual([]);
  return { entre, fin: visible(d), recovery, cachés: fichiers(d).filter((f) => path.basename(f).startsWith('.')) };
}

async function gestesEnTout(refuse?: string): Promise<number> {
  const essai = disque(Number.POSITIVE_INFINITY, refuse);
  await dansUnDossier((d) => {
    ecrire(d, AVANT);
    return ecris(d, '2', essai.fs);
  });
  return essai.gestes();
}

describe('une commande tuée pendant qu’elle écrit', () => {
  it('à chaque geste : l’ensemble d’avant ou le nouveau, jamais un mélange après la reprise, jamais un document entamé', async () => {
    const gestes = await gestesEnTout();
    expect(gestes).toBeGreaterThan(30);
    const vus = new Set<string>();
    let melanges = 0;
    for (let n = 1; n <= gestes; n++) {
      await dansUnDossier(async (d) => {
        const { entre, fin, recovery } = await tuer(d, n);
        expect([AVANT, APRES], `geste ${n}`).toContainEqual(fin);
        for (const [nom, texte] of Object.entries(entre)) expect([AVANT[nom as 'a.pdf'], APRES[nom as 'a.pdf']], `geste ${n}`).toContain(texte);
        if (recovery === 'completed') melanges += 1;
        vus.add(fin['a.pdf'] as string);
        // La compilation suivante ne laisse rien d'elle ni de l'autre.
        expect((await ecris(d, '3'))[1]).toEqual([]);
        expect(Object.keys(contenu(d))).toEqual(Object.keys(APRES));
      });
    }
    expect([...vus].sort()).toEqual(['a.pdf 1', 'a.pdf 2']);
    expect(melanges).toBeGreaterThan(2);
  });

  it('et pendant qu’elle remet l’ensemble d’avant, parce qu’un document est ouvert ailleurs', async () => {
    const gestes = await gestesEnTout('b.html');
    const fins = new Set<string>();
    for (let n = 1; n <= gestes; n++) {
      await dansUnDossier(async (d) => {
        const { fin, recovery } = await tuer(d, n, 'b.html');
        expect([AVANT, APRES], `geste ${n}`).toContainEqual(fin);
        fins.add(`${recovery} ${fin['a.pdf']}`);
      });
    }
    expect([...fins].sort()).toEqual(['completed a.pdf 2', 'nothing a.pdf 1', 'restored a.pdf 1']);
  });

  it('la reprise elle-même peut être tuée à chaque geste', async () => {
    const milieu = async (d: string): Promise<void> => {
      ecrire(d, AVANT);
      let renommages = 0;
      const fs: Fs = {
        ...nodeFs,
        renameSync: (from, to) => {
          if (!String(to).endsWith(JOURNAL)) renommages += 1;
          if (renommages >= 2) throw new Mort();
          nodeFs.renameSync(from, to);
        },
        unlinkSync: (file) => {
          if (renommages >= 2) throw new Mort();
          nodeFs.unlinkSync(file);
        },
      };
      await expect(ecris(d, '2', fs)).rejects.toThrow();
      mourir(d);
    };
    const compte = disque(Number.POSITIVE_INFINITY);
    await dansUnDossier(async (d) => {
      await milieu(d);
      expect((await settleSet(d, (f) => f, compte.fs))[0]).not.toBe('nothing');
    });
    expect(compte.gestes()).toBeGreaterThan(8);
    for (let n = 1; n <= compte.gestes(); n++) {
      await dansUnDossier(async (d) => {
        await milieu(d);
        await settleSet(d, (f) => f, disque(n).fs).catch(() => undefined);
        mourir(d);
        await settleSet(d, (f) => f);
        expect([AVANT, APRES], `geste ${n}`).toContainEqual(visible(d));
      });
    }
  });
});

describe('deux commandes sur un dossier', () => {
  it('écrivent l’une après l’autre, chacune un ensemble entier', () =>
    dansUnDossier(async (d) => {
      const rendus = await Promise.all(['2', '3', '4', '5'].map((tour) => ecris(d, tour)));
      expect(rendus.map(([ecrits, refus]) => [ecrits.length, refus.length])).toEqual([[3, 0], [3, 0], [3, 0], [3, 0]]);
      const tours = new Set(Object.values(contenu(d)).map((texte) => texte.slice(-1)));
      expect([tours.size, fichiers(d)]).toEqual([1, ['a.pdf', 'b.html', 'sous/c.csv']]);
    }));

  const journal = (champs: object): string => JSON.stringify({ note: '', machine: 'ailleurs', processus: 1, auteur: 1, etat: 'prepare', documents: ['a.pdf'], nouveaux: [], ...champs });
  it.each([
    ['une autre machine, qui ne bouge plus', journal({})],
    ['un processus de cette machine, qui ne bouge plus', journal({ machine: hostname(), processus: process.ppid })],
    ['un journal vide', ''],
    ['un journal abîmé', '{"etat"'],
    ['un journal qui parle d’ailleurs', journal({ machine: hostname(), etat: 'pose', processus: 999_999_999, documents: ['../secret.txt'] })],
  ])('n’attendent pas sans fin : %s', (_, texte) =>
    dansUnDossier(async (base) => {
      const d = path.join(base, 'sortie');
      ecrire(base, { 'secret.txt': 'S', '.secret.txt.nouveau-1': 'volé', [`sortie/${JOURNAL}`]: texte });
      expect((await ecris(d, '2', nodeFs, 3))[1]).toEqual([]);
      expect(fichiers(d)).toEqual(['a.pdf', 'b.html', 'sous/c.csv']);
      expect(nodeFs.readFileSync(path.join(base, 'secret.txt'), 'utf8')).toBe('S');
    }));
});
