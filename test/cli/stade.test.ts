import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cadre, copier, dansUnDossier, ctg as lancer, type Passage } from './outils.ts';

/** La commande, ses espaces insécables rendues ordinaires. */
async function ctg(args: readonly string[], cadre: Cadre): Promise<Passage> {
  const { code, sortie, erreur } = await lancer(args, cadre);
  const lisible = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
  return { code, sortie: lisible(sortie), erreur: lisible(erreur) };
}

/** Passe une commande dans une copie d'Aubergenville, dont on peut changer un fichier. */
const aubergenville = <T>(action: (dossier: string) => Promise<T>): Promise<T> =>
  dansUnDossier((dossier) => {
    copier('aubergenville', dossier);
    return action(dossier);
  });

describe('ctg validate --stade', () => {
  it('au stade conseil, conclut et dit où en est chaque signataire', () =>
    aubergenville(async (cwd) => {
      const { code, sortie } = await ctg(['validate', '--stade', 'conseil'], { cwd });
      expect(code).toBe(0);
      expect(sortie).toContain('« Prêt à délibérer »');
      expect(sortie).toMatch(/Commune d’Aubergenville\s+Gilles Lécole\s+11 décembre 2024\s+18 décembre 2024/);
    }));

  it('un blanc est un avertissement en rédaction et un point à lever avant le conseil', () =>
    aubergenville(async (cwd) => {
      const texte = path.join(cwd, 'articles/champs-collectivite.md');
      writeFileSync(texte, `${readFileSync(texte, 'utf8')}\nLe montant est de XXXX euros.\n`);
      const projet = await ctg(['validate', '--stade', 'projet'], { cwd });
      expect(projet.code).toBe(0);
      expect(projet.sortie).toContain('avertissement CTG4001');
      expect(projet.sortie).not.toContain('lever');
      const conseil = await ctg(['validate', '--stade', 'conseil'], { cwd });
      expect(conseil.code).toBe(1);
      expect(conseil.sortie).toContain('« 1 point à lever avant le conseil »');
      expect((await ctg(['build', '--stade', 'conseil'], { cwd })).code).toBe(1);
    }));

  it('un stade inconnu est refusé, avec la liste', () =>
    aubergenville(async (cwd) => {
      const { code, erreur } = await ctg(['validate', '--stade', 'vote'], { cwd });
      expect(code).toBe(2);
      expect(erreur).toContain('conseil');
    }));

  it('le verdict et le tableau sont aussi dans les rapports à lire', () =>
    aubergenville(async (cwd) => {
      for (const format of ['markdown', 'html']) {
        const { sortie } = await ctg(['validate', '--stade', 'conseil', '--format', format], { cwd });
        expect(sortie, format).toContain('Prêt à délibérer.');
        expect(sortie, format).toContain('18 décembre 2024');
      }
    }));
});

describe('ctg validate --fix', () => {
  it('--dry-run montre la différence et n’écrit rien ; --fix écrit et garde le commentaire', () =>
    aubergenville(async (cwd) => {
      const convention = path.join(cwd, 'convention.yaml');
      const faute = readFileSync(convention, 'utf8').replace(/fin: .*2027-12-31.*/, 'fin: 31/12/2027 # terme');
      writeFileSync(convention, faute);
      expect(faute).toContain('31/12/2027');
      const vue = await ctg(['validate', '--fix', '--dry-run'], { cwd });
      expect(vue.code).toBe(0);
      expect(vue.sortie).toContain('-  fin: 31/12/2027 # terme\n+  fin: 2027-12-31 # terme');
      expect(readFileSync(convention, 'utf8')).toBe(faute);
      const faite = await ctg(['validate', '--fix'], { cwd });
      expect(faite.code).toBe(0);
      expect(faite.erreur).toContain('convention.yaml : 1 correction');
      expect(readFileSync(convention, 'utf8')).toContain('fin: 2027-12-31 # terme');
    }));

  it('--dry-run seul est un mauvais usage', () =>
    aubergenville(async (cwd) => {
      expect((await ctg(['validate', '--dry-run'], { cwd })).code).toBe(2);
    }));
});
