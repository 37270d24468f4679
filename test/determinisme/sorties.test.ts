/** Mêmes sources, mêmes octets : la commande est lancée pour de bon, dans des circonstances qui ne devraient rien changer. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fichiers, RACINE } from '../golden/atelier.ts';
import { fourreTout } from '../parite/fourre-tout.ts';

// Dans node_modules, pour que pdfmake se trouve ; bâti depuis les sources, pour ne pas juger un vieux dist/.
const BATI = path.join(RACINE, 'node_modules/.cache/ctg-determinisme');
const COMMANDE = path.join(BATI, 'ctg.js');
const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-déterminisme '));

interface Circonstances {
  readonly nom?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly transforme?: (contenu: string) => string;
  readonly inverse?: boolean;
}

/** Écrit le territoire, lance la commande, rend l'empreinte de chaque sortie. */
function batir(fichiers: Fichiers, { nom = 'a', env = {}, cwd = dossier, transforme = (s) => s, inverse = false }: Circonstances): Readonly<Record<string, string>> {
  const racine = path.join(dossier, nom);
  rmSync(racine, { recursive: true, force: true });
  const noms = Object.keys(fichiers).sort();
  for (const fichier of inverse ? noms.reverse() : noms) {
    const ou = path.join(racine, fichier);
    mkdirSync(path.dirname(ou), { recursive: true });
    const contenu = fichiers[fichier] as string | Uint8Array;
    writeFileSync(ou, /\.(yaml|md)$/.test(fichier) ? transforme(typeof contenu === 'string' ? contenu : new TextDecoder().decode(contenu)) : contenu);
    if (inverse) utimesSync(ou, 1, 1);
  }
  const { status, stderr } = spawnSync(process.execPath, [COMMANDE, 'build', racine, '-o', path.join(dossier, 'sortie')], { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', ...env } });
  expect(stderr).not.toMatch(/^erreur/m);
  expect(status).toBe(0);
  const sortie = path.join(dossier, 'sortie');
  const sommes = Object.fromEntries(readdirSync(sortie).sort().map((f) => [f, createHash('sha256').update(readFileSync(path.join(sortie, f))).digest('hex')]));
  return sommes;
}

const sortie = (nom: string): string => readFileSync(path.join(dossier, 'sortie', nom), 'utf8');

beforeAll(async () => {
  await build({
    stdin: {
      contents: `import { main, nodeIo } from './src/cli/main.ts';\nprocess.exitCode = await main(process.argv.slice(2), nodeIo(process, ${JSON.stringify(RACINE)}));\n`,
      resolveDir: RACINE,
    },
    outfile: COMMANDE,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['pdfmake', 'pdfkit'],
    define: { CTG_VERSION: '"essai"' },
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
    logLevel: 'error',
  });
}, 60_000);
afterAll(() => {
  rmSync(dossier, { recursive: true, force: true });
  rmSync(BATI, { recursive: true, force: true });
});

describe('mêmes sources, mêmes octets', () => {
  let fichiers: Fichiers;
  let temoin: Readonly<Record<string, string>>;
  /** La page HTML du témoin. */
  let page: string;
  const empreinte = (html: string): string => /– ([0-9a-f]{4}(?:-[0-9a-f]{4}){3})<\/p>/.exec(html)?.[1] ?? '';
  beforeAll(async () => {
    fichiers = await fourreTout();
    temoin = batir(fichiers, {});
    expect(Object.keys(temoin)).toEqual(['convention.html', 'convention.pdf', 'plan-actions.csv', 'plan-actions.html', 'plan-actions.json']);
    page = sortie('convention.html');
    expect(empreinte(page)).toHaveLength(19);
  }, 60_000);

  it.each([
    ['à l’autre bout du monde, en arabe, dans un dossier à espaces et accents, lancé d’ailleurs', { env: { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }, nom: 'Ma convention d’été – Écuisses (v2)', cwd: '/' }],
    ['à l’ouest, en turc qui a deux i, écrites dans un autre ordre, à une autre date', { env: { TZ: 'America/Adak', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' }, inverse: true }],
  ] satisfies readonly (readonly [string, Circonstances])[])('%s', (_, circonstances) => expect(batir(fichiers, circonstances)).toEqual(temoin), 60_000);

  it('en CRLF et avec une marque d’ordre des octets, comme sous Windows : la même empreinte et les mêmes pages, seules les sources jointes diffèrent', () => {
    const ici = readFileSync(path.join(dossier, 'sortie/convention.pdf'));
    const windows = batir(fichiers, { transforme: (s: string) => `\uFEFF${s.replace(/\r?\n/g, '\r\n')}` });
    expect({ ...windows, 'convention.pdf': '' }).toEqual({ ...temoin, 'convention.pdf': '' });
    const la = readFileSync(path.join(dossier, 'sortie/convention.pdf'));
    const sansJointes = (pdf: Buffer): string => pdf.toString('latin1').replace(/\/Type \/EmbeddedFile[\s\S]*?endstream/g, '').replace(/\nxref[\s\S]*?trailer|\/Type \/XRef[\s\S]*/, '').replace(/startxref\n\d+/, '');
    expect(sansJointes(la).length).toBeGreaterThan(50_000);
    expect(sansJointes(la)).toBe(sansJointes(ici));
  }, 60_000);

  it('une lettre changée change l’empreinte', () => {
    const autre = batir(fichiers, { transforme: (s) => s.replace('Une commune accueillante', 'Une commune accueillantE') });
    expect(autre['convention.pdf']).not.toBe(temoin['convention.pdf']);
    expect(sortie('convention.html')).not.toContain(empreinte(page));
  }, 60_000);

  it('une date imposée ne change que les métadonnées', () => {
    const datee = batir(fichiers, { env: { SOURCE_DATE_EPOCH: '1700000000' } });
    expect(datee['convention.pdf']).not.toBe(temoin['convention.pdf']);
    expect(datee['plan-actions.csv']).toBe(temoin['plan-actions.csv']);
    expect(sortie('convention.html')).toBe(page.replace('content="2026-01-01T00:00:00.000Z"', 'content="2023-11-14T22:13:20.000Z"'));
  }, 60_000);
});
