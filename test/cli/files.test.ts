import { spawnSync } from 'node:child_process';
import * as nodeFs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fs, makeDirectory, NewFiles, sweep } from '../../src/cli/files.ts';
import { refus } from '../../src/cli/refus.ts';
import { dansUnDossier, ecrire, fichiers } from './outils.ts';

const code = (nom: string): Error => Object.assign(new Error(nom), { code: nom });
/** Le numéro d'un processus qui a vécu. */
const mort = (): number => spawnSync('true').pid;

describe('des fichiers neufs', () => {
  it('n’en remplacent aucun, et se retirent avec les dossiers créés pour eux', () =>
    dansUnDossier((d) => {
      ecrire(d, { 'a.txt': 'à moi' });
      const neufs = new NewFiles(d);
      expect([neufs.write('a.txt', 'autre'), neufs.write('x/y/b.txt', 'B'), neufs.write('x/c.txt', 'C')]).toEqual([false, true, true]);
      expect(fichiers(d)).toEqual(['a.txt', 'x/c.txt', 'x/y/b.txt']);
      neufs.undo();
      expect([fichiers(d), nodeFs.readdirSync(d), nodeFs.readFileSync(path.join(d, 'a.txt'), 'utf8')]).toEqual([['a.txt'], ['a.txt'], 'à moi']);
    }));

  it('un disque plein n’en laisse pas un entamé', () =>
    dansUnDossier((d) => {
      const fs: Fs = {
        ...nodeFs,
        writeFileSync: (fd, texte) => {
          nodeFs.writeFileSync(fd, String(texte).slice(0, 2));
          throw code('ENOSPC');
        },
      };
      expect(() => new NewFiles(d, fs).write('a.txt', 'entier')).toThrow('ENOSPC');
      expect(nodeFs.readdirSync(d)).toEqual([]);
    }));

  it('un dossier qu’une autre commande crée au même instant n’est pas un refus', () =>
    dansUnDossier((d) => {
      const fs: Fs = { ...nodeFs, lstatSync: ((file: string, options: object) => (String(file).endsWith('sortie') ? undefined : nodeFs.lstatSync(file, options))) as Fs['lstatSync'] };
      nodeFs.mkdirSync(path.join(d, 'sortie'));
      const created: string[] = [];
      makeDirectory(path.join(d, 'sortie'), created, fs);
      expect(created).toEqual([]);
    }));
});

it('les restes d’une commande tuée s’effacent ; ceux d’une commande qui vit, et le reste, non', () =>
  dansUnDossier((d) => {
    const restes = { [`.a.pdf.nouveau-${mort()}`]: '', [`.a.pdf.ancien-${mort()}`]: '' };
    const gardes = { 'a.pdf': '', [`.a.pdf.nouveau-${process.ppid}`]: '', '.a.pdf.nouveau-x': '', [`.b.pdf.nouveau-${mort()}`]: '', '.a.pdf': '' };
    ecrire(d, { ...restes, ...gardes });
    sweep(path.join(d, 'a.pdf'), nodeFs);
    expect(fichiers(d)).toEqual(Object.keys(gardes).sort());
  }));

it('un refus du système se dit en français ; une faute de ctg repart', () => {
  for (const nom of ['EACCES', 'EPERM', 'EBUSY', 'ENOSPC', 'EDQUOT', 'EROFS', 'EISDIR', 'ENOTDIR', 'ENOENT', 'ENAMETOOLONG', 'ELOOP', 'EXDEV', 'EMFILE', 'EIO']) {
    const { raison, conseil } = refus(code(nom));
    expect(raison).toMatch(/^(l’|le |un |votre |trop )/);
    expect(conseil).toMatch(/^\p{Lu}.*\.$/u);
    expect(`${raison} ${conseil}`).not.toMatch(nom === 'EIO' ? /ENOENT/ : /E[A-Z]{3,}|[a-zà-ÿ]'[a-z]/);
  }
  for (const faute of [new TypeError('défaut'), code('ERR_INVALID_ARG_TYPE')]) expect(() => refus(faute)).toThrow(faute.message);
});
