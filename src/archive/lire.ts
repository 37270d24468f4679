/**
 * Lit une archive venue du dehors. Rien n'y est cru : seules passent les archives faites comme les nôtres (fichiers
 * ordinaires bout à bout, deux fois décrits de la même façon, sans rien devant, entre ni derrière), dans des bornes de
 * taille et de nom. Tout le reste est refusé, avec sa raison.
 */
import { Inflate } from 'fflate';
import { guillemets, megaoctets, nombre } from '../base/francais.ts';
import { crc32 } from './crc32.ts';
import { LIMITES } from './limites.ts';
import { cleDeNom, defautDeNom } from './noms.ts';

export type Lecture = { readonly ok: true; readonly fichiers: ReadonlyMap<string, Uint8Array> } | { readonly ok: false; readonly raison: string };
export type Limites = { readonly [K in keyof typeof LIMITES]: number };

class Refus extends Error {}
const refuser = (raison: string): never => {
  throw new Refus(raison);
};

const [LOCAL, CENTRAL, FIN] = [0x04034b50, 0x02014b50, 0x06054b50];
const UTF8 = 0x0800;
/** Ce que le compresseur dit de son effort : sans effet sur la lecture. */
const EFFORT = 0x0006;
/** Octets donnés d'un coup au décompresseur : ce qu'il en tire au plus reste petit (un taux de mille). */
const BOUCHEE = 16_384;

interface Entree { readonly nom: string; readonly methode: number; readonly crc: number; readonly comprime: number; readonly taille: number; readonly debut: number; readonly entete: Uint8Array }

/** Lit toute l'archive, ou dit pourquoi elle est refusée. */
export function lireArchive(octets: Uint8Array, limites: Limites = LIMITES): Lecture {
  try {
    if (octets.byteLength > limites.archive) refuser(`elle pèse ${megaoctets(octets.byteLength)}, plus que les ${megaoctets(limites.archive)} admis`);
    const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
    const entrees = sommaire(octets, vue, limites);
    unicite(entrees.map((e) => e.nom));
    return { ok: true, fichiers: new Map(entrees.map((entree) => [entree.nom, contenu(octets, entree)])) };
  } catch (error) {
    if (error instanceof Refus) return { ok: false, raison: error.message };
    // Une lecture hors des octets : l'archive annonce plus qu'elle ne contient.
    if (error instanceof RangeError) return { ok: false, raison: 'elle est tronquée' };
    throw error;
  }
}

/** Les fichiers annoncés par le sommaire de l'archive, vérifiés contre ce qui précède chacun. */
function sommaire(octets: Uint8Array, vue: DataView, limites: Limites): readonly Entree[] {
  const fin = octets.byteLength - 22;
  if (fin < 0 || vue.getUint32(fin, true) !== FIN || vue.getUint16(fin + 20, true) !== 0) refuser('elle est tronquée, ou suivie d’autre chose');
  const nombreEntrees = vue.getUint16(fin + 10, true);
  const debut = vue.getUint32(fin + 16, true);
  if (vue.getUint16(fin + 4, true) !== 0 || vue.getUint16(fin + 6, true) !== 0 || vue.getUint16(fin + 8, true) !== nombreEntrees) refuser('elle est en plusieurs morceaux');
  if (nombreEntrees === 0) refuser('elle est vide');
  if (nombreEntrees > limites.nombre) refuser(`elle contient ${nombre(nombreEntrees)} fichiers, plus que les ${nombre(limites.nombre)} admis`);
  if (debut + vue.getUint32(fin + 12, true) !== fin) refuser('son sommaire n’est pas où elle le dit');

  const entrees: Entree[] = [];
  let at = debut;
  let suivant = 0;
  let total = 0;
  for (let i = 0; i < nombreEntrees; i++) {
    if (at + 46 > fin || vue.getUint32(at, true) !== CENTRAL) refuser('son sommaire est abîmé');
    const [longueur, supplement, commentaire] = [vue.getUint16(at + 28, true), vue.getUint16(at + 30, true), vue.getUint16(at + 32, true)];
    if (at + 46 + longueur + supplement + commentaire > fin) refuser('son sommaire est abîmé');
    const nom = nomLu(octets.subarray(at + 46, at + 46 + longueur), vue.getUint16(at + 8, true));
    const entree = { nom, methode: vue.getUint16(at + 10, true), crc: vue.getUint32(at + 16, true), comprime: vue.getUint32(at + 20, true), taille: vue.getUint32(at + 24, true), entete: octets.subarray(at + 6, at + 30) };
    verifierNature(entree, vue.getUint16(at + 8, true), octets[at + 5] as number, vue.getUint32(at + 38, true));
    if (supplement !== 0 || commentaire !== 0) refuser(`${guillemets(nom)} porte des données annexes`);
    total += entree.taille;
    verifierTailles(entree, total, limites);
    if (vue.getUint32(at + 42, true) !== suivant) refuser(`${guillemets(nom)} n’est pas à la suite du fichier précédent`);
    const donnees = enTeteLocal(octets, vue, suivant, entree, longueur);
    suivant = donnees + entree.comprime;
    if (suivant > debut) refuser(`${guillemets(nom)} déborde sur le sommaire`);
    entrees.push({ ...entree, debut: donnees });
    at += 46 + longueur;
  }
  if (at !== fin || suivant !== debut) refuser('elle contient des données qu’aucun fichier n’annonce');
  return entrees;
}

function nomLu(octets: Uint8Array, drapeaux: number): string {
  let nom = '';
  try {
    nom = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    refuser('un nom de fichier n’est pas en UTF-8');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: l'intervalle ASCII
  if ((drapeaux & UTF8) === 0 && !/^[\u0000-\u007F]*$/.test(nom)) refuser('un nom de fichier accentué ne dit pas son encodage');
  const defaut = defautDeNom(nom);
  if (defaut !== null) refuser(`le nom ${guillemets(lisible(nom))} ${defaut}`);
  return nom;
}

/** Un nom à montrer : sans commande ni inversion du sens de lecture. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ce sont eux que l'on ôte
const lisible = (nom: string): string => nom.replace(/[\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD').slice(0, 120);

function verifierNature({ nom, methode }: Pick<Entree, 'nom' | 'methode'>, drapeaux: number, systeme: number, attributs: number): void {
  if ((drapeaux & 1) !== 0) refuser(`${guillemets(nom)} est protégé par un mot de passe`);
  if ((drapeaux & ~(UTF8 | EFFORT)) !== 0) refuser(`${guillemets(nom)} est écrit d’une façon que ctg n’emploie pas`);
  if (methode !== 0 && methode !== 8) refuser(`${guillemets(nom)} est comprimé d’une façon inconnue`);
  const sorte = (attributs >>> 16) & 0o170000;
  if (systeme === 3 && sorte === 0o120000) refuser(`${guillemets(nom)} est un lien vers un autre endroit`);
  if ((systeme === 3 && sorte !== 0 && sorte !== 0o100000) || (attributs & 0x10) !== 0) refuser(`${guillemets(nom)} n’est pas un fichier ordinaire`);
}

function verifierTailles({ nom, comprime, taille, methode }: Pick<Entree, 'nom' | 'comprime' | 'taille' | 'methode'>, total: number, limites: Limites): void {
  if (taille > limites.fichier) refuser(`${guillemets(nom)} ferait ${megaoctets(taille)}, plus que les ${megaoctets(limites.fichier)} admis`);
  if (total > limites.total) refuser(`ses fichiers feraient ensemble plus que les ${megaoctets(limites.total)} admis`);
  if (taille > limites.petit && taille > comprime * limites.taux) refuser(`${guillemets(nom)} est comprimé plus de ${nombre(limites.taux)} fois`);
  if (methode === 0 && comprime !== taille) refuser(`${guillemets(nom)} n’a pas la taille annoncée`);
}

/** L'en-tête placé devant un fichier doit redire le sommaire ; rend où commencent les données. */
function enTeteLocal(octets: Uint8Array, vue: DataView, at: number, { nom, entete }: Omit<Entree, 'debut'>, longueur: number): number {
  const desaccord = (): never => refuser(`${guillemets(nom)} est décrit de deux façons qui se contredisent`);
  if (vue.getUint32(at, true) !== LOCAL) desaccord();
  // Version, drapeaux, méthode, date, somme, tailles, longueur du nom : les mêmes vingt-quatre octets que dans le sommaire.
  const local = octets.subarray(at + 4, at + 28);
  if (local.some((octet, i) => octet !== entete[i]) || vue.getUint16(at + 28, true) !== 0) desaccord();
  const nomLocal = new TextDecoder().decode(octets.subarray(at + 30, at + 30 + longueur));
  return nomLocal === nom ? at + 30 + longueur : desaccord();
}

/** Deux noms ne doivent pas se confondre, ni un fichier tenir la place d'un dossier, sur aucun système. */
function unicite(noms: readonly string[]): void {
  const vus = new Map<string, string>();
  for (const nom of noms) {
    const cle = cleDeNom(nom);
    const autre = vus.get(cle);
    if (autre !== undefined) refuser(autre === nom ? `${guillemets(nom)} y est deux fois` : `${guillemets(autre)} et ${guillemets(nom)} se confondent sous Windows`);
    vus.set(cle, nom);
  }
  for (const [cle, nom] of vus) {
    for (let i = cle.indexOf('/'); i !== -1; i = cle.indexOf('/', i + 1)) if (vus.has(cle.slice(0, i))) refuser(`${guillemets(vus.get(cle.slice(0, i)) as string)} est à la fois un fichier et le dossier de ${guillemets(nom)}`);
  }
}

function contenu(octets: Uint8Array, { nom, methode, crc, comprime, taille, debut }: Entree): Uint8Array {
  const donnees = octets.subarray(debut, debut + comprime);
  const clair = methode === 0 ? donnees.slice() : decomprimer(donnees, taille, nom);
  if (clair.byteLength !== taille) refuser(`${guillemets(nom)} n’a pas la taille annoncée`);
  if (crc32(clair) !== crc) refuser(`${guillemets(nom)} est abîmé (sa somme de contrôle ne correspond pas)`);
  return clair;
}

/** Décomprime par bouchées, et s'arrête dès que la taille annoncée est dépassée. */
function decomprimer(donnees: Uint8Array, taille: number, nom: string): Uint8Array {
  const clair = new Uint8Array(taille);
  let ecrits = 0;
  const flux = new Inflate((morceau) => {
    if (ecrits + morceau.byteLength > taille) refuser(`${guillemets(nom)} n’a pas la taille annoncée`);
    clair.set(morceau, ecrits);
    ecrits += morceau.byteLength;
  });
  try {
    for (let i = 0; i < donnees.byteLength; i += BOUCHEE) flux.push(donnees.subarray(i, i + BOUCHEE), i + BOUCHEE >= donnees.byteLength);
  } catch (error) {
    if (error instanceof Refus) throw error;
    refuser(`${guillemets(nom)} est abîmé`);
  }
  return clair.subarray(0, ecrits);
}
