/** Reconnaître une image à ses premiers octets, et en lire les dimensions. */
import { defautPng } from './png.ts';

export type ImageMedia = 'image/png' | 'image/jpeg' | 'image/svg+xml';
export type ImageInfo = { readonly ok: true; readonly media: ImageMedia; readonly width: number; readonly height: number } | { readonly ok: false; readonly raison: string };

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function readImage(bytes: Uint8Array, name: string): ImageInfo {
  if (/\.svg$/i.test(name)) return readSvg(bytes);
  if (PNG.every((b, i) => bytes[i] === b)) return readPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes);
  const autre = AUTRES.find(([signature, at]) => [...signature].every((c, i) => bytes[at + i] === c.charCodeAt(0)))?.[2];
  return { ok: false, raison: bytes.byteLength === 0 ? 'le fichier est vide' : autre === undefined ? 'son contenu n’est ni du PNG, ni du JPEG, ni du SVG' : `c’est ${autre}, que l’acte n’admet pas` };
}

/** Formats courants, reconnus pour les nommer : premiers octets, et où ils commencent. */
const AUTRES: readonly (readonly [string, number, string])[] = [
  ['GIF8', 0, 'une image GIF'],
  ['WEBP', 8, 'une image WebP'],
  ['ftyphei', 4, 'une photo HEIC de téléphone'],
  ['ftypavif', 4, 'une image AVIF'],
  ['BM', 0, 'une image BMP'],
  ['II*\0', 0, 'une image TIFF'],
  ['MM\0*', 0, 'une image TIFF'],
  ['%PDF', 0, 'un document PDF'],
  ['PK', 0, 'un document Word, Excel ou une archive'],
];

function readPng(bytes: Uint8Array): ImageInfo {
  if (bytes.byteLength < 57) return { ok: false, raison: 'le fichier est tronqué' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const info = sized('image/png', view.getUint32(16), view.getUint32(20));
  const defaut = info.ok ? defautPng(bytes) : null;
  return defaut === null ? info : { ok: false, raison: defaut };
}

/** Marques de début d'image (SOF) qu'un PDF admet : séquentielle, étendue, progressive, de Huffman. */
const SOF_ADMIS: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

function readJpeg(bytes: Uint8Array): ImageInfo {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.byteLength) {
    if (bytes[at] !== 0xff) return { ok: false, raison: 'le fichier est abîmé' };
    const marker = bytes[at + 1] as number;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const defaut = defautJpeg(bytes, marker, at);
      return defaut === null ? sized('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5)) : { ok: false, raison: defaut };
    }
    if (marker === 0xff) at += 1;
    else at += 2 + view.getUint16(at + 2);
  }
  return { ok: false, raison: 'le fichier est tronqué' };
}

/** Ce qui empêche un JPEG d'entrer dans l'acte : son codage, ses couleurs, ou sa fin qui manque. `at` : sa marque SOF. */
function defautJpeg(bytes: Uint8Array, marker: number, at: number): string | null {
  if (!SOF_ADMIS.has(marker) || bytes[at + 4] !== 8) return 'c’est un JPEG d’un genre rare, que l’acte n’admet pas';
  const couleurs = bytes[at + 9];
  if (couleurs === 4) return 'ses couleurs sont celles d’un imprimeur (CMJN) : l’acte, qui doit s’archiver, n’admet que l’écran (RVB) ou le gris';
  if (couleurs !== 1 && couleurs !== 3) return 'le fichier est abîmé';
  for (let end = bytes.byteLength - 2; end > at; end -= 1) if (bytes[end] === 0xff && bytes[end + 1] === 0xd9) return null;
  return 'le fichier est tronqué';
}

/** Ce qui irait chercher autre chose que le dessin, ou l'animerait : images, scripts, entités, adresses, gestionnaires. */
const ACTIF = /<(?:\w+:)?(?:image|script|foreignObject|iframe|animate|set)\b|<!(?:ENTITY|DOCTYPE[^>]*\[)|\bhref\s*=\s*["']?\s*(?!["']?#)|\son\w+\s*=|@import|\burl\(\s*["']?(?!#|["'])|javascript:/i;

function readSvg(bytes: Uint8Array): ImageInfo {
  const text = new TextDecoder().decode(bytes);
  const open = /<svg\b[^>]*>/i.exec(text)?.[0];
  if (open === undefined) return { ok: false, raison: 'il ne contient pas de dessin SVG' };
  if (!/<\/svg\s*>\s*$/i.test(text) && !/\/>\s*$/.test(open)) return { ok: false, raison: 'le fichier est tronqué' };
  if (ACTIF.test(text)) return { ok: false, raison: 'il contient une image liée, un script ou une entité, que l’acte ne peut porter' };
  const attribute = (name: string): number => Number.parseFloat(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px|pt|mm|cm)?\\s*["']`, 'i').exec(open)?.[1] ?? '');
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(open);
  const width = attribute('width') || Number(box?.[1]);
  const height = attribute('height') || Number(box?.[2]);
  return sized('image/svg+xml', width, height);
}

function sized(media: ImageMedia, width: number, height: number): ImageInfo {
  if (!(width > 0 && height > 0)) return { ok: false, raison: 'ses dimensions sont nulles ou absentes' };
  if (width * height > 100_000_000) return { ok: false, raison: 'ses dimensions sont démesurées' };
  return { ok: true, media, width, height };
}
