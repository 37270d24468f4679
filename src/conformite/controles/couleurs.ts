/** Couleurs : profil de sortie, profils ICC, et couleurs d'appareil qu'un profil doit couvrir. */
import { type Objet, PDFArray, PDFRef, ref } from '../lecture/objets.ts';
import { nomDe, type Valeur } from '../lecture/operations.ts';
import type { Code } from '../conditions/index.ts';
import type { Controle } from './contexte.ts';

interface Profil { readonly classe: string; readonly espace: string; readonly version: number }

/** L'en-tête d'un profil ICC ; null s'il n'en est pas un. */
export function lireProfil(octets: Uint8Array | null): Profil | null {
  if (octets === null || octets.length < 128) return null;
  const texte = (at: number): string => String.fromCharCode(...octets.subarray(at, at + 4));
  return texte(36) === 'acsp' ? { version: octets[8] as number, classe: texte(12), espace: texte(16) } : null;
}

const COMPOSANTES: Readonly<Record<string, number>> = { 'RGB ': 3, CMYK: 4, GRAY: 1, 'Lab ': 3 };
const APPAREIL: Readonly<Record<string, readonly [defaut: string, code: Code, quoi: string]>> = {
  DeviceGray: ['DefaultGray', 'A3A-6.2.4.3-4', 'des niveaux de gris'],
  DeviceRGB: ['DefaultRGB', 'A3A-6.2.4.3-2', 'des couleurs RVB'],
  DeviceCMYK: ['DefaultCMYK', 'A3A-6.2.4.3-3', 'des couleurs CMJN'],
};
const ABREGES: Readonly<Record<string, string>> = { G: 'DeviceGray', RGB: 'DeviceRGB', CMYK: 'DeviceCMYK', I: 'Indexed' };

export class Couleurs {
  readonly #c: Controle;
  /** Espace du profil de sortie PDF/A : « RGB », « CMYK », « GRAY » ; null s'il n'y en a pas. */
  readonly sortie: string | null;

  /** `sortie` : l'espace du profil de l'acte, quand le document doit y être greffé. */
  constructor(c: Controle, sortie?: string) {
    this.#c = c;
    this.sortie = sortie ?? this.#profilDeSortie();
  }

  #profilDeSortie(): string | null {
    const { o, constats } = this.#c;
    const profils = new Set<string>();
    let sortie: string | null = null;
    for (const intention of o.liste(o.lire(o.document.catalog, 'OutputIntents'))) {
      const sorte = o.nom(o.lire(intention, 'S'));
      if (sorte === 'GTS_PDFX' && o.a(intention, 'DestOutputProfileRef')) constats.signaler('A3A-6.2.3-3', 'le profil de sortie est dans un autre fichier');
      const brut = o.brut(intention, 'DestOutputProfile');
      if (brut === undefined) continue;
      profils.add(brut instanceof PDFRef ? brut.toString() : 'direct');
      const profil = lireProfil(o.octets(brut));
      const lu = profil !== null && ['prtr', 'mntr'].includes(profil.classe) && ['RGB ', 'CMYK', 'GRAY'].includes(profil.espace) && profil.version < 5;
      if (!lu) constats.signaler('A3A-6.2.3-1', profil === null ? 'le profil de sortie n’est pas un profil ICC' : `le profil de sortie (${profil.classe}, ${profil.espace}, version ${profil.version}) n’est pas admis`, { objet: ref(brut) });
      if (sorte === 'GTS_PDFA1' && profil !== null) sortie = profil.espace.trim();
    }
    if (profils.size > 1) constats.signaler('A3A-6.2.3-2', 'le document donne plusieurs profils de sortie');
    return sortie;
  }

  /** Contrôle une couleur employée. `espace` : un nom ou un objet ; `ressources` : où chercher les noms. */
  employer(espace: Objet | string, ressources: Objet, page: number | null, profondeur = 0): void {
    const { o, constats } = this.#c;
    if (profondeur > 8) return;
    const nom = typeof espace === 'string' ? (ABREGES[espace] ?? espace) : o.nom(espace);
    if (nom !== undefined) {
      const appareil = APPAREIL[nom];
      if (appareil !== undefined) return this.#appareil(nom, appareil, ressources, page, profondeur);
      if (nom === 'Pattern') return;
      const vu = o.lire(ressources, 'ColorSpace', nom);
      if (vu !== undefined) this.employer(vu, ressources, page, profondeur + 1);
      return;
    }
    const liste = o.resoudre(typeof espace === 'string' ? undefined : espace);
    if (!(liste instanceof PDFArray)) return;
    const [sorte, premier, second] = [o.nom(liste.get(0)), liste.size() > 1 ? liste.get(1) : undefined, liste.size() > 2 ? liste.get(2) : undefined];
    if (sorte !== undefined && APPAREIL[sorte] !== undefined) return this.employer(sorte, ressources, page, profondeur + 1);
    if (sorte === 'ICCBased') return this.#icc(premier, page);
    if (sorte === 'Indexed' || sorte === 'Pattern') return premier === undefined ? undefined : this.employer(premier, ressources, page, profondeur + 1);
    if (sorte === 'Separation' || sorte === 'DeviceN') {
      if (sorte === 'DeviceN' && o.liste(premier).length > 32) constats.signaler('A3A-6.1.13-9', `une couleur a ${o.liste(premier).length} composantes`, { page });
      constats.nonVerifie('des couleurs nommées (Separation, DeviceN)');
      this.employer(second, ressources, page, profondeur + 1);
    }
  }

  #appareil(nom: string, [defaut, code, quoi]: readonly [string, Code, string], ressources: Objet, page: number | null, profondeur: number): void {
    const { o, constats } = this.#c;
    const remplace = o.lire(ressources, 'ColorSpace', defaut);
    if (remplace !== undefined && o.nom(remplace) !== nom) return this.employer(remplace, ressources, page, profondeur + 1);
    const couvert = nom === 'DeviceGray' ? this.sortie !== null : this.sortie === (nom === 'DeviceRGB' ? 'RGB' : 'CMYK');
    if (!couvert) constats.signaler(code, `le document emploie ${quoi} (${nom}) que ${this.sortie === null ? 'nul profil de sortie ne définit' : `son profil de sortie (${this.sortie}) ne définit pas`}`, { page });
  }

  #icc(flux: Objet, page: number | null): void {
    const { o, constats } = this.#c;
    const profil = lireProfil(o.octets(flux));
    const n = o.nombre(o.lire(flux, 'N'));
    const bon = profil !== null && ['prtr', 'mntr', 'scnr', 'spac'].includes(profil.classe) && COMPOSANTES[profil.espace] !== undefined && profil.version < 5 && n === COMPOSANTES[profil.espace];
    if (!bon) constats.signaler('A3A-6.2.4.2-1', 'un profil ICC est absent, abîmé ou d’une version non admise', { page, objet: ref(flux) });
  }
}

/** L'espace de couleur d'un opérateur qui le nomme. */
export const nomEspace = (operandes: readonly Valeur[]): string => nomDe(operandes[0]) ?? 'DeviceGray';
