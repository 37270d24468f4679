/** Le fichier tel qu'il est écrit : en-tête, fin, table des références, écriture des objets et des flux. */
import { guillemets } from '../../base/francais.ts';
import type { Code } from '../conditions/index.ts';
import { type FauteDeForme, Lexique } from '../lecture/lexique.ts';
import { PDFRawStream, PDFRef, PDFStream, ref } from '../lecture/objets.ts';
import { dernier, type Entree, lireTable } from '../lecture/table.ts';
import type { Controle } from './contexte.ts';

const FILTRES = new Set(['ASCIIHexDecode', 'ASCII85Decode', 'FlateDecode', 'RunLengthDecode', 'CCITTFaxDecode', 'JBIG2Decode', 'DCTDecode', 'JPXDecode']);

const FORMES: Readonly<Record<FauteDeForme, readonly [Code, (ecrit: string) => string]>> = {
  'hexa-impair': ['A3A-6.1.6-1', () => 'une chaîne hexadécimale a un nombre impair de chiffres'],
  'hexa-invalide': ['A3A-6.1.6-2', () => 'une chaîne hexadécimale contient autre chose que des chiffres de 0 à F'],
  'entier-trop-grand': ['A3A-6.1.13-1', (n) => `l’entier ${n} est hors des bornes`],
  'reel-trop-grand': ['A3A-6.1.13-2', (n) => `le nombre ${n.slice(0, 20)}… est hors des bornes`],
  'reel-trop-petit': ['A3A-6.1.13-5', (n) => `le nombre ${n.slice(0, 20)} est trop proche de zéro`],
  'chaine-trop-longue': ['A3A-6.1.13-3', (n) => `une chaîne fait ${n} octets`],
  'nom-trop-long': ['A3A-6.1.13-4', (n) => `le nom ${guillemets(`${n.slice(0, 30)}…`)} fait ${n.length} octets`],
};

/** Ce qui recueille les fautes d'écriture d'un objet ou d'une page. */
export const fautesDeForme = ({ constats }: Controle, lieu: { readonly objet?: string | null; readonly page?: number }) => (faute: FauteDeForme, ecrit: string): void => {
  const [code, dire] = FORMES[faute];
  constats.signaler(code, dire(ecrit), lieu);
};

export function controlerFichier(c: Controle): void {
  enTeteEtFin(c);
  const table = lireTable(c.octets);
  for (const faute of table.fautes) c.constats.signaler('A3A-6.1.4-a', `la table des références croisées ne se lit pas : ${faute}`);
  for (const decalage of table.malSuivis) c.constats.signaler('A3A-6.1.4-2', `à l’octet ${decalage}, le mot xref n’est pas suivi d’une seule fin de ligne`);
  for (const entree of table.entrees) objetEcrit(c, entree);
  for (const [reference, objet] of c.o.contexte.enumerateIndirectObjects()) if (objet instanceof PDFStream) flux(c, objet, ref(reference));
}

function enTeteEtFin({ octets, o, constats }: Controle): void {
  const debut = String.fromCharCode(...octets.subarray(0, 20));
  const entete = /^%PDF-1\.[0-7](\r\n|\r|\n)/.exec(debut);
  if (entete === null) constats.signaler('A3A-6.1.2-1', `le fichier commence par ${guillemets(debut.split(/[\r\n]/)[0]?.replace(/[^\x20-\x7e]/g, '?') ?? '')}`);
  const suite = octets.subarray(entete?.[0].length ?? (/[\r\n]+/.exec(debut)?.index ?? 8) + 1);
  if (suite[0] !== 37 || [1, 2, 3, 4].some((i) => (suite[i] ?? 0) <= 127)) constats.signaler('A3A-6.1.2-2', 'après l’en-tête, il manque la ligne qui annonce un fichier binaire');
  const fin = dernier(octets, '%%EOF');
  const reste = fin < 0 ? '' : String.fromCharCode(...octets.subarray(fin + 5, Math.min(octets.length, fin + 105)));
  if (fin < 0) constats.signaler('A3A-6.1.4-a', 'la marque de fin (%%EOF) manque');
  else if (!/^(\r\n|\r|\n)?$/.test(reste)) constats.signaler('A3A-6.1.3-3', `${octets.length - fin - 5} octets suivent la marque de fin`);
  if (o.liste(o.contexte.trailerInfo.ID).length < 2) constats.signaler('A3A-6.1.3-1', 'le fichier n’a pas d’identifiant');
}

const texteA = (octets: Uint8Array, debut: number, longueur: number): string => String.fromCharCode(...octets.subarray(debut, debut + longueur));

/** Un objet, à l'endroit que dit la table. */
function objetEcrit(c: Controle, { numero, generation, decalage }: Entree): void {
  const { octets, constats } = c;
  const nom = `${numero} ${generation}`;
  const tete = /^(\s*)(\d+)(\s+)(\d+)(\s+)obj/.exec(texteA(octets, decalage, 60));
  if (tete === null || Number(tete[2]) !== numero || Number(tete[4]) !== generation) {
    constats.signaler('A3A-6.1.4-a', `l’objet ${nom} n’est pas à l’octet ${decalage}, où la table des références croisées le place`, { objet: nom });
    return;
  }
  const mauvais = (quoi: string): void => constats.signaler('A3A-6.1.9-1', quoi, { objet: nom });
  const finDeLigne = (octet: number | undefined): boolean => octet === 10 || octet === 13;
  const apres = decalage + tete[0].length;
  if (tete[3]?.length !== 1 || tete[5]?.length !== 1) mauvais('son numéro et le mot obj sont séparés par plus d’un blanc');
  else if (!finDeLigne(octets[apres]) || !finDeLigne(octets[decalage - 1 + (tete[1]?.length ?? 0)])) mauvais('son numéro n’est pas en début de ligne, ou le mot obj en fin de ligne');
  const lexique = new Lexique(octets, apres, fautesDeForme(c, { objet: nom }));
  for (let jeton = lexique.suivant(); jeton !== null; jeton = lexique.suivant()) {
    if (jeton.sorte !== 'mot') continue;
    if (jeton.valeur === 'stream') return fluxEcrit(c, lexique.position, numero, generation);
    if (jeton.valeur === 'endobj') {
      const debut = lexique.position - 6;
      if (!finDeLigne(octets[debut - 1]) || !(finDeLigne(octets[lexique.position]) || lexique.position >= octets.length)) mauvais('le mot endobj n’est pas seul sur sa ligne');
      return;
    }
    if (jeton.valeur === 'obj') return constats.signaler('A3A-6.1.4-a', 'l’objet n’est pas refermé (endobj)', { objet: nom });
  }
}

function fluxEcrit({ octets, o, constats }: Controle, position: number, numero: number, generation: number): void {
  const objet = `${numero} ${generation}`;
  const separe = octets[position] === 10 ? 1 : octets[position] === 13 && octets[position + 1] === 10 ? 2 : 0;
  if (separe === 0) return constats.signaler('A3A-6.1.7-2', 'le mot stream n’est pas suivi d’une fin de ligne', { objet });
  const longueur = o.nombre(o.brut(PDFRef.of(numero, generation), 'Length'));
  // Les tables de références en flux n'ont pas d'objet dans pdf-lib : leur longueur a déjà servi à les lire.
  if (longueur === undefined) return;
  const fin = position + separe + longueur;
  const suite = texteA(octets, fin, 11);
  if (/^(\r\n|\r|\n)endstream/.test(suite)) return;
  if (suite.startsWith('endstream')) constats.signaler('A3A-6.1.7-2', 'le mot endstream n’est pas précédé d’une fin de ligne', { objet });
  else constats.signaler('A3A-6.1.7-1', `la longueur écrite du flux (${longueur} octets) n’est pas la vraie`, { objet });
}

function flux({ o, constats }: Controle, objet: PDFStream, nom: string | null): void {
  for (const cle of ['F', 'FFilter', 'FDecodeParms']) if (o.a(objet, cle)) constats.signaler('A3A-6.1.7-3', `les données du flux sont dans un autre fichier (${cle})`, { objet: nom });
  const parametres = o.unOuListe(o.brut(objet, 'DecodeParms'));
  for (const [i, filtre] of o.unOuListe(o.brut(objet, 'Filter')).entries()) {
    const quel = o.nom(filtre) ?? '?';
    if (FILTRES.has(quel) || (quel === 'Crypt' && o.nom(o.lire(parametres[i], 'Name')) === 'Identity')) continue;
    constats.signaler('A3A-6.1.7-4', `le flux emploie le filtre ${quel}, que PDF/A n’admet pas`, { objet: nom });
  }
  if (objet instanceof PDFRawStream && o.nom(o.lire(objet, 'Subtype')) === 'Image') {
    const dernierFiltre = o.nom(o.unOuListe(o.brut(objet, 'Filter')).at(-1));
    if (dernierFiltre === 'JPXDecode') constats.nonVerifie('une image JPEG 2000');
  }
}
