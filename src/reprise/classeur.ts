/** Un tableau venu du dehors, réduit à des textes : ce que tout format lu (XLSX, CSV) devient. */

export interface Fusion {
  /** Première ligne et première colonne, à partir de 0 ; dernières comprises. */
  readonly ligne: number;
  readonly colonne: number;
  readonly derniereLigne: number;
  readonly derniereColonne: number;
}

export interface Feuille {
  /** Nom de l'onglet ; null pour un CSV. */
  readonly nom: string | null;
  /** Textes des cases, sans blancs autour ; une date est écrite AAAA-MM-JJ. Une ligne peut être plus courte que les autres. */
  readonly lignes: readonly (readonly string[])[];
  readonly fusions: readonly Fusion[];
}

/** Bornes d'un fichier qu'on ne connaît pas, en octets et en nombre. */
export const BORNES = { fichier: 10_000_000, decompresse: 100_000_000, lignes: 50_000, colonnes: 500, cases: 1_000_000 } as const;

/** Lignes parmi lesquelles se cherchent les titres : un tableau d'Excel en a souvent d'autres au-dessus. */
export const TITRES = 30;

/** Le fichier ne peut pas être repris : pourquoi, et que faire. Jamais une panne. */
export class Refus extends Error {
  readonly conseil: string;
  constructor(raison: string, conseil: string) {
    super(raison);
    this.conseil = conseil;
  }
}

/** « A », « Z », « AA » : le nom d'une colonne, comptée à partir de 0. */
export const lettres = (colonne: number): string => (colonne < 26 ? '' : lettres(Math.floor(colonne / 26) - 1)) + String.fromCharCode(65 + (colonne % 26));

/** « Plan!C12 », ou « C12 » s'il n'y a qu'un tableau sans nom. */
export const adresse = (feuille: Feuille, ligne: number, colonne: number): string => `${feuille.nom === null ? '' : `${feuille.nom}!`}${lettres(colonne)}${ligne + 1}`;

/** Texte d'une case, '' si elle n'existe pas. */
export const texte = (feuille: Feuille, ligne: number, colonne: number): string => feuille.lignes[ligne]?.[colonne] ?? '';

/** Un texte de case : fins de ligne simples, espaces de tableur ramenées à une, rien autour. */
export const net = (brut: string): string =>
  brut
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00A0\u202F\u2007 ]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
    .normalize('NFC');

/** Refuse un tableau hors des bornes, avant qu'il ne prenne toute la mémoire. */
export function borner(lignes: number, colonnes: number, cases: number): void {
  const trop = lignes > BORNES.lignes ? `plus de ${BORNES.lignes} lignes` : colonnes > BORNES.colonnes ? `plus de ${BORNES.colonnes} colonnes` : cases > BORNES.cases ? `plus de ${BORNES.cases} cases` : null;
  if (trop !== null) throw new Refus(`il contient ${trop}`, 'Gardez dans un nouveau fichier le seul tableau à reprendre.');
}
