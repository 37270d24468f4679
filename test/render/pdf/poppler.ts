/** Lire un PDF comme un lecteur le lit : pdftotext (paquet poppler-utils). */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const found = spawnSync('pdftotext', ['-v']).error === undefined;
if (!found && process.env['CI'] === 'true') throw new Error('pdftotext manque : installez poppler-utils pour vérifier le PDF.');
if (!found) console.warn('pdftotext manque : les tests qui lisent le PDF sont sautés (installez poppler-utils).');

export const sansPoppler = !found;

/** Texte de chaque page, dans l'ordre du dessin (`-raw`) ou selon la disposition (`-layout`). */
export function textes(bytes: Uint8Array, mode: '-raw' | '-layout' = '-raw'): string[] {
  const dossier = mkdtempSync(join(tmpdir(), 'ctg-pdf-'));
  try {
    const fichier = join(dossier, 'rendu.pdf');
    writeFileSync(fichier, bytes);
    return execFileSync('pdftotext', [mode, '-enc', 'UTF-8', fichier, '-'], { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 }).split('\f').slice(0, -1);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

export interface Mot { readonly page: number; readonly texte: string; readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number; /** Taille de la page. */ readonly largeur: number; readonly hauteur: number }

/** Chaque mot et sa place. */
export function mots(bytes: Uint8Array): Mot[] {
  const dossier = mkdtempSync(join(tmpdir(), 'ctg-pdf-'));
  try {
    const fichier = join(dossier, 'rendu.pdf');
    writeFileSync(fichier, bytes);
    const page = { numero: 0, largeur: 0, hauteur: 0 };
    return execFileSync('pdftotext', ['-bbox', '-enc', 'UTF-8', fichier, '-'], { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 }).split('\n').flatMap((ligne): Mot[] => {
      const taille = /<page width="([\d.]+)" height="([\d.]+)"/.exec(ligne);
      if (taille !== null) Object.assign(page, { numero: page.numero + 1, largeur: Number(taille[1]), hauteur: Number(taille[2]) });
      const trouve = /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*)<\/word>/.exec(ligne);
      return trouve === null ? [] : [{ page: page.numero, texte: trouve[5] as string, x0: Number(trouve[1]), x1: Number(trouve[3]), y0: Number(trouve[2]), y1: Number(trouve[4]), largeur: page.largeur, hauteur: page.hauteur }];
    });
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
