/** La table des références croisées, lue telle qu'elle est écrite : pdf-lib s'en passe, un lecteur de PDF non. */
import { inflateSync } from 'node:zlib';
import { Lexique } from './lexique.ts';
import { nomDe, type Valeur, valeur } from './operations.ts';

export interface Entree { readonly numero: number; readonly generation: number; readonly decalage: number }
export interface Table {
  /** Objets écrits dans le fichier, sans ceux que rangent des flux d'objets. */
  readonly entrees: readonly Entree[];
  readonly fautes: readonly string[];
  /** Décalages des mots « xref » qu'un blanc de trop, ou aucune fin de ligne, suit. */
  readonly malSuivis: readonly number[];
}

const latin = (octets: Uint8Array, debut: number, fin: number): string => String.fromCharCode(...octets.subarray(debut, Math.min(fin, octets.length)));

export function dernier(octets: Uint8Array, mot: string, avant = octets.length): number {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).lastIndexOf(mot, avant, 'latin1');
}

/** Lit la chaîne des tables, de la dernière à la première. */
export function lireTable(octets: Uint8Array): Table {
  const fautes: string[] = [];
  const malSuivis: number[] = [];
  const trouvees = new Map<number, Entree | null>();
  const debut = dernier(octets, 'startxref');
  let decalage = debut < 0 ? Number.NaN : Number(/startxref\s+(\d+)/.exec(latin(octets, debut, debut + 40))?.[1] ?? Number.NaN);
  if (Number.isNaN(decalage)) fautes.push('le mot startxref, qui dit où elle commence, manque');
  const vues = new Set<number>();
  const suite: number[] = [];
  while (!Number.isNaN(decalage) && !vues.has(decalage)) {
    vues.add(decalage);
    const lue = latin(octets, decalage, decalage + 4) === 'xref' ? tableEcrite(octets, decalage, malSuivis) : fluxDeTable(octets, decalage);
    if (lue === null) {
      fautes.push(`rien de lisible à l’octet ${decalage}, où elle devrait être`);
      break;
    }
    for (const [numero, entree] of lue.entrees) if (!trouvees.has(numero)) trouvees.set(numero, entree);
    for (const cle of ['XRefStm', 'Prev']) {
      const suivant = lue.fin.get(cle);
      if (typeof suivant === 'number') suite.push(suivant);
    }
    decalage = suite.shift() ?? Number.NaN;
  }
  return { entrees: [...trouvees.values()].filter((e) => e !== null).sort((a, b) => a.decalage - b.decalage), fautes, malSuivis };
}

interface Lue { readonly entrees: ReadonlyMap<number, Entree | null>; readonly fin: ReadonlyMap<string, Valeur> }

function tableEcrite(octets: Uint8Array, decalage: number, malSuivis: number[]): Lue | null {
  if (!/^xref(\r\n|\r|\n)\d/.test(latin(octets, decalage, decalage + 8))) malSuivis.push(decalage);
  const lexique = new Lexique(octets, decalage + 4);
  const entrees = new Map<number, Entree | null>();
  for (;;) {
    const premier = lexique.suivant();
    if (premier?.sorte === 'mot' && premier.valeur === 'trailer') break;
    const nombre = lexique.suivant();
    if (premier?.sorte !== 'nombre' || nombre?.sorte !== 'nombre' || nombre.valeur > 10_000_000) return null;
    for (let i = 0; i < nombre.valeur; i += 1) {
      const [place, generation, sorte] = [lexique.suivant(), lexique.suivant(), lexique.suivant()];
      if (place?.sorte !== 'nombre' || generation?.sorte !== 'nombre' || sorte?.sorte !== 'mot') return null;
      const numero = premier.valeur + i;
      entrees.set(numero, sorte.valeur === 'n' ? { numero, generation: generation.valeur, decalage: place.valeur } : null);
    }
  }
  const jeton = lexique.suivant();
  const fin = jeton === null ? null : valeur(jeton, lexique);
  return fin instanceof Map ? { entrees, fin } : null;
}

function fluxDeTable(octets: Uint8Array, decalage: number): Lue | null {
  const tete = /^\s*\d+\s+\d+\s+obj/.exec(latin(octets, decalage, decalage + 40))?.[0];
  if (tete === undefined) return null;
  const lexique = new Lexique(octets, decalage + tete.length);
  const jeton = lexique.suivant();
  const fin = jeton === null ? null : dictAvecReferences(jeton, lexique);
  if (fin === null || nomDe(fin.get('Type')) !== 'XRef') return null;
  lexique.suivant();
  let debut = lexique.position;
  if (octets[debut] === 13) debut += 1;
  if (octets[debut] === 10) debut += 1;
  const longueur = fin.get('Length');
  const largeurs = fin.get('W');
  const taille = fin.get('Size');
  if (typeof longueur !== 'number' || !Array.isArray(largeurs) || typeof taille !== 'number') return null;
  const donnees = decompresser(octets.subarray(debut, debut + longueur), fin);
  if (donnees === null) return null;
  const [w0 = 0, w1 = 0, w2 = 0] = largeurs as number[];
  const index = (fin.get('Index') as number[] | undefined) ?? [0, taille];
  const entrees = new Map<number, Entree | null>();
  let at = 0;
  const lire = (largeur: number, defaut: number): number => {
    if (largeur === 0) return defaut;
    let n = 0;
    for (let i = 0; i < largeur; i += 1) n = n * 256 + (donnees[at++] ?? 0);
    return n;
  };
  for (let s = 0; s + 1 < index.length; s += 2) {
    for (let i = 0; i < (index[s + 1] as number) && at < donnees.length; i += 1) {
      const numero = (index[s] as number) + i;
      const [sorte, place, generation] = [lire(w0, 1), lire(w1, 0), lire(w2, 0)];
      entrees.set(numero, sorte === 1 ? { numero, generation, decalage: place } : null);
    }
  }
  return { entrees, fin };
}

/** Un dictionnaire dont les références (« 3 0 R ») comptent pour rien : ici, seuls servent des nombres et des noms. */
function dictAvecReferences(premier: { readonly sorte: string }, lexique: Lexique): ReadonlyMap<string, Valeur> | null {
  if (premier.sorte !== '<<') return null;
  const entrees = new Map<string, Valeur>();
  let cle: string | null = null;
  for (let jeton = lexique.suivant(); jeton !== null && jeton.sorte !== '>>'; jeton = lexique.suivant()) {
    if (jeton.sorte === 'nom' && (cle === null || entrees.has(cle))) cle = jeton.valeur;
    else if (cle !== null && !entrees.has(cle)) entrees.set(cle, jeton.sorte === '<<' ? (dictAvecReferences(jeton, lexique) as Valeur) : valeur(jeton, lexique));
  }
  return entrees;
}

function decompresser(brut: Uint8Array, dictionnaire: ReadonlyMap<string, Valeur>): Uint8Array | null {
  const filtre = dictionnaire.get('Filter');
  const nom = nomDe(Array.isArray(filtre) ? (filtre[0] as Valeur) : filtre);
  if (nom === null) return brut;
  if (nom !== 'FlateDecode') return null;
  let donnees: Uint8Array;
  try {
    donnees = inflateSync(brut, { maxOutputLength: 256 * 1024 * 1024 });
  } catch {
    return null;
  }
  const parametres = dictionnaire.get('DecodeParms');
  const p = (Array.isArray(parametres) ? parametres[0] : parametres) as ReadonlyMap<string, Valeur> | undefined;
  if (!(p instanceof Map) || ((p.get('Predictor') as number | undefined) ?? 1) < 10) return donnees;
  return sansPredicteur(donnees, (p.get('Columns') as number | undefined) ?? 1);
}

/** Défait le prédicteur PNG d'une image d'un octet par colonne. */
function sansPredicteur(donnees: Uint8Array, colonnes: number): Uint8Array {
  const lignes = Math.floor(donnees.length / (colonnes + 1));
  const sortie = new Uint8Array(lignes * colonnes);
  for (let y = 0; y < lignes; y += 1) {
    const sorte = donnees[y * (colonnes + 1)];
    for (let x = 0; x < colonnes; x += 1) {
      const gauche = x === 0 ? 0 : (sortie[y * colonnes + x - 1] as number);
      const haut = y === 0 ? 0 : (sortie[(y - 1) * colonnes + x] as number);
      const coin = x === 0 || y === 0 ? 0 : (sortie[(y - 1) * colonnes + x - 1] as number);
      const p = gauche + haut - coin;
      const paeth = Math.abs(p - gauche) <= Math.abs(p - haut) && Math.abs(p - gauche) <= Math.abs(p - coin) ? gauche : Math.abs(p - haut) <= Math.abs(p - coin) ? haut : coin;
      const ajout = sorte === 1 ? gauche : sorte === 2 ? haut : sorte === 3 ? (gauche + haut) >> 1 : sorte === 4 ? paeth : 0;
      sortie[y * colonnes + x] = ((donnees[y * (colonnes + 1) + 1 + x] as number) + ajout) & 255;
    }
  }
  return sortie;
}
