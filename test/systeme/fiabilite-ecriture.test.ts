/** Surveillance tuée, surveillances à deux, disque plein ou en lecture seule sous les autres commandes, noms décomposés : de vrais processus. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copier, dansUnDossier, ecrire, fichiers, RACINE } from '../cli/outils.ts';
import { classeur } from '../reprise/outils.ts';

const CTG = path.join(RACINE, 'bin/ctg.js');
const ctg = (cwd: string, ...args: string[]) => spawnSync(process.execPath, [CTG, ...args], { cwd, encoding: 'utf8' });
const documents = (sortie: string): Record<string, string> => Object.fromEntries(fichiers(sortie).filter((f) => !f.startsWith('.')).map((f) => [f, readFileSync(path.join(sortie, f), 'utf8')]));
const titre = (d: string, mot: string): void => writeFileSync(path.join(d, 'plan/plan.yaml'), readFileSync(path.join(d, 'plan/plan.yaml'), 'utf8').replace(/titre: Bien accueillir[^\n]*/, `titre: Bien accueillir ${mot}`));

interface Surveillance {
  readonly enfant: ChildProcess;
  readonly url: string;
  readonly fini: Promise<string | null>;
  dit(): string;
}

/** Lance `ctg watch`, qui récrit les documents ; rend la main quand sa page est ouverte. */
async function surveiller(cwd: string): Promise<Surveillance> {
  const enfant = spawn(process.execPath, [CTG, 'watch', '--cible', 'html,plan', '--sans-navigateur', '--port', '4710'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let dit = '';
  const fini = new Promise<string | null>((resolve) => void enfant.once('exit', (_, signal) => resolve(signal)));
  for (const flux of [enfant.stdout, enfant.stderr]) flux?.on('data', (texte: Buffer) => void (dit += texte.toString()));
  await jusqua(() => /http:\/\/127\.0\.0\.1:\d+\//.test(dit), () => dit);
  return { enfant, url: /http:\/\/127\.0\.0\.1:\d+\//.exec(dit)?.[0] ?? '', fini, dit: () => dit };
}

async function jusqua(vrai: () => boolean, dire: () => string = () => ''): Promise<void> {
  const fin = performance.now() + 60_000;
  while (!vrai()) {
    if (performance.now() > fin) throw new Error(`attendu en vain : ${dire()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const lu = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
/** Les mots que chaque document porte : un ensemble entier n'en a qu'un. */
const mots = (sortie: string, choix: readonly string[]): readonly string[] => [...new Set(Object.values(documents(sortie)).map((t) => choix.filter((m) => t.includes(`Bien accueillir ${m}`)).join('+')))];

describe.skipIf(process.platform === 'win32')('ctg watch', () => {
  it('tué pendant qu’il récrit, relancé : le dossier redevient entier, rien ne traîne', () =>
    dansUnDossier(async (d) => {
      copier('minimal', d);
      const sortie = path.join(d, 'sortie');
      const plan = path.join(sortie, 'plan-actions.json');
      let tues = 0;
      for (const [i, evenement] of [1, 5, 9].entries()) {
        titre(d, 'Alpha');
        const premiere = await surveiller(d);
        await jusqua(() => lu(plan).includes('Alpha'), premiere.dit);
        let vus = 0;
        const guet = watch(sortie, () => {
          vus += 1;
          if (vus >= evenement) premiere.enfant.kill('SIGKILL');
        });
        titre(d, `Bravo${i}`);
        if ((await premiere.fini) === 'SIGKILL') tues += 1;
        guet.close();
        for (const texte of Object.values(documents(sortie))) expect(texte).toMatch(/Bien accueillir (Alpha|Bravo)/);
        const seconde = await surveiller(d);
        await jusqua(() => lu(plan).includes(`Bravo${i}`), seconde.dit);
        await jusqua(() => mots(sortie, ['Alpha', `Bravo${i}`]).join() === `Bravo${i}`, seconde.dit);
        seconde.enfant.kill('SIGINT');
        await seconde.fini;
        expect(readdirSync(sortie).filter((f) => f.startsWith('.'))).toEqual([]);
      }
      expect(tues).toBe(3);
    }), 240_000);

  it('deux fois sur un même territoire : deux pages, deux ports, un ensemble entier après chaque enregistrement', () =>
    dansUnDossier(async (d) => {
      copier('minimal', d);
      const sortie = path.join(d, 'sortie');
      const [une, autre] = [await surveiller(d), await surveiller(d)];
      expect(une.url).not.toBe(autre.url);
      expect(autre.dit()).toContain('est pris');
      for (const mot of ['Charlie', 'Delta', 'Echo']) {
        titre(d, mot);
        await jusqua(() => mots(sortie, ['Charlie', 'Delta', 'Echo']).join() === mot && !existsSync(path.join(sortie, '.ctg-ecriture.json')), () => une.dit() + autre.dit());
      }
      for (const s of [une, autre]) s.enfant.kill('SIGINT');
      await Promise.all([une.fini, autre.fini]);
      expect(une.dit() + autre.dit()).not.toMatch(/panne|refusé/);
      expect(Object.keys(documents(sortie))).toHaveLength(4);
      expect(readdirSync(sortie).filter((f) => f.startsWith('.'))).toEqual([]);
    }), 180_000);
});

const droits = process.getuid?.() === 0 ? '-m' : '-Urm';
const monte = process.platform === 'linux' && spawnSync('unshare', [droits, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], { encoding: 'utf8' }).status === 0;

/** Un territoire et de quoi y faire des reprises, dans un montage privé ; il disparaît avec le script. */
function dansUnMontage(d: string, avant: string, script: string): { readonly stdout: string; readonly stderr: string } {
  copier('minimal', path.join(d, 't'));
  ecrire(d, { 't/chiffres.csv': 'INSEE;NB\n71153;12\n', 't/plan.csv': 'Axe;Objectif;Action;Pilote\nAxe 1;Accueillir;Ouvrir un lieu;Caf\n' });
  writeFileSync(path.join(d, 't/plan.xlsx'), classeur([{ nom: 'Plan', lignes: [['Axe', 'Objectif', 'Action'], ['Axe 1', 'Accueillir', 'Ouvrir un lieu']] }]));
  mkdirSync(path.join(d, 'disque'));
  return spawnSync('unshare', [droits, 'sh', '-c', `mount -t tmpfs -o size=400k tmpfs '${d}/disque' && cd '${d}/disque' && cp -r ../t . && cd t && ${avant} && ${script}`], { encoding: 'utf8', env: { ...process.env, CTG: `${process.execPath} ${CTG}` } });
}

/** Ce qu'il y a dans le territoire, avec l'empreinte de chaque fichier : rien ne doit avoir changé. */
const ETAT = 'find . -type f ! -name plein -exec cksum {} + | sort';
/** De quoi faire à chaque commande : une faute à corriger, une ligne à mettre en forme, un code de commune. */
const FAUTE = `sed -i "s/echeances: .2026.*/echeances: ['2026']/" plan/plan.yaml && sed -i "s/- nom: Bourg-Modèle/- { nom:   Bourg-Modèle, insee: '71153' }/" territoire.yaml`;

describe.skipIf(!monte && process.env['CI'] !== 'true')('les commandes qui écrivent des sources', () => {
  const COMMANDES = [
    ['import plan', '$CTG import plan plan.xlsx'],
    ['import chiffres', '$CTG import chiffres chiffres.csv --colonne INSEE=commune --colonne NB=effectif --annee 2024'],
    ['validate --fix', '$CTG validate --fix'],
    ['fmt', '$CTG fmt'],
    ['schemas', '$CTG schemas'],
  ] as const;

  it.each(COMMANDES)('%s, disque plein : rien n’est perdu, et c’est dit', (_, commande) =>
    dansUnDossier((d) => {
      const { stdout, stderr } = dansUnMontage(d, `${FAUTE} && { head -c 1000000 /dev/zero > plein 2>/dev/null; true; }`, `${ETAT} > /dev/shm/avant$$; ${commande}; echo "code $?"; ${ETAT} | cmp - /dev/shm/avant$$ && echo intact; rm /dev/shm/avant$$`);
      expect(stdout, stderr).toMatch(/code 2\nintact\n$/);
      expect(stderr).toContain('le disque est plein');
      expect(stderr).not.toMatch(/panne interne|at .*\.js:\d/);
    }));

  it.each([...COMMANDES, ['build', '$CTG build --cible plan'], ['init', '$CTG init ../neuf --oui'], ['un rapport', '$CTG validate --format json=r.json']] as const)('%s, en lecture seule : c’est dit', (nom, commande) =>
    dansUnDossier((d) => {
      const { stdout, stderr } = dansUnMontage(d, `${nom === 'build' ? 'true' : FAUTE} && mount -o remount,ro '${d}/disque'`, `${commande}; echo "code $?"; ls`);
      expect(stdout, stderr).toMatch(/code 2\n/);
      expect(stderr).toMatch(/lecture seule/);
      expect(stderr).not.toMatch(/panne interne|at .*\.js:\d/);
    }));

  it('en lecture seule, valider et montrer sont permis', () =>
    dansUnDossier((d) => {
      const { stdout, stderr } = dansUnMontage(d, `mount -o remount,ro '${d}/disque'`, '$CTG validate; echo "code $?"; $CTG validate --fix --dry-run; echo "code $?"; timeout -s INT 6 $CTG watch --sans-navigateur --port 0; echo "code $?"');
      expect(stdout.match(/code \d+/g), stderr).toEqual(['code 0', 'code 0', 'code 124']);
      expect(stdout + stderr).toContain('Page à jour');
    }));
});

it('des noms décomposés comme sous macOS, des fins de ligne de Windows : le même acte', () =>
  dansUnDossier((d) => {
    for (const nom of ['un', 'deux']) {
      copier('minimal', path.join(d, nom));
      ecrire(path.join(d, nom), { 'images/Écoles à visiter.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>', 'articles/collaboration.md': 'Voir le plan.\n\n![Les écoles](../images/Écoles à visiter.svg)\n'.replace('Écoles à visiter.svg)', '%C3%89coles%20%C3%A0%20visiter.svg)') });
    }
    const deux = path.join(d, 'deux');
    renameSync(path.join(deux, 'images/Écoles à visiter.svg'), path.join(deux, 'images', 'Écoles à visiter.svg'.normalize('NFD')));
    for (const f of fichiers(deux).filter((f) => /\.(yaml|md)$/.test(f))) writeFileSync(path.join(deux, f), readFileSync(path.join(deux, f), 'utf8').replaceAll('\n', '\r\n'));
    const actes = ['un', 'deux'].map((nom) => {
      const { status, stderr } = ctg(path.join(d, nom), 'build', '--cible', 'html,plan');
      expect(status, stderr).toBe(0);
      return Object.values(documents(path.join(d, nom, 'sortie'))).map((t) => t.replaceAll(/[0-9a-f]{4}(?:-[0-9a-f]{4}){3}/g, 'empreinte'));
    });
    expect(actes[0]?.join('').length).toBeGreaterThan(10_000);
    expect(actes[1]).toEqual(actes[0]);
  }));
