/** Les pages d'un PDF en petites images, et l'écart entre deux images d'une page. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Assez pour voir une ligne, un cadre ou un titre bouger ; trop peu pour lire un mot : le texte a ses propres instantanés. */
const POINTS_PAR_POUCE = '32';
/** Écart de gris en deçà duquel deux points sont pareils : le lissage change d'une version de poppler à l'autre. */
const SEUIL = 0.25;
/** Part des points qui peuvent différer : l'empreinte au pied de la page n'en est pas le dixième. */
export const TOLERANCE = 0.002;

/** Une image PNG en gris par page. */
export function images(pdf: Uint8Array): Uint8Array[] {
  const dossier = mkdtempSync(path.join(tmpdir(), 'ctg-visuel-'));
  try {
    const fichier = path.join(dossier, 'acte.pdf');
    writeFileSync(fichier, pdf);
    execFileSync('pdftoppm', ['-r', POINTS_PAR_POUCE, '-gray', '-png', fichier, path.join(dossier, 'page')]);
    return readdirSync(dossier).filter((nom) => nom.endsWith('.png')).sort().map((nom) => readFileSync(path.join(dossier, nom)));
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

export interface Comparaison {
  /** Part des points qui diffèrent, de 0 à 1 ; 1 si une image manque ou si leurs tailles diffèrent. */
  readonly ecart: number;
  /** Les points qui diffèrent, en rouge. */
  readonly difference: Uint8Array | null;
}

export function comparer(acceptee: Uint8Array | undefined, obtenue: Uint8Array | undefined): Comparaison {
  if (acceptee === undefined || obtenue === undefined) return { ecart: 1, difference: null };
  const [a, b] = [PNG.sync.read(Buffer.from(acceptee)), PNG.sync.read(Buffer.from(obtenue))];
  if (a.width !== b.width || a.height !== b.height) return { ecart: 1, difference: null };
  const difference = new PNG({ width: a.width, height: a.height });
  const points = pixelmatch(a.data, b.data, difference.data, a.width, a.height, { threshold: SEUIL });
  return { ecart: points / (a.width * a.height), difference: PNG.sync.write(difference) };
}
