/** L'empreinte d'un acte : ce qu'il faut comparer pour savoir si deux documents viennent des mêmes sources et du même ctg. */
import { byCodePoint } from '../host/host.ts';

export interface Ingredients {
  /** Version de ctg. */
  readonly version: string;
  readonly stade: string;
  /** Fichiers du territoire qui ont été lus, privés compris. */
  readonly sources: ReadonlyMap<string, Uint8Array>;
  /** Modèle, clauses, habillage et polices livrés avec ctg. */
  readonly ressources: ReadonlyMap<string, Uint8Array>;
}

type Hash = (parts: readonly (Uint8Array | string)[]) => string;

/** Seize chiffres hexadécimaux par groupes de quatre (« 3f2a-9c41-07be-d85a ») : les 64 premiers bits d'un SHA-256. */
export function empreinteActe(hash: Hash, { version, stade, sources, ressources }: Ingredients): string {
  const ligne = (sorte: string) => ([chemin, octets]: readonly [string, Uint8Array]): string => `${sorte}\0${chemin.normalize('NFC')}\0${hash([comparables(chemin, octets)])}\n`;
  const lignes = [...[...sources].map(ligne('source')), ...[...ressources].map(ligne('ressource'))].sort(byCodePoint);
  return (hash([`ctg\0${version}\0${stade}\n`, ...lignes]).slice(0, 16).match(/.{4}/g) as string[]).join('-');
}

const TEXTE = /\.(ya?ml|md|hbs|svg|csv|json|geojson|txt)$/i;
const [CR, LF] = [0x0d, 0x0a];

/** D'un texte, ce qui compte : ni les fins de ligne de Windows, que Git ajoute, ni la marque d'ordre des octets. */
function comparables(chemin: string, octets: Uint8Array): Uint8Array {
  if (!TEXTE.test(chemin)) return octets;
  const marque = octets[0] === 0xef && octets[1] === 0xbb && octets[2] === 0xbf ? 3 : 0;
  if (marque === 0 && !octets.includes(CR)) return octets;
  return octets.subarray(marque).filter((octet, i, tous) => octet !== CR || tous[i + 1] !== LF);
}
