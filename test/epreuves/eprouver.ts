/** Éprouver : la commande telle qu'on la tape, dans un processus neuf, puis l'acte relu sans rien croire de qui l'a écrit. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { lire, textesDe } from '../balises/lecture.ts';
import { textesAttendus } from '../parite/attendus.ts';
import { compiler, RACINE } from '../golden/atelier.ts';
import { mots as motsPoses, textes } from '../render/pdf/poppler.ts';
import type { Epreuve } from './cas.ts';

export interface Mesure { readonly code: number | null; readonly pages: number; readonly ms: number; readonly memoire: number; readonly octets: number }
export interface Releve extends Mesure {
  readonly pdf: Uint8Array | null;
  readonly constats: readonly { readonly code: string; readonly severity: string; readonly file: string | null; readonly line: number | null; readonly message: string }[];
  readonly erreur: string;
}

const TEMOIN = path.join(RACINE, 'test/bench/temoin.cjs');

/** Écrit les sources dans un dossier, lance (`timeout` ms au plus) `ctg build`, relève temps, mémoire de pointe, constats et PDF. */
export function lancer({ files }: Epreuve, timeout: number): Releve {
  const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-epreuve-'));
  try {
    for (const [nom, contenu] of Object.entries(files)) {
      const vers = path.join(dossier, nom);
      mkdirSync(path.dirname(vers), { recursive: true });
      writeFileSync(vers, contenu);
    }
    const rapport = path.join(dossier, 'rapport.json');
    const temoin = path.join(dossier, 'temoin.json');
    const debut = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--require', TEMOIN, path.join(RACINE, 'bin/ctg.js'), 'build', dossier, '--cible', 'pdf', '--trace', '-o', path.join(dossier, 'sortie'), '--format', `json=${rapport}`], { encoding: 'utf8', env: { ...process.env, CTG_TEMOIN: temoin }, maxBuffer: 256 * 1024 * 1024, timeout });
    const ms = performance.now() - debut;
    const pdf = path.join(dossier, 'sortie/convention.pdf');
    const bytes = existsSync(pdf) ? new Uint8Array(readFileSync(pdf)) : null;
    const { memoire } = existsSync(temoin) ? (JSON.parse(readFileSync(temoin, 'utf8')) as { memoire: number }) : { memoire: Number.NaN };
    return { code: status, ms, memoire, octets: bytes?.length ?? 0, pages: bytes === null ? 0 : textes(bytes).length, pdf: bytes, constats: existsSync(rapport) ? lireRapport(readFileSync(rapport, 'utf8')) : [], erreur: stderr };
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

function lireRapport(json: string): Releve['constats'] {
  return (JSON.parse(json) as { diagnostics: Releve['constats'] }).diagnostics;
}

/** Les mots d'un texte, compris des deux côtés de la même façon : espaces, tirets insécables, accents composés. */
export function compte(texts: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of texts.join('\n').normalize('NFC').replace(/\u2011/g, '-').replace(/[\u00AD\u200B\u2060\uFEFF]/g, '').split(/[\s\u00A0\u202F\u2009]+/)) if (word !== '') found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/** Ce que `voulu` a de plus que `lu`. */
export const enMoins = (voulu: ReadonlyMap<string, number>, lu: ReadonlyMap<string, number>): readonly string[] => [...voulu].flatMap(([word, n]) => ((lu.get(word) ?? 0) < n ? [`${word} : ${String(n)} voulus, ${String(lu.get(word) ?? 0)} lus`] : []));

export interface Relecture {
  /** Mots de l'arbre comptés, et ceux que les balises du PDF ne redonnent pas. */
  readonly mots: number;
  readonly manquants: readonly string[];
  /** Lettres de l'arbre que pdftotext ne trouve pas sur les pages : texte hors de la page, ou masqué. */
  readonly invisibles: readonly string[];
  /** Mots qui débordent de leur page. */
  readonly debordent: readonly string[];
  /** Dessins hors de toute marque, contenus que l'arbre ne cite pas. */
  readonly nus: readonly string[];
}

/** Relit l'acte par ses balises, puis par ses pages, et le compare à l'arbre du document. */
export async function relire({ files }: Epreuve, pdf: Uint8Array, pages: number): Promise<Relecture> {
  const { tree } = await compiler(files);
  if (tree === null) throw new Error('pas d’arbre');
  const lecture = await lire(pdf);
  const voulus = compte(textesAttendus(tree, String(pages), 'structure'));
  const poses = motsPoses(pdf);
  const lettres = (texts: readonly string[]): Map<string, number> => compte([...texts.join('').normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')]);
  return {
    mots: [...voulus.values()].reduce((a, b) => a + b, 0),
    manquants: enMoins(voulus, compte(textesDe(lecture.racine))),
    invisibles: enMoins(lettres([...voulus].flatMap(([word, n]) => word.repeat(n))), lettres(poses.map(({ texte }) => texte))),
    debordent: poses.filter(({ x0, x1, y0, y1, largeur, hauteur }) => x0 < -0.5 || y0 < -0.5 || x1 > largeur + 0.5 || y1 > hauteur + 0.5).map(({ page, texte }) => `page ${String(page)} : ${texte.slice(0, 40)}`),
    nus: [...lecture.nus, ...lecture.orphelins],
  };
}
