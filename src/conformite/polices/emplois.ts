/** Les caractères que le document emploie, police par police. */
import { type Objet, type Objets, type PDFDict, ref } from '../lecture/objets.ts';
import { type Cmap, lireCmap } from './cmap.ts';

export interface Emploi {
  /** Dessiné au moins une fois, et non seulement présent pour la recherche (mode 3). */
  visible: boolean;
  /** Vu au moins une fois sans texte de remplacement autour. */
  nu: boolean;
  readonly page: number;
}

export interface PoliceEmployee {
  readonly dict: PDFDict;
  readonly objet: string | null;
  readonly page: number;
  visible: boolean;
  /** Codage incorporé d'une police composite. */
  readonly cmap: Cmap | null;
  /** Octets par code ; 0 : ctg ne sait pas découper le texte. */
  readonly pas: number;
  readonly codes: Map<number, Emploi>;
}

export class Emplois {
  readonly polices = new Map<PDFDict, PoliceEmployee>();
  readonly #o: Objets;

  constructor(o: Objets) {
    this.#o = o;
  }

  police(objet: Objet, page: number): PoliceEmployee | null {
    const dict = this.#o.dict(objet);
    if (dict === undefined) return null;
    let police = this.polices.get(dict);
    if (police === undefined) {
      police = { dict, objet: ref(objet), page, visible: false, ...this.#decoupe(dict), codes: new Map() };
      this.polices.set(dict, police);
    }
    return police;
  }

  montrer(police: PoliceEmployee, octets: Uint8Array, visible: boolean, nu: boolean, page: number): void {
    if (visible) police.visible = true;
    const { pas } = police;
    if (pas === 0) return;
    for (let i = 0; i + pas <= octets.length; i += pas) {
      const code = pas === 1 ? (octets[i] as number) : (octets[i] as number) * 256 + (octets[i + 1] as number);
      const deja = police.codes.get(code);
      if (deja === undefined) police.codes.set(code, { visible, nu, page });
      else {
        deja.visible ||= visible;
        deja.nu ||= nu;
      }
    }
  }

  #decoupe(dict: PDFDict): { readonly cmap: Cmap | null; readonly pas: number } {
    if (this.#o.nom(this.#o.lire(dict, 'Subtype')) !== 'Type0') return { cmap: null, pas: 1 };
    const codage = this.#o.nom(this.#o.lire(dict, 'Encoding'));
    if (codage === 'Identity-H' || codage === 'Identity-V') return { cmap: null, pas: 2 };
    const octets = this.#o.octets(this.#o.brut(dict, 'Encoding'));
    if (octets === null) return { cmap: null, pas: 0 };
    const cmap = lireCmap(octets);
    const [pas = 0] = cmap.longueurs;
    return { cmap, pas: cmap.longueurs.length === 1 && pas <= 2 ? pas : 0 };
  }
}
