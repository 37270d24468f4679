/** `ctg init`, comme on le tape : ce qui est écrit se contrôle et se compile aussitôt. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cadre, ctg as lancer, dansUnDossier } from '../cli/outils.ts';
import { simple } from '../cli/scenario.ts';

/** Espaces insécables comparées comme des espaces. */
const ctg = async (args: readonly string[], cadre: Cadre) => {
  const { code, sortie, erreur } = await lancer(args, cadre);
  return { code, sortie: simple(sortie), erreur: simple(erreur) };
};

interface Constat {
  readonly code: string;
  readonly severity: string;
}
const constats = async (cwd: string): Promise<readonly Constat[]> => (JSON.parse((await ctg(['validate', '--format', 'json'], { cwd })).sortie) as { diagnostics: Constat[] }).diagnostics;
const fichiers = (dossier: string): readonly string[] => readdirSync(dossier, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => path.relative(dossier, path.join(e.parentPath, e.name)).split(path.sep).join('/')).sort();

describe('ctg init', () => {
  it.each([
    ['une commune', ['--territoire', '71153'], 'quatorze-articles', 2],
    ['une commune, dans l’autre modèle', ['--territoire', 'aubergenville', '--modele', 'onze-articles'], 'onze-articles', 2],
    ['une intercommunalité et ses communes', ['--territoire', '200 040 293'], 'quatorze-articles', 43],
    ['une intercommunalité seule', ['--territoire', 'Communauté de communes du Clunisois', '--sans-communes', '--modele', 'onze-articles'], 'onze-articles', 2],
    ['un territoire qu’on dira plus tard', [], 'quatorze-articles', 2],
  ])('%s : se contrôle sans erreur au stade projet, chaque blanc signalé', async (_, options, modele, signataires) => {
    await dansUnDossier(async (cwd) => {
      const nom = 'L’été à « Cluny » (CTG)';
      const { code, sortie } = await ctg(['init', nom, '--oui', ...options], { cwd });
      expect(code, sortie).toBe(0);
      const dossier = path.join(cwd, nom);
      expect(readFileSync(path.join(dossier, 'convention.yaml'), 'utf8')).toContain(`modele: ${modele}`);
      expect(readdirSync(path.join(dossier, 'signataires'))).toHaveLength(signataires);
      const trouves = await constats(dossier);
      expect(trouves.filter((c) => c.severity === 'erreur')).toEqual([]);
      // Rien que ce qu'il reste à écrire : blancs, échéances et indicateurs des actions.
      expect([...new Set(trouves.map((c) => c.code))].filter((c) => !['CTG4001', 'CTG4202', 'CTG4252'].includes(c))).toEqual([]);
      // Chaque blanc est dans le rapport : autant d'endroits que de fichiers qui en portent.
      const avecBlanc = fichiers(dossier).filter((f) => /^(convention|territoire)\.yaml$|^(signataires|plan|articles|annexes)\//.test(f) && readFileSync(path.join(dossier, f), 'utf8').includes('à compléter'));
      expect(avecBlanc.length).toBeGreaterThan(2);
      expect(trouves.filter((c) => c.code === 'CTG4001').length).toBeGreaterThanOrEqual(avecBlanc.length);
    });
  });

  it('ce qui est écrit se compile en documents', async () => {
    await dansUnDossier(async (cwd) => {
      expect((await ctg(['init', 'neuf', '--territoire', 'Le Creusot', '--oui', '--debut', '01/01/2027', '--fin', '2030-12-31'], { cwd })).code).toBe(0);
      const { code } = await ctg(['build', 'neuf', '--cible', 'html,plan'], { cwd });
      expect(code).toBe(0);
      const page = readFileSync(path.join(cwd, 'neuf/sortie/convention.html'), 'utf8');
      expect(page).toContain('Le Creusot');
      expect(page).toContain('2027-2030');
      expect(page).toContain('à compléter');
    });
  });

  it('chaque source nomme un schéma qui est là', async () => {
    await dansUnDossier(async (cwd) => {
      await ctg(['init', '.', '--territoire', '200040293', '--oui'], { cwd });
      const sources = fichiers(cwd).filter((f) => f.endsWith('.yaml'));
      expect(sources.length).toBeGreaterThan(45);
      for (const source of sources) {
        const schema = /\$schema=(\S+)/.exec(readFileSync(path.join(cwd, source), 'utf8'))?.[1] ?? 'absent';
        expect(existsSync(path.join(cwd, path.dirname(source), schema)), `${source} → ${schema}`).toBe(true);
      }
      const reglages = JSON.parse(readFileSync(path.join(cwd, '.vscode/settings.json'), 'utf8')) as { 'yaml.schemas': Record<string, string> };
      const schemas = Object.keys(reglages['yaml.schemas']);
      expect(schemas.length).toBeGreaterThan(12);
      for (const schema of schemas) expect(existsSync(path.join(cwd, schema)), schema).toBe(true);
      if (process.platform !== 'win32') expect(statSync(path.join(cwd, '.githooks/pre-commit')).mode & 0o111).not.toBe(0);
    });
  });

  it('ne remplace aucun fichier, et nomme ceux qu’il garde', async () => {
    await dansUnDossier(async (cwd) => {
      writeFileSync(path.join(cwd, 'README.md'), 'à moi\n');
      const { sortie } = await ctg(['init', '--territoire', '71153', '--oui'], { cwd });
      expect(sortie).toContain('1 fichier gardé tel quel : README.md');
      expect(readFileSync(path.join(cwd, 'README.md'), 'utf8')).toBe('à moi\n');
      const avant = new Map(fichiers(cwd).map((f) => [f, readFileSync(path.join(cwd, f), 'utf8')]));
      const encore = await ctg(['init', '--territoire', '71153', '--oui'], { cwd });
      expect(encore.sortie).toContain('la convention était déjà là');
      expect(new Map(fichiers(cwd).map((f) => [f, readFileSync(path.join(cwd, f), 'utf8')]))).toEqual(avant);
    });
  });

  it('interroge dans un terminal, et redemande ce qui ne va pas', async () => {
    await dansUnDossier(async (cwd) => {
      const reponses = ['Atlantide', 'Saint-Denis', '1', 'quinze', '', '2027-02-30', '2027-01-01', '2026-01-01', '', 'petite-enfance, cuisine', 'petite-enfance'];
      const { code, erreur } = await ctg(['init', 'x'], { cwd, reponses });
      expect(code, erreur).toBe(0);
      expect(erreur).toContain('Aucune commune ni intercommunalité ne répond à « Atlantide »');
      expect(erreur).toContain('1. Saint-Denis (commune');
      expect(erreur).toContain('« quinze » n’est pas un modèle');
      expect(erreur).toContain('« 2027-02-30 » n’est pas une date');
      expect(erreur).toContain('avant de commencer');
      expect(erreur).toContain('« cuisine » n’est pas une thématique');
      expect(readFileSync(path.join(cwd, 'x/convention.yaml'), 'utf8')).toContain("debut: '2027-01-01'\n  fin: '2031-12-31'");
      expect(readFileSync(path.join(cwd, 'x/plan/plan.yaml'), 'utf8').match(/thematique:/g)).toHaveLength(1);
    });
  });

  it('hors d’un terminal, ne demande rien', async () => {
    await dansUnDossier(async (cwd) => {
      const { code } = await ctg(['init', 'x'], { cwd });
      expect(code).toBe(0);
      expect(readFileSync(path.join(cwd, 'x/territoire.yaml'), 'utf8')).toContain('nom: à compléter');
    });
  });

  it.each([
    ['plusieurs territoires du même nom', ['--territoire', 'Saint-Denis'], 'territoires répondent'],
    ['un territoire inconnu', ['--territoire', '99999'], 'Aucune commune ni intercommunalité'],
    ['un modèle inconnu', ['--modele', 'quatorze-article'], 'Vouliez-vous dire « quatorze-articles »'],
    ['une date qui n’existe pas', ['--debut', '2027-02-29'], 'n’est pas une date'],
    ['une fin avant le début', ['--debut', '2027-01-01', '--fin', '2026-12-31'], 'avant de commencer'],
    ['une thématique inconnue', ['--thematiques', 'petite-enfence'], 'Vouliez-vous dire « petite-enfance »'],
  ])('refuse %s, et n’écrit rien', async (_, options, attendu) => {
    await dansUnDossier(async (cwd) => {
      const { code, erreur } = await ctg(['init', 'x', '--oui', ...options], { cwd });
      expect([code, erreur]).toEqual([2, expect.stringContaining(attendu)]);
      expect(readdirSync(cwd)).toEqual([]);
    });
  });

  it('refuse un fichier pour dossier, et un dossier dans un autre territoire', async () => {
    await dansUnDossier(async (cwd) => {
      writeFileSync(path.join(cwd, 'note.txt'), '');
      expect((await ctg(['init', 'note.txt', '--oui'], { cwd })).erreur).toContain('est un fichier, pas un dossier');
      await ctg(['init', 'a', '--oui'], { cwd });
      const dedans = await ctg(['init', 'a/b', '--oui'], { cwd });
      expect([dedans.code, dedans.erreur]).toEqual([2, expect.stringContaining('dans un territoire qui existe déjà')]);
    });
  });

  it.skipIf(process.platform === 'win32')('s’il ne peut finir, retire ce qu’il vient d’écrire : la fois suivante, tout est à faire', async () => {
    await dansUnDossier(async (cwd) => {
      mkdirSync(path.join(cwd, 'x'));
      writeFileSync(path.join(cwd, 'x/signataires'), 'à moi');
      const refuse = await ctg(['init', 'x', '--territoire', '71153', '--oui'], { cwd });
      expect([refuse.code, refuse.erreur]).toEqual([2, expect.stringMatching(/Impossible d’écrire x\/signataires\/.* : (un fichier|un dossier)/u)]);
      expect(readdirSync(path.join(cwd, 'x'))).toEqual(['signataires']);
      rmSync(path.join(cwd, 'x/signataires'));
      expect((await ctg(['init', 'x', '--territoire', '71153', '--oui'], { cwd })).code).toBe(0);
      expect(readdirSync(path.join(cwd, 'x'))).toContain('ctg.yaml');
    });
  });

  it.skipIf(process.platform === 'win32')('ne suit pas un lien hors du dossier', async () => {
    await dansUnDossier(async (cwd) => {
      mkdirSync(path.join(cwd, 'ailleurs'));
      mkdirSync(path.join(cwd, 'x'));
      symlinkSync('../ailleurs', path.join(cwd, 'x/signataires'));
      const { code, erreur } = await ctg(['init', 'x', '--oui'], { cwd });
      expect([code, erreur]).toEqual([2, expect.stringContaining('un lien mène hors du dossier')]);
      expect(readdirSync(path.join(cwd, 'ailleurs'))).toEqual([]);
    });
  });
});
