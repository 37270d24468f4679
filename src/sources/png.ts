/**
 * Un PNG entier et sain, ou ce qui lui manque. pdfkit ne regarde ni les sommes de contrôle, ni l'image elle-même : une image
 * abîmée y passerait au PDF telle quelle, ou arrêterait tout en plein dessin.
 */
import { inflateSync } from 'node:zlib';

const TRONQUE = 'le fichier est tronqué';
const ABIME = 'le fichier est abîmé';
/** Couleurs par point, selon le type. */
const CANAUX: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PROFONDEURS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
/** Passes d'une image entrelacée : premier point et pas, en largeur puis en hauteur. */
const PASSES = [[0, 8, 0, 8], [4, 8, 0, 8], [0, 4, 4, 8], [2, 4, 0, 4], [0, 2, 2, 4], [1, 2, 0, 2], [0, 1, 1, 2]] as const;

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c >>> 0;
});

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (TABLE[(c ^ byte) & 255] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** Le défaut d'un PNG dont la signature est bonne, ou null. */
export function defautPng(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let palette = false;
  for (let at = 8; ; ) {
    if (at + 12 > bytes.byteLength) return TRONQUE;
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.byteLength) return TRONQUE;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (crc(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return ABIME;
    if (type === 'PLTE') palette = true;
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    if (type === 'IEND') break;
    at = end;
  }
  const [depth, type, compression, filter, interlace] = bytes.subarray(24, 29) as unknown as readonly [number, number, number, number, number];
  if (!PROFONDEURS[type]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1 || (type === 3 && !palette)) return ABIME;
  return data.length === 0 ? TRONQUE : defautPoints(data, { width: view.getUint32(16), height: view.getUint32(20), bits: depth * (CANAUX[type] as number), interlaced: interlace === 1 });
}

/** Les points se décompressent, sont au complet, et chaque ligne a un filtre connu. */
function defautPoints(data: readonly Uint8Array[], { width, height, bits, interlaced }: { width: number; height: number; bits: number; interlaced: boolean }): string | null {
  const rows: number[] = [];
  for (const [x, dx, y, dy] of interlaced ? PASSES : ([[0, 1, 0, 1]] as const)) {
    const [columns, lines] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)];
    if (columns > 0) for (let line = 0; line < lines; line += 1) rows.push(1 + Math.ceil((columns * bits) / 8));
  }
  const expected = rows.reduce((sum, row) => sum + row, 0);
  let points: Uint8Array;
  try {
    points = inflateSync(Buffer.concat(data), { maxOutputLength: expected });
  } catch {
    return ABIME;
  }
  if (points.byteLength < expected) return TRONQUE;
  let at = 0;
  for (const row of rows) {
    if ((points[at] as number) > 4) return ABIME;
    at += row;
  }
  return null;
}
