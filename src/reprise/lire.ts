/** D'un fichier à ses tableaux : XLSX ou CSV, reconnus à leurs premiers octets et non à leur nom. */
import { BORNES, type Feuille, Refus } from './classeur.ts';
import { lireCsv } from './csv.ts';
import { lireXlsx } from './xlsx.ts';
import { megaoctets } from '../base/francais.ts';

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
/** Fichiers composés de Microsoft : les anciens .xls, et tout document protégé par un mot de passe. */
const COMPOSE = [0xd0, 0xcf, 0x11, 0xe0];
const PROTEGE = 'EncryptedPackage';

const commence = (octets: Uint8Array, marque: readonly number[]): boolean => marque.every((octet, i) => octets[i] === octet);

/** Un texte ASCII écrit en UTF-16, comme dans le sommaire d'un fichier composé. */
function contientLarge(octets: Uint8Array, mot: string): boolean {
  for (let i = 0; i + mot.length * 2 <= octets.length; i++) {
    let j = 0;
    while (j < mot.length && octets[i + 2 * j] === mot.charCodeAt(j) && octets[i + 2 * j + 1] === 0) j += 1;
    if (j === mot.length) return true;
  }
  return false;
}

/** Les tableaux du fichier qui contiennent quelque chose, un au moins. Refuse, avec sa raison, ce qui ne se lit pas. `garder` : les lignes utiles d'un CSV, après ses titres. */
export function lireTableaux(octets: Uint8Array, limite: number = BORNES.fichier, garder?: (cases: readonly string[]) => boolean): readonly Feuille[] {
  if (octets.byteLength === 0) throw new Refus('il est vide', 'Vérifiez que le fichier est bien enregistré.');
  if (octets.byteLength > limite) throw new Refus(`il fait ${megaoctets(octets.byteLength)}, et ctg n’en lit pas plus de ${megaoctets(limite)}`, 'Gardez dans un nouveau fichier le seul tableau à reprendre.');
  if (commence(octets, COMPOSE)) {
    throw contientLarge(octets, PROTEGE)
      ? new Refus('il est protégé par un mot de passe', 'Dans Excel : Fichier > Informations > Protéger le classeur > Chiffrer avec mot de passe ; effacez le mot de passe, puis enregistrez.')
      : new Refus('c’est un ancien classeur Excel (.xls)', 'Dans Excel ou LibreOffice : Fichier > Enregistrer sous, format « Classeur Excel (.xlsx) ».');
  }
  if (commence(octets, [0x25, 0x50, 0x44, 0x46])) throw new Refus('c’est un PDF, pas un tableau', 'Demandez le classeur d’origine, ou copiez le tableau dans Excel.');
  const feuilles = commence(octets, ARCHIVE) ? lireXlsx(octets) : [lireCsv(octets, garder)];
  const pleines = feuilles.filter((f) => f.lignes.some((l) => l.some((c) => c !== '')));
  if (pleines.length === 0) throw new Refus('ses feuilles visibles sont vides', 'Vérifiez que le tableau est bien dans ce fichier, et que sa feuille n’est pas masquée.');
  return pleines;
}
