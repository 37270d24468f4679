import * as nodeFs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fs } from '../../src/cli/files.ts';
import { writeOutputs } from '../../src/cli/write-outputs.ts';
import type { Output } from '../../src/pipeline/compile.ts';
import { dansUnDossier, ecrire, fichiers } from './outils.ts';

const sortie = (nom: string, texte: string): Output => ({ target: 'pdf', path: nom, bytes: new TextEncoder().encode(texte) });
const TROIS = [sortie('a.pdf', 'A2'), sortie('b.pdf', 'B2'), sortie('c.pdf', 'C2')];
const refus = (code: string): Error => Object.assign(new Error(code), { code });

/** Un disque dont le n-ième appel d'une fonction échoue. */
function disque(fonction: keyof Fs, rang: number, code: string): { readonly fs: Fs; readonly appels: () => number } {
  let n = 0;
  const fs: Fs = { ...nodeFs };
  const original = fs[fonction] as (...args: unknown[]) => unknown;
  const piege = (...args: unknown[]): unknown => {
    n += 1;
    if (n === rang) throw refus(code);
    return original(...args);
  };
  return { fs: { ...fs, [fonction]: piege }, appels: () => n };
}

const ecris = (dossier: string, fs?: Fs) => writeOutputs(dossier, TROIS, (f) => path.relative(dossier, f), fs);
const contenu = (dossier: string): Record<string, string> => Object.fromEntries(fichiers(dossier).map((f) => [f, nodeFs.readFileSync(path.join(dossier, f), 'utf8')]));
const AVANT = { 'a.pdf': 'A1', 'b.pdf': 'B1', 'autre.txt': 'X' };

describe('writeOutputs', () => {
  it('écrit tout, et ne laisse rien de provisoire', () =>
    dansUnDossier((d) => {
      ecrire(d, AVANT);
      expect(ecris(d)).toEqual([['a.pdf', 'b.pdf', 'c.pdf'].map((f) => path.join(d, f)), []]);
      expect(contenu(d)).toEqual({ 'a.pdf': 'A2', 'b.pdf': 'B2', 'c.pdf': 'C2', 'autre.txt': 'X' });
    }));

  it.each<[keyof Fs, number, string, string]>([
    ['openSync', 1, 'EACCES', 'l’accès est refusé'],
    ['openSync', 3, 'EROFS', 'le disque est en lecture seule'],
    ['writeFileSync', 2, 'ENOSPC', 'le disque est plein'],
    ['fsyncSync', 3, 'EIO', 'le système répond EIO'],
    ['copyFileSync', 2, 'ENOSPC', 'le disque est plein'],
    ['renameSync', 1, 'EBUSY', 'le document est ouvert dans un autre logiciel'],
    ['renameSync', 2, 'EPERM', 'ouvert dans un autre logiciel'],
    ['renameSync', 3, 'EACCES', 'l’accès est refusé'],
  ])('si %s échoue au rang %i (%s), tout redevient comme avant', (fonction, rang, code, raison) =>
    dansUnDossier((d) => {
      ecrire(d, AVANT);
      const { fs, appels } = disque(fonction, rang, code);
      const [ecrits, diagnostics] = ecris(d, fs);
      expect(appels()).toBeGreaterThanOrEqual(rang);
      expect(ecrits).toEqual([]);
      expect(diagnostics.map((x) => x.code)).toEqual(['CTG0012']);
      expect(diagnostics[0]?.message).toContain(raison);
      expect(diagnostics[0]?.message).toContain(`${'abc'[rang - 1]}.pdf`);
      expect(contenu(d)).toEqual(AVANT);
    }));

  it('retire les dossiers qu’il avait créés', () =>
    dansUnDossier((d) => {
      const [ecrits, diagnostics] = ecris(path.join(d, 'x/y'), disque('renameSync', 2, 'EBUSY').fs);
      expect([ecrits.length, diagnostics.length]).toEqual([0, 1]);
      expect(nodeFs.readdirSync(d)).toEqual([]);
    }));

  it('si l’ancien document ne peut être remis, il dit où il est', () =>
    dansUnDossier((d) => {
      ecrire(d, AVANT);
      let n = 0;
      const fs: Fs = {
        ...nodeFs,
        renameSync: (from, to) => {
          n += 1;
          if (n >= 2) throw refus('EBUSY');
          nodeFs.renameSync(from, to);
        },
      };
      expect(() => ecris(d, fs)).toThrow(/n’a pas pu être remis en place ; il est dans .*\.a\.pdf\.ancien-\d+/);
      expect(Object.entries(contenu(d)).filter(([, texte]) => texte === 'A1')).toHaveLength(1);
    }));

  it('une faute de ctg n’est pas prise pour un refus du disque', () =>
    dansUnDossier((d) => {
      const fs: Fs = {
        ...nodeFs,
        fsyncSync: () => {
          throw new TypeError('défaut');
        },
      };
      expect(() => ecris(d, fs)).toThrow('défaut');
      expect(nodeFs.readdirSync(d)).toEqual([]);
    }));
});
