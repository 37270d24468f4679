/**
 * Lit ce qu'un PDF porte pour se prouver. Le fichier vient du dehors : seul compte ce que contient sa première écriture,
 * celle d'avant les signatures et les annotations, et rien n'y est décompressé sans borne.
 */
import type { PDFDict, PDFDocument } from 'pdf-lib';
import type { Acte } from '../../schemas/acte.ts';
import { lireArchive } from '../archive/lire.ts';
import { megaoctets } from '../base/francais.ts';
import { decompresser } from './flux.ts';
import { CONVENTION_JSON, SOURCES_ZIP } from './noms.ts';

const LIMITES = { fichier: 500_000_000, json: 50_000_000, objets: 50_000_000, ecritures: 20 } as const;

export interface PdfPorteur {
  /** La première écriture du fichier, d'avant toute signature. */
  readonly origine: Uint8Array;
  /** Octets ajoutés ensuite. */
  readonly suite: Uint8Array;
  readonly acte: Acte;
  readonly sources: ReadonlyMap<string, Uint8Array>;
}

export type LecturePdf =
  | { readonly ok: true; readonly pdf: PdfPorteur }
  /** `etranger` : ce PDF n'a pas été fait par ctg. `refus` : ce qu'il porte ne peut pas être lu sans danger. */
  | { readonly ok: false; readonly nature: 'etranger' | 'refus'; readonly raison: string };

const refus = (raison: string): LecturePdf => ({ ok: false, nature: 'refus', raison });
const etranger = (raison: string): LecturePdf => ({ ok: false, nature: 'etranger', raison });

/** `lireActe` valide la forme de convention.json, ou dit ce qui ne va pas. */
export async function lirePdf(octets: Uint8Array, lireActe: (valeur: unknown) => Acte | null): Promise<LecturePdf> {
  if (octets.byteLength > LIMITES.fichier) return refus(`il pèse ${megaoctets(octets.byteLength)}, plus que les ${megaoctets(LIMITES.fichier)} admis`);
  const latin = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('latin1');
  if (!latin.startsWith('%PDF-')) return etranger('ce n’est pas un PDF');
  for (const fin of ecritures(latin)) {
    const origine = octets.subarray(0, fin);
    const danger = bombe(latin.slice(0, fin), origine);
    if (danger !== null) return refus(danger);
    const joints = await fichiersJoints(origine);
    if (joints === null) continue;
    const json = joints.get(CONVENTION_JSON);
    const zip = joints.get(SOURCES_ZIP);
    if (json === undefined || zip === undefined) continue;
    if (json === 'trop' || zip === 'trop') return refus('un fichier joint est trop gros une fois décompressé');
    if (json === 'abîmé' || zip === 'abîmé') return refus('un fichier joint est abîmé');
    const acte = lireActe(valeur(json));
    if (acte === null) return refus(`${CONVENTION_JSON} n’a pas la forme attendue${format(json)}`);
    const archive = lireArchive(zip);
    if (!archive.ok) return refus(`l’archive de ses sources ne peut pas être lue : ${archive.raison}`);
    return { ok: true, pdf: { origine, suite: octets.subarray(fin), acte, sources: archive.fichiers } };
  }
  return etranger('il ne porte ni sources ni convention.json');
}

function valeur(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    return null;
  }
}

/** Un format plus récent que celui que ce ctg connaît se dit. */
function format(json: Uint8Array): string {
  const lu = valeur(json);
  const numero = lu !== null && typeof lu === 'object' && 'format' in lu ? lu.format : 1;
  return typeof numero === 'number' && numero > 1 ? ` : il est au format ${String(numero)}, d’un ctg plus récent` : '';
}

/** Où finit chaque écriture du fichier : une table des positions, à l'endroit que dit `startxref`. */
function* ecritures(latin: string): Iterable<number> {
  let vues = 0;
  for (const m of latin.matchAll(/startxref\s+(\d{1,12})\s+%%EOF(?:\r\n|\n|\r)?/g)) {
    const at = Number(m[1]);
    if (at >= m.index || !/^(?:xref\b|\d+ \d+ obj\b)/.test(latin.slice(at, at + 30))) continue;
    yield m.index + m[0].length;
    vues += 1;
    if (vues === LIMITES.ecritures) return;
  }
}

/** La bibliothèque décompresse sans borne les tables et les paquets d'objets : on les mesure avant elle. */
function bombe(latin: string, octets: Uint8Array): string | null {
  let total = 0;
  for (const m of latin.matchAll(/stream\r?\n/g)) {
    if (latin.slice(m.index - 3, m.index) === 'end') continue;
    const dictionnaire = latin.slice(Math.max(latin.lastIndexOf(' obj', m.index), m.index - 4000), m.index).replace(/\/application#2F(?:zip|json)\b/, '');
    // Un nom peut s'écrire avec des échappements (« Obj#53tm ») : dans le doute, on mesure.
    if (!/\/(?:ObjStm|XRef)|#[0-9A-Fa-f]{2}/.test(dictionnaire)) continue;
    if (/\/Filter\s*\[\s*\/\w+\s*\//.test(dictionnaire) || /LZW|RunLength|ASCII85|ASCIIHex/.test(dictionnaire)) return 'il est comprimé d’une façon que ctg n’emploie pas';
    const debut = m.index + m[0].length;
    const fin = latin.indexOf('endstream', debut);
    const clair = /Flate|\/Fl\b/.test(dictionnaire) ? decompresser(octets.subarray(debut, fin === -1 ? undefined : fin), LIMITES.objets - total) : 'abîmé';
    if (clair === 'trop') return 'il est trop gros une fois décompressé';
    if (clair !== 'abîmé') total += clair.byteLength;
  }
  return null;
}

type Joint = Uint8Array | 'trop' | 'abîmé';

/** Nom → octets des fichiers joints, ou null si le PDF est illisible. */
async function fichiersJoints(octets: Uint8Array): Promise<ReadonlyMap<string, Joint> | null> {
  const lib = await import('pdf-lib');
  const { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } = lib;
  let doc: PDFDocument;
  try {
    doc = await lib.PDFDocument.load(octets, { updateMetadata: false, throwOnInvalidObject: true });
  } catch {
    return null;
  }
  const entree = (dict: PDFDict, cle: string): unknown => doc.context.lookup(dict.get(PDFName.of(cle)));
  const liste = entree(doc.catalog, 'AF');
  if (!(liste instanceof PDFArray)) return null;
  const joints = new Map<string, Joint>();
  for (let i = 0; i < liste.size(); i++) {
    const spec = doc.context.lookup(liste.get(i));
    if (!(spec instanceof PDFDict)) continue;
    const nom = entree(spec, 'UF');
    const ef = entree(spec, 'EF');
    const flux = ef instanceof PDFDict ? entree(ef, 'F') : undefined;
    if (!(nom instanceof PDFString || nom instanceof PDFHexString) || !(flux instanceof PDFRawStream)) continue;
    const filtre = entree(flux.dict, 'Filter');
    const contenu = flux.contents;
    joints.set(nom.decodeText(), filtre === undefined ? contenu : filtre === PDFName.of('FlateDecode') ? decompresser(contenu, LIMITES.json) : 'abîmé');
  }
  return joints;
}
