/** Où les blocs s'exécutent : un dossier temporaire, la commande bâtie sous le nom de `ctg`, rien d'autre de la machine. */
import { execFile, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copier, RACINE } from '../cli/outils.ts';
import { classeur, type FeuilleEcrite } from '../reprise/outils.ts';
import type { Scene } from './hors-essai.ts';

export interface Resultat {
  readonly code: number;
  /** Sortie standard, puis sortie d'erreur. */
  readonly dit: string;
}

const DUREE = /^(?:npx )?ctg watch\b/;

/** Un atelier par fichier d'essais : ses scènes modèles sont faites une fois, puis copiées. */
export class Atelier {
  readonly #dossier = mkdtempSync(path.join(tmpdir(), 'ctg doc é-'));
  #suivant = 0;

  async preparer(): Promise<void> {
    const bin = path.join(this.#dossier, 'bin');
    mkdirSync(bin);
    const programme = (nom: string, corps: string): void => {
      writeFileSync(path.join(bin, nom), `#!/bin/sh\n${corps}\n`);
      chmodSync(path.join(bin, nom), 0o755);
    };
    const ctg = `exec "${process.execPath}" "${path.join(RACINE, 'bin/ctg.js')}"`;
    programme('ctg', `${ctg} "$@"`);
    programme('npx', `[ "$1" = --no ] && shift 2\n[ "$1" = ctg ] || exit 97\nshift\n${ctg} "$@"`);
    programme('xdg-open', 'exit 0');
    const creusot = path.join(this.#dossier, 'creusot/mon-territoire');
    copier('creusot-montceau', creusot);
    // Les codes sont vrais, les valeurs inventées.
    writeFileSync(path.join(creusot, 's_ben_com_f.csv'), 'dtreffre;numcomdo;nomcom;indfoy_ndur\n2024-12;71153;Le Creusot;5000\n2024-12;71309;Montcenis;500\n');
    writeFileSync(path.join(creusot, 'base-cc-evol-struct-pop-2021.csv'), 'CODGEO;P21_POP;P21_POP0002\n71153;20000;500\n71309;2000;50\n');
    writeFileSync(path.join(creusot, 'Places de crèche.csv'), 'Code Insee;Ville;Places;Part\n71153;Le Creusot;100;10\n');
    writeFileSync(path.join(creusot, 'places.csv'), 'INSEE;PLACES\n71153;100\n');
    const minimal = path.join(this.#dossier, 'minimal/mon-territoire');
    copier('minimal', minimal);
    copier('minimal', path.join(this.#dossier, 'complet/mon-territoire/mon-territoire'));
    const complet = path.join(this.#dossier, 'complet/mon-territoire');
    copier('minimal', complet);
    copier('creusot-montceau', path.join(complet, 'examples/creusot-montceau'));
    const bati = await this.#lancer('ctg build', complet);
    if (bati.code !== 0) throw new Error(`l’exemple ne se compile pas :\n${bati.dit}`);
    mkdirSync(path.join(complet, 'annexes'));
    for (const pdf of ['convention.pdf', 'convention-signee.pdf', 'convention-votee.pdf', 'annexes/diagnostic.pdf']) cpSync(path.join(complet, 'sortie/convention.pdf'), path.join(complet, pdf));
    const plan = (axe: string): FeuilleEcrite => ({ nom: axe, lignes: [['Axe', 'Objectif', 'Action', 'Structure', 'Échéance', 'Thématique', 'Budget'], [axe, 'Accueillir', `Ouvrir un lieu (${axe})`, 'Caf', '2027', 'Parentalité', '12 000 €']] });
    writeFileSync(path.join(complet, 'Plan d’actions.xlsx'), classeur([plan('Axe 1')]));
    writeFileSync(path.join(complet, 'plan.xlsx'), classeur([plan('Axe 1'), plan('Axe 2')]));
    writeFileSync(path.join(complet, 'plan.csv'), 'Axe;Objectif;Action;Structure;Échéance\nAxe 1;Accueillir;Ouvrir un lieu;Caf;2027\n');
    const neuf = await this.#lancer('ctg init neuf/mon-territoire --territoire "Le Creusot" --oui', this.#dossier);
    if (neuf.code !== 0) throw new Error(`ctg init échoue :\n${neuf.dit}`);
  }

  rendre(): void {
    rmSync(this.#dossier, { recursive: true, force: true });
  }

  ouvrir(scene: Scene): Lieu {
    const dossier = path.join(this.#dossier, `scene ${String(++this.#suivant)}`);
    if (scene === 'vide') mkdirSync(path.join(dossier, 'mon-territoire'), { recursive: true });
    else cpSync(path.join(this.#dossier, scene), dossier, { recursive: true });
    return new Lieu(path.join(dossier, 'mon-territoire'), (ligne, cwd) => this.#lancer(ligne, cwd));
  }

  #lancer(ligne: string, cwd: string): Promise<Resultat> {
    const { FORCE_COLOR: _, NODE_OPTIONS: __, ...herite } = process.env;
    const env = { ...herite, NO_COLOR: '1', HOME: this.#dossier, PATH: `${path.join(this.#dossier, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}` };
    mkdirSync(path.join(this.#dossier, '.config/fish/completions'), { recursive: true });
    if (DUREE.test(ligne)) return surveiller(ligne, cwd, env);
    const programme = `set -o pipefail\n${ligne}`;
    return new Promise((rendre) => {
      execFile('bash', ['-c', programme], { cwd, env, maxBuffer: 1 << 26 }, (erreur, stdout, stderr) => rendre({ code: erreur === null ? 0 : typeof erreur.code === 'number' ? erreur.code : 99, dit: stdout + stderr }));
    });
  }
}

/** Une surveillance dure : on attend qu'elle donne l'adresse de sa page, puis on l'interrompt comme le ferait Ctrl+C. */
function surveiller(ligne: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Resultat> {
  return new Promise((rendre, echouer) => {
    const enfant = spawn('bash', ['-c', `exec ${ligne}`], { cwd, env });
    let dit = '';
    const entendre = (texte: Buffer): void => {
      if (!dit.includes('http://127.0.0.1') && (dit + texte.toString()).includes('http://127.0.0.1')) setTimeout(() => enfant.kill('SIGINT'), 500);
      dit += texte.toString();
    };
    enfant.stdout.on('data', entendre);
    enfant.stderr.on('data', entendre);
    enfant.on('error', echouer);
    enfant.on('close', (code) => rendre({ code: code ?? 99, dit }));
  });
}

/** Un territoire où l'on est : son dossier courant suit les `cd`. */
export class Lieu {
  readonly #lancer: (ligne: string, cwd: string) => Promise<Resultat>;
  ici: string;
  constructor(ici: string, lancer: (ligne: string, cwd: string) => Promise<Resultat>) {
    this.ici = ici;
    this.#lancer = lancer;
  }

  async executer(ligne: string): Promise<Resultat> {
    const avant = this.ici;
    const cd = /^cd "?([^"]+)"?$/.exec(ligne);
    if (cd !== null) this.ici = path.resolve(avant, cd[1] ?? '');
    return this.#lancer(ligne, avant);
  }

  lire(fichier: string): string {
    return readFileSync(path.join(this.ici, fichier), 'utf8');
  }

  ecrire(fichier: string, texte: string): void {
    const chemin = path.resolve(this.ici, fichier);
    if (!chemin.startsWith(this.ici + path.sep)) throw new Error(`${fichier} sort du territoire`);
    mkdirSync(path.dirname(chemin), { recursive: true });
    writeFileSync(chemin, texte);
  }
}
