import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copier, ctg, dansUnDossier, ecrire, fichiers } from './outils.ts';
import { arguments_, lire, simple } from './scenario.ts';

const DOSSIER = new URL('scenarios/', import.meta.url);
const noms = readdirSync(DOSSIER).sort();

describe('scénarios de la ligne de commande', () => {
  it('sont bien là, et couvrent les codes de sortie 0, 1 et 2', () => {
    expect(noms.length).toBeGreaterThanOrEqual(15);
    const codes = noms.flatMap((nom) => lire(readFileSync(new URL(nom, DOSSIER), 'utf8')).directives.filter((d) => d.mot === 'code').map((d) => d.valeur));
    expect([...new Set(codes)].sort()).toEqual(['0', '1', '2']);
  });

  it.each(noms)('%s', async (nom) => {
    const { directives } = lire(readFileSync(new URL(nom, DOSSIER), 'utf8'));
    const une = (mot: string) => directives.find((d) => d.mot === mot);
    await dansUnDossier(async (dossier) => {
      for (const d of directives) {
        const [premier = '', ...suite] = d.valeur.split(' ');
        if (d.mot === 'exemple') copier(premier, path.join(dossier, suite.join(' ')));
        if (d.mot === 'fichier') ecrire(dossier, { [d.valeur]: d.contenu });
      }
      const cwd = path.join(dossier, une('depuis')?.valeur ?? '');
      mkdirSync(cwd, { recursive: true });
      const env = Object.fromEntries(directives.filter((d) => d.mot === 'env').map((d) => d.valeur.split('=', 2) as [string, string]));
      const [outil, ...args] = arguments_(une('commande')?.valeur ?? '');
      expect(outil).toBe('ctg');
      const passage = await ctg(args, { cwd, env, tty: une('terminal') !== undefined });
      const attendu = (mot: string): string => simple((une(mot)?.contenu ?? '').replaceAll('{ici}', dossier).replaceAll('{esc}', '\u001B'));
      expect({ sortie: simple(passage.sortie), erreur: simple(passage.erreur), code: String(passage.code) }).toEqual({ sortie: attendu('sortie'), erreur: attendu('erreur'), code: une('code')?.valeur });
      const liste = une('fichiers');
      if (liste !== undefined) {
        const sortie = path.join(dossier, 'sortie');
        expect(existsSync(sortie) ? fichiers(sortie) : []).toEqual(liste.contenu.split('\n').filter((l) => l !== ''));
      }
    });
  });
});
