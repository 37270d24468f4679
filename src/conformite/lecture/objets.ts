/** Les objets d'un PDF ouvert par pdf-lib, lus sans jamais lancer : une clé absente ou d'un autre type vaut « absent ». */
import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFBool, type PDFContext, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef, PDFStream, PDFString } from 'pdf-lib';

export type Objet = PDFObject | undefined;
export type { PDFObject };
export { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, PDFString };

/** Octets qu'un flux décompressé ne peut dépasser : au-delà, c'est une bombe, ou ce n'est pas un acte. */
export const FLUX_MAXIMUM = 128 * 1024 * 1024;

export class Objets {
  readonly document: PDFDocument;
  readonly contexte: PDFContext;
  readonly #decodes = new Map<PDFStream, Uint8Array | null>();

  constructor(document: PDFDocument) {
    this.document = document;
    this.contexte = document.context;
  }

  resoudre(objet: Objet): Objet {
    let courant = objet;
    for (let i = 0; courant instanceof PDFRef && i < 32; i += 1) courant = this.contexte.lookup(courant);
    return courant instanceof PDFRef || String(courant) === 'null' ? undefined : courant;
  }

  /** Le dictionnaire d'un objet, y compris celui d'un flux. */
  dict(objet: Objet): PDFDict | undefined {
    const vu = this.resoudre(objet);
    return vu instanceof PDFDict ? vu : vu instanceof PDFStream ? vu.dict : undefined;
  }

  /** La valeur brute d'une clé : une référence reste une référence. */
  brut(objet: Objet, cle: string): Objet {
    return this.dict(objet)?.get(PDFName.of(cle));
  }

  lire(objet: Objet, ...cles: readonly string[]): Objet {
    return this.resoudre(cles.reduce<Objet>((vu, cle) => this.brut(vu, cle), objet));
  }

  a(objet: Objet, cle: string): boolean {
    return this.lire(objet, cle) !== undefined;
  }

  nom(objet: Objet): string | undefined {
    const vu = this.resoudre(objet);
    return vu instanceof PDFName ? new TextDecoder().decode(vu.asBytes()) : undefined;
  }

  /** Un nom s'écrit en UTF-8, après avoir défait ses « #xx ». */
  nomMalCode(objet: Objet): boolean {
    const vu = this.resoudre(objet);
    if (!(vu instanceof PDFName)) return false;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(vu.asBytes());
      return false;
    } catch {
      return true;
    }
  }

  texte(objet: Objet): string | undefined {
    const vu = this.resoudre(objet);
    return vu instanceof PDFString || vu instanceof PDFHexString ? vu.decodeText() : undefined;
  }

  nombre(objet: Objet): number | undefined {
    const vu = this.resoudre(objet);
    return vu instanceof PDFNumber ? vu.asNumber() : undefined;
  }

  vrai(objet: Objet): boolean {
    const vu = this.resoudre(objet);
    return vu instanceof PDFBool && vu.asBoolean();
  }

  /** Les éléments d'un tableau ; ceux d'un objet seul : lui-même. Les références restent des références. */
  liste(objet: Objet): readonly PDFObject[] {
    const vu = this.resoudre(objet);
    return vu instanceof PDFArray ? vu.asArray() : [];
  }

  unOuListe(objet: Objet): readonly PDFObject[] {
    const vu = this.resoudre(objet);
    return vu instanceof PDFArray ? vu.asArray() : vu === undefined ? [] : [objet as PDFObject];
  }

  entrees(objet: Objet): readonly (readonly [string, PDFObject])[] {
    return (this.dict(objet)?.entries() ?? []).map(([cle, valeur]) => [cle.decodeText(), valeur] as const);
  }

  flux(objet: Objet): PDFStream | undefined {
    const vu = this.resoudre(objet);
    return vu instanceof PDFStream ? vu : undefined;
  }

  /** Les octets d'un flux, décodés ; null si aucun filtre connu ne les rend. */
  octets(objet: Objet): Uint8Array | null {
    const flux = this.flux(objet);
    if (flux === undefined) return null;
    const deja = this.#decodes.get(flux);
    if (deja !== undefined) return deja;
    let octets: Uint8Array | null;
    try {
      octets = this.#decoder(flux);
    } catch {
      octets = null;
    }
    this.#decodes.set(flux, octets);
    return octets;
  }

  #decoder(flux: PDFStream): Uint8Array {
    if (!(flux instanceof PDFRawStream)) return flux.getContents();
    const filtres = this.unOuListe(flux.dict.get(PDFName.of('Filter'))).map((f) => this.nom(f));
    // zlib borne ce qu'il rend ; le décodeur de pdf-lib, non.
    if (filtres.length === 1 && filtres[0] === 'FlateDecode' && !this.a(flux, 'DecodeParms')) return inflateSync(flux.contents, { maxOutputLength: FLUX_MAXIMUM });
    if (filtres.length > 3) throw new Error('trop de filtres');
    return decodePDFRawStream(flux).decode();
  }

  /** Les couples d'un arbre de nombres ou de noms. */
  *arbre(racine: Objet, cle: 'Nums' | 'Names', vus = new Set<PDFDict>()): Generator<readonly [PDFObject, PDFObject]> {
    const noeud = this.dict(racine);
    if (noeud === undefined || vus.has(noeud)) return;
    vus.add(noeud);
    const couples = this.liste(noeud.get(PDFName.of(cle)));
    for (let i = 0; i + 1 < couples.length; i += 2) yield [couples[i] as PDFObject, couples[i + 1] as PDFObject];
    for (const enfant of this.liste(noeud.get(PDFName.of('Kids')))) yield* this.arbre(enfant, cle, vus);
  }
}

export const ref = (objet: Objet): string | null => (objet instanceof PDFRef ? `${objet.objectNumber} ${objet.generationNumber}` : null);
