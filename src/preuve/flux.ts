/** Décompresser ce qui vient du dehors : jamais plus que la borne. */
import { Unzlib } from 'fflate';

const BOUCHEE = 16_384;
class Trop extends Error {}

/** Les octets en clair, ou pourquoi ils ne peuvent pas être donnés. */
export function decompresser(octets: Uint8Array, limite: number): Uint8Array | 'trop' | 'abîmé' {
  const morceaux: Uint8Array[] = [];
  let total = 0;
  const flux = new Unzlib((morceau) => {
    total += morceau.byteLength;
    if (total > limite) throw new Trop();
    morceaux.push(morceau);
  });
  try {
    for (let i = 0; i < octets.byteLength; i += BOUCHEE) flux.push(octets.subarray(i, i + BOUCHEE), i + BOUCHEE >= octets.byteLength);
  } catch (error) {
    return error instanceof Trop ? 'trop' : 'abîmé';
  }
  const clair = new Uint8Array(total);
  let at = 0;
  for (const morceau of morceaux) {
    clair.set(morceau, at);
    at += morceau.byteLength;
  }
  return clair;
}
