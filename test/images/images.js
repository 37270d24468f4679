/**
 * `npm run images` refait les images de docs/images d'après les exemples ; `-- acte-plan` une seule, `-- --vers dossier` ailleurs. Il y
 * faut poppler-utils, chromium et imagemagick. L'heure est arrêtée, la fenêtre a toujours la même taille : les mêmes outils redonnent
 * les mêmes images.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ECRANS, NOMS, PAGES, TERMINAUX } from './catalogue.js';
import { enPage } from './terminal.js';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));
const CTG = path.join(RACINE, 'bin/ctg.js');
/** Couleurs gardées : assez pour le lissage des lettres, assez peu pour des fichiers légers. */
const COULEURS = 48;
const POIDS = 150_000;
/** 22 mars 2026, 9 h 15 à Paris : la page vivante dit l'heure. */
const HEURE = Date.UTC(2026, 2, 22, 8, 15);

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { vers: { type: 'string', default: path.join(RACINE, 'docs/images') } } });
const inconnue = positionals.find((nom) => !NOMS.includes(nom));
if (inconnue !== undefined) throw new Error(`image inconnue : ${inconnue} ; il y a ${NOMS.join(', ')}`);
const voulues = NOMS.filter((nom) => positionals.length === 0 || positionals.includes(nom));
const navigateur = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
const travail = mkdtempSync(path.join(tmpdir(), 'ctg-images-'));

/** Le même exemple, dans un dossier qui porte son nom. */
function copie(exemple, numero) {
  const dossier = path.join(travail, String(numero), exemple);
  cpSync(path.join(RACINE, 'examples', exemple), dossier, { recursive: true, filter: (f) => !['sortie', 'attendu'].includes(path.basename(f)) });
  return dossier;
}

function remplacer(dossier, { fichier, de, a }) {
  const file = path.join(dossier, fichier);
  const avant = readFileSync(file, 'utf8');
  const apres = avant.replace(de, a);
  if (avant === apres) throw new Error(`rien à remplacer dans ${fichier}`);
  writeFileSync(file, apres);
}

/** Réduit une image à quelques couleurs et l'écrit à sa place, sans rien qui dise quand elle a été faite. */
function garder(nom, png) {
  const brute = path.join(travail, `${nom}.png`);
  writeFileSync(brute, png);
  const file = path.join(options.vers, `${nom}.png`);
  execFileSync('convert', [brute, '+dither', '-colors', String(COULEURS), '-strip', '-define', 'png:exclude-chunks=date,time', '-define', 'png:compression-level=9', `PNG8:${file}`]);
  const { size } = statSync(file);
  if (size > POIDS) throw new Error(`${nom}.png pèse ${size} octets, plus que ${POIDS} : réduisez-la`);
  console.log(`${path.relative(process.cwd(), file)}  ${Math.round(size / 1000)} ko`);
}

function pages(noms) {
  if (noms.length === 0) return;
  execFileSync(process.execPath, [CTG, 'build', copie('creusot-montceau', 0), '-o', travail, '--cible', 'pdf'], { stdio: 'ignore' });
  const pdf = path.join(travail, 'convention.pdf');
  const textes = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' }).split('\f').map((t) => t.replaceAll('\u00A0', ' '));
  for (const nom of noms) {
    const { texte, largeur } = PAGES[nom];
    const page = textes.findIndex((t) => texte.test(t)) + 1;
    if (page === 0) throw new Error(`${nom} : aucune page de l’acte ne contient ${texte}`);
    garder(nom, execFileSync('pdftoppm', ['-png', '-f', String(page), '-l', String(page), '-scale-to-x', String(largeur), '-scale-to-y', '-1', pdf], { maxBuffer: 1 << 26 }));
  }
}

async function terminal(browser, nom) {
  const { exemple, commande, ...faute } = TERMINAUX[nom];
  const dossier = copie(exemple, nom);
  remplacer(dossier, faute);
  const { stdout } = spawnSync(process.execPath, [CTG, ...commande], { cwd: dossier, encoding: 'utf8', env: { PATH: process.env.PATH, FORCE_COLOR: '1' } });
  const page = await browser.newPage({ viewport: { width: 860, height: 400 } });
  await page.setContent(enPage(`ctg ${commande.join(' ')}`, stdout));
  garder(nom, await page.locator('pre').screenshot());
  await page.close();
}

/** `ctg watch`, son heure arrêtée ; rend l'adresse de sa page et de quoi l'éteindre. */
async function surveiller(dossier) {
  const arret = `data:text/javascript,Date.now=()=>${HEURE}`;
  const child = spawn(process.execPath, ['--import', arret, CTG, 'watch', dossier, '--port', '0', '--sans-navigateur'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const url = await new Promise((resolve, reject) => {
    let journal = '';
    child.stderr.setEncoding('utf8').on('data', (part) => {
      journal += part;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(journal);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`ctg watch s’est arrêté :\n${journal}`)));
  });
  const fin = new Promise((resolve) => child.once('exit', resolve));
  return { url, eteindre: () => child.kill('SIGINT') && fin };
}

async function ecran(browser, nom) {
  const { lire, onglet, replier, faute } = ECRANS[nom];
  const dossier = copie('creusot-montceau', nom);
  const { url, eteindre } = await surveiller(dossier);
  const context = await browser.newContext({ viewport: { width: 1280, height: 760 }, timezoneId: 'Europe/Paris', locale: 'fr-FR', reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => Number(document.documentElement.dataset.version) > 0);
    await page.frameLocator('#cadre-convention').getByRole('heading', { level: 1 }).waitFor();
    if (lire !== undefined) await page.getByRole('navigation', { name: 'Sommaire' }).getByRole('link', { name: lire }).click();
    if (onglet !== undefined) await page.getByRole('tab', { name: onglet }).click();
    if (replier !== undefined) await page.getByRole('button', { name: replier }).click();
    if (faute !== undefined) {
      remplacer(dossier, faute);
      await page.waitForFunction(() => document.body.dataset.etat === 'erreur');
    }
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.activeElement?.blur());
    await page.waitForTimeout(1500);
    garder(nom, await page.screenshot());
  } finally {
    await context.close();
    await eteindre();
  }
}

mkdirSync(options.vers, { recursive: true });
try {
  pages(voulues.filter((nom) => nom in PAGES));
  const reste = voulues.filter((nom) => !(nom in PAGES));
  if (reste.length > 0) {
    if (navigateur === undefined) throw new Error('chromium est absent : apt-get install chromium');
    const browser = await chromium.launch({ executablePath: navigateur, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--font-render-hinting=none'] });
    try {
      for (const nom of reste) await (nom in TERMINAUX ? terminal : ecran)(browser, nom);
    } finally {
      await browser.close();
    }
  }
} finally {
  rmSync(travail, { recursive: true, force: true });
}
