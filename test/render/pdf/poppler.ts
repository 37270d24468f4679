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
    return execFileSync('pdftotext', [mode, '-enc', 'UTF-8', fichier, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\f').slice(0, -1);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
