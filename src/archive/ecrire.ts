/** L'archive des sources : mêmes fichiers, mêmes octets, quels que soient le jour, la machine et l'ordre de lecture. */
import { deflateSync, type Zippable, zipSync } from 'fflate';
import { LIMITES } from './limites.ts';

/** Premier jour que le format sait écrire ; à midi, pour exister dans tout fuseau (le format note l'heure locale). */
const DATE = '1980-01-01T12:00:00';
/** Écrite « comme sous Unix », fichier ordinaire, lisible par tous et modifiable par son propriétaire. */
const UNIX = 3;
const PERMISSIONS = 0o100644 << 16;

/** Fait une archive zip ; les chemins sont en barres obliques, en NFC. */
export function ecrireArchive(fichiers: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const contenu: Zippable = Object.create(null);
  for (const nom of [...fichiers.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    const octets = fichiers.get(nom) as Uint8Array;
    contenu[nom] = [octets, { level: effort(octets), mtime: DATE, os: UNIX, attrs: PERMISSIONS }];
  }
  return zipSync(contenu);
}

/** Un fichier de blancs se comprimerait plus que la lecture ne l'accepte : il est gardé tel quel. */
function effort(octets: Uint8Array): 0 | 6 | 9 {
  if (octets.byteLength <= LIMITES.petit) return 9;
  return octets.byteLength > deflateSync(octets, { level: 6 }).byteLength * (LIMITES.taux - 1) ? 0 : 6;
}
