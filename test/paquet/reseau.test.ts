import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { copier, dansUnDossier, RACINE } from '../cli/outils.ts';
import { exigerBati, lancer } from './outils.ts';

const garde = pathToFileURL(fileURLToPath(new URL('sans-reseau.js', import.meta.url))).href;

describe('sans réseau', () => {
  beforeAll(exigerBati);

  it('le garde arrête vraiment une connexion', () =>
    dansUnDossier((dossier) => {
      const essais = ["require('node:http').get('http://localhost:1')", "require('node:net').connect(1)", "fetch('http://localhost:1')", "require('node:dns').lookup('localhost', () => {})"];
      for (const essai of essais) {
        const { code, erreur } = lancer(process.execPath, ['--import', garde, '-e', essai], dossier, { CTG_TEMOIN: path.join(dossier, 'temoin') });
        expect(code, essai).not.toBe(0);
        expect(erreur).toContain('réseau interdit');
      }
    }), 60_000);

  it('ctg build fait tout son travail', () =>
    dansUnDossier((dossier) => {
      const territoire = path.join(dossier, 'territoire');
      const temoin = path.join(dossier, 'temoin');
      copier('minimal', territoire);
      const { code, sortie, erreur } = lancer(process.execPath, ['--import', garde, path.join(RACINE, 'bin/ctg.js'), 'build'], territoire, { CTG_TEMOIN: temoin });
      expect(code, erreur).toBe(0);
      expect(readFileSync(temoin, 'utf8')).toBe('garde en place');
      expect(sortie).toContain('sortie/convention.pdf\n');
      expect(existsSync(path.join(territoire, 'sortie/convention.pdf'))).toBe(true);
    }), 60_000);

  it('ctg validate ne charge jamais pdfmake', () =>
    dansUnDossier((dossier) => {
      const piege = path.join(RACINE, 'test/paquet/sans-pdfmake.js');
      const lance = (commande: string) => lancer(process.execPath, ['--import', pathToFileURL(piege).href, path.join(RACINE, 'bin/ctg.js'), commande, path.join(RACINE, 'examples/minimal'), ...(commande === 'build' ? ['-o', dossier] : [])], dossier);
      expect(lance('validate').code).toBe(0);
      const build = lance('build');
      expect(build.code).toBe(3);
      expect(build.erreur).toContain('pdfmake demandé');
    }), 60_000);

  it('un rouage de pdfmake modifié arrête ctg build avant tout document', () =>
    dansUnDossier((dossier) => {
      const territoire = path.join(dossier, 'territoire');
      copier('minimal', territoire);
      const { code, erreur } = lancer(process.execPath, ['--import', pathToFileURL(path.join(RACINE, 'test/paquet/rouage-change.js')).href, path.join(RACINE, 'bin/ctg.js'), 'build'], territoire);
      expect(code, erreur).toBe(3);
      expect(erreur).toContain('Renderer.renderImage n’est pas le code que ctg connaît');
      expect(erreur).toContain('npm run rouages');
      expect(existsSync(path.join(territoire, 'sortie'))).toBe(false);
    }), 60_000);
});
