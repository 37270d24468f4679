import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copier, RACINE } from '../cli/outils.ts';
import { exigerBati, lancer } from './outils.ts';

/** Le paquet, installé ailleurs comme le ferait un utilisateur, sur un territoire rangé dans « Mes documents ». */
describe('le paquet npm', () => {
  const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-paquet-'));
  const territoire = path.join(dossier, 'Mes documents', 'Été');
  const ctg = path.join(dossier, 'poste/node_modules/.bin/ctg');
  let contenu: readonly string[] = [];

  beforeAll(() => {
    exigerBati();
    const pack = lancer('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', dossier], RACINE);
    expect(pack.code, pack.erreur).toBe(0);
    const [paquet] = JSON.parse(pack.sortie) as [{ filename: string; files: { path: string }[] }];
    contenu = paquet.files.map((f) => f.path);
    mkdirSync(path.join(dossier, 'poste'));
    const install = lancer('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--prefix', path.join(dossier, 'poste'), path.join(dossier, paquet.filename)], path.join(dossier, 'poste'));
    expect(install.code, install.erreur).toBe(0);
    copier('minimal', territoire);
  }, 180_000);
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  it('contient ce qu’il faut et rien de plus', () => {
    for (const attendu of ['bin/ctg.js', 'dist/cli.js', 'dist/index.js', 'dist/src/index.d.ts', 'dist/LICENCES.md', 'templates/theme/classique.yaml', 'templates/modeles/quatorze-articles.yaml', 'templates/depot/gitignore', 'templates/depot/paquet.json', 'schemas/json/convention.schema.json', 'docs/reference/sources.md', 'LICENSE', 'README.md']) expect(contenu).toContain(attendu);
    expect(contenu.filter((f) => /^(src|test|examples|node_modules|\.ci)\//.test(f))).toEqual([]);
  });

  it('n’installe que pdfmake et ce dont il dépend, en un seul exemplaire et à la version connue', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(dossier, 'poste/node_modules/ctg/package.json'), 'utf8')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies)).toEqual(['fontkit', 'pdfkit', 'pdfmake']);
    const modules = path.join(dossier, 'poste/node_modules');
    expect(readdirSync(modules)).not.toContain('zod');
    const copies = readdirSync(modules, { recursive: true, encoding: 'utf8' }).map((f) => f.replaceAll('\\', '/')).filter((f) => /(^|\/)(pdfmake|pdfkit|fontkit)\/package\.json$/.test(f)).sort();
    expect(copies.map((f) => [f, (JSON.parse(readFileSync(path.join(modules, f), 'utf8')) as { version: string }).version])).toEqual(Object.entries(dependencies).map(([nom, version]) => [`${nom}/package.json`, version]));
  });

  it('donne sa version', () => {
    const { version } = JSON.parse(readFileSync(path.join(RACINE, 'package.json'), 'utf8')) as { version: string };
    expect(lancer(ctg, ['--version'], dossier)).toEqual({ code: 0, sortie: `${version}\n`, erreur: '' });
  });

  it('contrôle un territoire', () => {
    const { code, sortie, erreur } = lancer(ctg, ['validate'], territoire);
    expect([code, erreur]).toEqual([0, '']);
    expect(sortie).toMatch(/^Aucune erreur|\nAucune erreur/);
  });

  it('compile ce territoire, et deux fois donne les mêmes octets', () => {
    const lire = () => readdirSync(path.join(territoire, 'sortie')).sort().map((f) => [f, readFileSync(path.join(territoire, 'sortie', f)).toString('base64')]);
    const premier = lancer(ctg, ['build'], territoire);
    expect(premier.code, premier.erreur).toBe(0);
    const ecrits = premier.sortie.trim().split('\n');
    expect(ecrits.length).toBeGreaterThanOrEqual(3);
    expect(ecrits).toContain('sortie/convention.pdf');
    expect(readFileSync(path.join(territoire, 'sortie/convention.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const avant = lire();
    expect(avant.map(([f]) => `sortie/${f}`)).toEqual([...ecrits].sort());
    expect(lancer(ctg, ['build'], territoire, { TZ: 'Pacific/Auckland', LANG: 'C' }).code).toBe(0);
    expect(lire()).toEqual(avant);
  });

  it('fait un PDF/A-3a et PDF/UA-1, profil de couleur compris', () => {
    const { code, sortie, erreur } = lancer(ctg, ['check-pdf', 'sortie/convention.pdf'], territoire);
    expect([code, erreur]).toEqual([0, '']);
    expect(sortie).toContain('Conforme aux conditions vérifiables');
    expect(readFileSync(path.join(territoire, 'sortie/convention.pdf')).includes('/OutputIntents')).toBe(true);
  });

  it('prouve le PDF qu’il a fait, et en rend les sources', () => {
    const verifie = lancer(ctg, ['verify', 'sortie/convention.pdf'], territoire);
    expect(verifie.code, verifie.erreur).toBe(0);
    expect(verifie.sortie).toContain('exactement ce que ctg');
    const rendu = lancer(ctg, ['extract', 'sortie/convention.pdf', '-o', 'rendu'], territoire);
    expect(rendu.code, rendu.erreur).toBe(0);
    expect(rendu.sortie).toContain('rendu/ctg.yaml');
  });

  it('joint un PDF en annexe sans perdre ni la conformité, ni la preuve', () => {
    const avec = path.join(dossier, 'Avec annexe');
    copier('minimal', avec);
    mkdirSync(path.join(avec, 'annexes'));
    copyFileSync(path.join(territoire, 'sortie/convention.pdf'), path.join(avec, 'annexes/portrait.pdf'));
    writeFileSync(path.join(avec, 'annexes/portrait.md'), '---\ntitre: Portrait social\nfichiers:\n  - fichier: portrait.pdf\n    description: Portrait social du territoire\n---\nVoici le portrait.\n');
    const bati = lancer(ctg, ['build'], avec);
    expect([bati.code, bati.erreur]).toEqual([0, expect.not.stringContaining('CTG7005')]);
    const controle = lancer(ctg, ['check-pdf', 'sortie/convention.pdf', '--format', 'json'], avec);
    expect(controle.code, controle.sortie).toBe(0);
    const seul = lancer(ctg, ['check-pdf', 'sortie/convention.pdf', '--format', 'json'], territoire);
    const pages = (json: string): number => (JSON.parse(json) as { pages: number }).pages;
    expect(pages(controle.sortie)).toBeGreaterThan(pages(seul.sortie) * 2);
    expect(lancer(ctg, ['verify', 'sortie/convention.pdf'], avec)).toMatchObject({ code: 0, erreur: '' });
  });

  it('s’importe comme une bibliothèque', () => {
    const programme = "import { compile, nodeHost } from 'ctg'; const host = nodeHost(process.argv[1], { packageRoot: 'node_modules/ctg', env: {} }); const { outputs } = await compile(host, { targets: ['html'] }); console.log(outputs.map((o) => o.path).join());";
    const { code, sortie, erreur } = lancer(process.execPath, ['--input-type=module', '-e', programme, '--', territoire], path.join(dossier, 'poste'));
    expect([code, erreur]).toEqual([0, '']);
    expect(sortie).toContain('convention.html');
  });

  it('donne ses types à qui l’importe', () => {
    const poste = path.join(dossier, 'poste');
    writeFileSync(path.join(poste, 'essai.mts'), "import { compile, type Diagnostic, nodeHost, TARGETS } from 'ctg';\nconst host = nodeHost('.', { packageRoot: '.', env: {} });\nexport const found: readonly Diagnostic[] = (await compile(host, { targets: TARGETS })).diagnostics;\nexport const code: number = found[0]!.code;\n");
    const { sortie } = lancer(process.execPath, [path.join(RACINE, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext', '--typeRoots', path.join(RACINE, 'node_modules/@types'), '--types', 'node', 'essai.mts'], poste);
    expect(sortie.trim().split('\n')).toEqual([expect.stringContaining("essai.mts(4,14): error TS2322: Type 'string' is not assignable to type 'number'")]);
  });
});
