/** Une image PNG unie, faite pour l'essai. */
import { deflateSync } from 'node:zlib';

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const b of bytes) {
    c ^= b;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}

function morceau(type: string, data: Uint8Array): Uint8Array {
  const corps = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(corps.length + 8);
  out.writeUInt32BE(data.length, 0);
  corps.copy(out, 4);
  out.writeUInt32BE(crc(corps), corps.length + 4);
  return out;
}

export function png(largeur: number, hauteur: number): Uint8Array {
  const entete = Buffer.alloc(13);
  entete.writeUInt32BE(largeur, 0);
  entete.writeUInt32BE(hauteur, 4);
  entete.set([8, 2, 0, 0, 0], 8);
  const ligne = Buffer.concat([Buffer.from([0]), Buffer.alloc(largeur * 3, 0x66)]);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), morceau('IHDR', entete), morceau('IDAT', deflateSync(Buffer.concat(Array.from({ length: hauteur }, () => ligne)))), morceau('IEND', new Uint8Array())]);
}
