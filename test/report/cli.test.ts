import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { repositoryPath } from '../../src/cli/reports.ts';
import { RACINE, copier, ctg, dansUnDossier, type Passage } from '../cli/outils.ts';

/** Un territoire fautif dans un dossier au nom difficile : une erreur, sur `ctg.yaml`. */
async function fautif<T>(action: (cwd: string, territoire: string) => Promise<T>): Promise<T> {
  return dansUnDossier(async (cwd) => {
    const territoire = path.join(cwd, 'Val d’été');
    mkdirSync(territoire);
    copier('minimal', territoire);
    writeFileSync(path.join(territoire, 'ctg.yaml'), 'format: 1\nstad: projet\n');
    return action(cwd, territoire);
  });
}
const FORMATS = ['sarif', 'junit', 'github', 'gitlab', 'markdown', 'html', 'json'];

describe('--format, plusieurs à la fois', () => {
  it('un sur la sortie standard, les autres chacun dans son fichier', async () => {
    await fautif(async (cwd) => {
      mkdirSync(path.join(cwd, 'rapports'));
      const seul = await ctg(['validate', 'Val d’été'], { cwd });
      const args = FORMATS.flatMap((f) => ['--format', `${f}=rapports/${f}.txt`]);
      const { code, sortie, erreur } = await ctg(['validate', 'Val d’été', ...args, '--format', 'codeframe'], { cwd });
      expect([code, sortie, erreur]).toEqual([1, seul.sortie, '']);
      expect(sortie).toContain('ctg.yaml:2:1');
      const lus = readdirSync(path.join(cwd, 'rapports')).sort();
      expect(lus).toEqual(FORMATS.map((f) => `${f}.txt`).sort());
      for (const file of lus) expect(readFileSync(path.join(cwd, 'rapports', file), 'utf8'), file).toContain('CTG2002');
    });
  });

  it('sans format sur la sortie standard, elle reste vide', async () => {
    await fautif(async (cwd) => {
      expect(await ctg(['validate', 'Val d’été', '--format', 'gitlab=r.json'], { cwd })).toEqual({ code: 1, sortie: '', erreur: '' });
      expect((await ctg(['validate', 'Val d’été', '--format', 'gitlab=r.json'], { cwd, tty: true })).erreur).toBe('Contrôle de Val d’été\nRapport gitlab dans r.json\n');
    });
  });

  it('un fichier de rapport n’a jamais de couleur ; la sortie suit FORCE_COLOR, même en intégration continue', async () => {
    await fautif(async (cwd) => {
      const lancer = (env: Readonly<Record<string, string>>): Promise<Passage> => ctg(['validate', 'Val d’été', '--format', 'codeframe', '--format', 'codeframe=r.txt'], { cwd, env });
      const ci = { CI: 'true', GITHUB_ACTIONS: 'true', GITLAB_CI: 'true' };
      expect((await lancer(ci)).sortie).not.toContain('\u001B[');
      expect((await lancer({ ...ci, FORCE_COLOR: '1' })).sortie).toContain('\u001B[');
      expect(readFileSync(path.join(cwd, 'r.txt'), 'utf8')).not.toContain('\u001B[');
    });
  });

  it.each([[true, false], [false, true]])('chaque sortie a son terminal : sortie %s, erreurs %s', async (stdout, stderr) => {
    await fautif(async (cwd) => {
      const texte = { sortie: '', erreur: '' };
      const io = { cwd, env: {}, untilInterrupted: () => Promise.resolve(), ask: null, clock: () => 0, browse: async () => true, packageRoot: RACINE, stdout: { write: (t: string) => void (texte.sortie += t), isTTY: stdout }, stderr: { write: (t: string) => void (texte.erreur += t), isTTY: stderr } };
      expect(await main(['validate', 'Val d’été'], io)).toBe(1);
      expect(texte.sortie.includes('\u001B[')).toBe(stdout);
      expect(texte.erreur).toBe(stderr ? 'Contrôle de Val d’été\n' : '');
      texte.erreur = '';
      expect(await main(['build', 'Val d’été'], io)).toBe(1);
      expect(texte.erreur).toContain('CTG2002');
      expect(texte.erreur.includes('\u001B[')).toBe(stderr);
    });
  });

  it('remplace le rapport d’avant, sans laisser de fichier provisoire', async () => {
    await fautif(async (cwd) => {
      writeFileSync(path.join(cwd, 'r.json'), 'ancien');
      await ctg(['validate', 'Val d’été', '--format', 'gitlab=r.json'], { cwd });
      expect(readFileSync(path.join(cwd, 'r.json'), 'utf8').startsWith('[')).toBe(true);
      expect(readdirSync(cwd).sort()).toEqual(['Val d’été', 'r.json']);
    });
  });

  it('rend aussi compte d’un territoire introuvable', async () => {
    await dansUnDossier(async (cwd) => {
      const { code } = await ctg(['validate', '--format', 'sarif=r.sarif'], { cwd });
      expect(code).toBe(2);
      expect(readFileSync(path.join(cwd, 'r.sarif'), 'utf8')).toContain('"ruleId": "CTG0001"');
    });
  });

  it.each<[string, string[], string]>([
    ['deux sur la sortie', ['--format', 'json', '--format', 'sarif'], 'Un seul rapport peut aller sur la sortie standard.'],
    ['format inconnu', ['--format', 'sariff=x'], 'Vouliez-vous dire «\u00A0sarif\u00A0»'],
    ['fichier sans nom', ['--format', 'junit='], 'Il manque le nom du fichier'],
    ['dossier absent', ['--format', 'junit=absent/r.xml'], 'le dossier «\u00A0absent\u00A0» n’existe pas'],
    ['fichier pour dossier', ['--format', 'junit=Val d’été/ctg.yaml/r.xml'], 'n’existe pas'],
    ['un dossier', ['--format', 'junit=Val d’été'], '«\u00A0Val d’été\u00A0» est un dossier'],
    ['deux au même endroit', ['--format', 'junit=r', '--format', 'sarif=./r'], 'Deux rapports iraient dans'],
    ['une source', ['--format', 'json=Val d’été/ctg.yaml'], 'est une source'],
    ['un dossier de sources', ['--format', 'json=Val d’été/plan/rapport.json'], 'dossier de sources'],
    ['max nul', ['--max', '0'], 'n’est pas une valeur de --max'],
    ['max décimal', ['--max', '1.5'], 'n’est pas une valeur de --max'],
  ])('refuse, avec 2 et sans rien écrire : %s', async (_, args, message) => {
    await fautif(async (cwd, territoire) => {
      const avant = readFileSync(path.join(territoire, 'ctg.yaml'), 'utf8');
      const { code, sortie, erreur } = await ctg(['validate', 'Val d’été', ...args], { cwd });
      expect([code, sortie]).toEqual([2, '']);
      expect(erreur).toContain(message);
      expect(readdirSync(cwd)).toEqual(['Val d’été']);
      expect(readFileSync(path.join(territoire, 'ctg.yaml'), 'utf8')).toBe(avant);
    });
  });

  it('admet un rapport à la racine du territoire, et reconnaît une source derrière un lien', async () => {
    await fautif(async (cwd, territoire) => {
      expect((await ctg(['validate', '--format', 'sarif=rapport.sarif'], { cwd: territoire })).code).toBe(1);
      symlinkSync(territoire, path.join(cwd, 'lien'));
      expect((await ctg(['validate', 'Val d’été', '--format', 'json=lien/ctg.yaml'], { cwd })).erreur).toContain('est une source');
    });
  });
});

describe('les chemins des rapports', () => {
  const io = (cwd: string, env: Readonly<Record<string, string>> = {}) => ({ cwd, env, untilInterrupted: () => Promise.resolve(), ask: null, clock: () => 0, browse: async () => true, packageRoot: RACINE, stdout: { write: () => undefined, isTTY: false }, stderr: { write: () => undefined, isTTY: false } });
  const root = path.resolve('/depot/territoires/val');
  it.each<[string, Record<string, string>, string]>([
    ['/depot', {}, 'territoires/val/ctg.yaml'],
    ['/depot/territoires/val', {}, 'ctg.yaml'],
    ['/depot/territoires/val', { GITHUB_WORKSPACE: path.resolve('/depot') }, 'territoires/val/ctg.yaml'],
    ['/ailleurs', { CI_PROJECT_DIR: path.resolve('/depot') }, 'territoires/val/ctg.yaml'],
    ['/depot', { GITHUB_WORKSPACE: path.resolve('/autre') }, 'territoires/val/ctg.yaml'],
    ['/ailleurs', {}, 'ctg.yaml'],
    ['/depot/territoires', { CI_PROJECT_DIR: '' }, 'val/ctg.yaml'],
  ])('partent de la racine du dépôt : depuis %s, %j', (cwd, env, attendu) => {
    const at = repositoryPath(io(path.resolve(cwd), env), root);
    expect(at('ctg.yaml')).toBe(attendu);
    expect(at('templates/clauses/objet.md.hbs')).toBe('templates/clauses/objet.md.hbs');
  });

  it('sont les mêmes quel que soit le format', async () => {
    await fautif(async (cwd) => {
      await ctg(['validate', 'Val d’été', ...['sarif', 'junit', 'github', 'gitlab'].flatMap((f) => ['--format', `${f}=${f}`])], { cwd });
      const lire = (f: string): string => readFileSync(path.join(cwd, f), 'utf8');
      expect(lire('sarif')).toContain('"uri": "Val%20d%E2%80%99%C3%A9t%C3%A9/ctg.yaml"');
      for (const f of ['junit', 'gitlab']) expect(lire(f), f).toContain('"Val d’été/ctg.yaml"');
      expect(lire('github')).toContain('file=Val d’été/ctg.yaml,line=2,');
    });
  });
});
