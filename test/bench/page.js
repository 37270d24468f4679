/**
 * La page vivante, chronométrée dans un vrai Chromium : de l'écriture d'un fichier au texte repeint dans la page, `ctg watch` tel qu'on le
 * lance. `npm run bench:page` ; `--modifications 20` pour un essai court, `--facteurs 1,10`, `--sans-pdf`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { grossir } from './croissance.js';
import { modifications } from './modifications.js';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));
const { values: options } = parseArgs({ options: { modifications: { type: 'string', default: '200' }, facteurs: { type: 'string', default: '1,10' }, 'sans-pdf': { type: 'boolean', default: false } } });
const nombre = Number(options.modifications);
const facteurs = options.facteurs.split(',').map(Number);
if (![nombre, ...facteurs].every((n) => Number.isInteger(n) && n >= 1)) throw new Error('--modifications et --facteurs veulent des nombres entiers, 1 au moins');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
if (CHROMIUM === undefined) throw new Error('chromium est absent');
/** Au-delà, une modification est perdue : le banc échoue. */
const PATIENCE = 60_000;
/** Un relevé de mémoire toutes les tant de modifications. */
const RELEVE = 20;

const fr = (n, chiffres = 0) => n.toFixed(chiffres).replace('.', ',');
const rang = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
const mediane = (list) => rang(list, 0.5);

/** Lance `ctg watch` ; rend son adresse, sa mémoire à la demande, et de quoi l'arrêter. */
async function lancer(dossier) {
  const child = spawn(process.execPath, ['--expose-gc', '--import', fileURLToPath(new URL('page-temoin.js', import.meta.url)), path.join(RACINE, 'bin/ctg.js'), 'watch', dossier, '--port', '0', '--sans-navigateur'], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let journal = '';
  const url = await new Promise((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (part) => {
      journal = `${journal}${part}`.slice(-20_000);
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(journal);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`ctg watch s’est arrêté :\n${journal}`)));
  });
  return {
    url,
    memoire: () =>
      new Promise((resolve) => {
        child.once('message', resolve);
        child.send('memoire');
      }),
    arreter: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit').once('exit', resolve);
        child.kill('SIGINT');
      }),
  };
}

/** Attend, dans la page, que `voulu` soit vrai, puis que l'écran soit repeint ; rend l'heure, en millisecondes depuis 1970. */
const guetter = (page, { texte, faute }) =>
  page.evaluate(
    ([voulu, enFaute, patience]) =>
      new Promise((resolve, reject) => {
        const cadre = document.getElementById('cadre-convention').contentDocument;
        const observateurs = [];
        const vu = () => (enFaute ? document.body.dataset.etat === 'erreur' : document.body.dataset.etat !== 'erreur' && cadre.getElementById('contenu').textContent.includes(voulu));
        const fin = () => {
          for (const o of observateurs) o.disconnect();
          // Deux images : la première porte le changement, la seconde commence après qu'elle a été peinte.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
        };
        let fini = false;
        const regarder = () => {
          if (fini || !vu()) return;
          fini = true;
          fin();
        };
        for (const cible of [cadre, document]) {
          const o = new MutationObserver(regarder);
          o.observe(cible, { subtree: true, childList: true, characterData: true, attributes: cible === document });
          observateurs.push(o);
        }
        if (vu()) reject(new Error(`déjà là avant la modification : ${voulu}`));
        setTimeout(() => fini || reject(new Error(`modification jamais vue : ${voulu}`)), patience);
      }),
    [texte, faute, PATIENCE],
  );

async function mesurer(browser, facteur) {
  const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-page-'));
  grossir(path.join(RACINE, 'examples/creusot-montceau'), dossier, facteur);
  const ctg = await lancer(dossier);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  try {
    await page.goto(ctg.url);
    await page.waitForFunction(() => Number(document.documentElement.dataset.version) > 0 && document.body.dataset.etat !== 'erreur', undefined, { timeout: PATIENCE });
    const temps = new Map();
    const memoires = [{ rang: 0, ...(await ctg.memoire()) }];
    let fait = 0;
    for (const { sorte, fichier, change, texte, faute } of modifications(nombre)) {
      const file = path.join(dossier, fichier);
      const neuf = change(readFileSync(file, 'utf8'));
      const attente = guetter(page, { texte, faute });
      await page.evaluate(() => undefined);
      const debut = performance.timeOrigin + performance.now();
      writeFileSync(file, neuf);
      const ms = (await attente) - debut;
      temps.set(sorte, [...(temps.get(sorte) ?? []), ms]);
      fait += 1;
      if (fait % RELEVE === 0) memoires.push({ rang: fait, ...(await ctg.memoire()) });
    }
    montrer(facteur, temps, memoires);
    if (options['sans-pdf']) return;
    const pdf = await mesurerPdf(page, dossier);
    console.log(`\nPDF, onglet ouvert : le premier ${fr(pdf[0])} ms, puis ${fr(mediane(pdf.slice(1)))} ms de médiane (${pdf.slice(1).map((ms) => fr(ms)).join(', ')}).`);
  } finally {
    await context.close();
    await ctg.arreter();
    rmSync(dossier, { recursive: true, force: true });
  }
}

function montrer(facteur, temps, memoires) {
  console.log(`\n### × ${facteur}\n\n| enregistrement | nombre | médiane (ms) | 95 % sous (ms) | plus court (ms) |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const [nom, list] of [...temps, ['**tous**', [...temps.values()].flat()]]) console.log(`| ${nom} | ${list.length} | ${fr(mediane(list))} | ${fr(rang(list, 0.95))} | ${fr(Math.min(...list))} |`);
  console.log('\n| après … modifications | tas (Mo) | mémoire du processus (Mo) |\n| --- | ---: | ---: |');
  for (const { rang: n, tas, processus } of memoires) console.log(`| ${n} | ${fr(tas / 1e6, 1)} | ${fr(processus / 1e6)} |`);
}

/** L'onglet du PDF ouvert : de l'écriture au nouveau PDF montré. Le premier, qui démarre l'ouvrier, est rendu en tête. */
async function mesurerPdf(page, dossier) {
  const pret = (avant) => page.waitForFunction((cle) => ![cle, ''].includes(document.getElementById('etat-pdf').dataset.cle ?? '') && document.getElementById('etat-pdf').textContent.startsWith('PDF à jour'), avant, { timeout: 3 * PATIENCE });
  const cle = () => page.evaluate(() => document.getElementById('etat-pdf').dataset.cle ?? '');
  const durees = [];
  let debut = performance.now();
  await page.getByRole('tab', { name: 'PDF' }).click();
  await pret('');
  durees.push(performance.now() - debut);
  const file = path.join(dossier, 'articles/preambule.md');
  const texte = readFileSync(file, 'utf8');
  for (let i = 0; i < Math.min(5, nombre); i++) {
    const avant = await cle();
    debut = performance.now();
    writeFileSync(file, `${texte.trimEnd()}\n\nUne phrase pour le PDF, rang ${'abcde'[i]}.\n`);
    await pret(avant);
    durees.push(performance.now() - debut);
  }
  return durees;
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
try {
  console.log(`Node ${process.version}, Chromium ${browser.version()}, ${process.platform} ${process.arch}, ${cpus().length} cœurs, charge ${fr(loadavg()[0], 1)} ; ${nombre} modifications par taille.`);
  for (const facteur of facteurs) await mesurer(browser, facteur);
  console.log(`\nCharge à la fin : ${fr(loadavg()[0], 1)}.`);
} finally {
  await browser.close();
}
