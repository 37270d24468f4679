/**
 * Les mots d'un PDF : nombres, noms, chaînes, délimiteurs, mots-clés. Sert au fichier brut comme aux flux de contenu.
 * pdf-lib ne garde pas la forme écrite des objets, ni ne lit les flux de contenu : il faut les deux pour contrôler.
 */
export type Jeton =
  | { readonly sorte: 'nombre'; readonly valeur: number; readonly entier: boolean }
  | { readonly sorte: 'nom'; readonly valeur: string }
  | { readonly sorte: 'chaine'; readonly octets: Uint8Array; readonly hexa: boolean }
  | { readonly sorte: 'mot'; readonly valeur: string }
  | { readonly sorte: '[' | ']' | '<<' | '>>' };

/** Ce que la norme refuse dans l'écriture d'un mot. */
export type FauteDeForme = 'hexa-impair' | 'hexa-invalide' | 'entier-trop-grand' | 'reel-trop-grand' | 'reel-trop-petit' | 'chaine-trop-longue' | 'nom-trop-long';

const BLANC = new Uint8Array(256);
for (const b of [0, 9, 10, 12, 13, 32]) BLANC[b] = 1;
const LIMITE = new Uint8Array(256);
for (const b of [0, 9, 10, 12, 13, 32, 40, 41, 60, 62, 91, 93, 123, 125, 47, 37]) LIMITE[b] = 1;
const HEXA = new Int8Array(256).fill(-1);
for (let i = 0; i < 16; i += 1) for (const c of [i.toString(16), i.toString(16).toUpperCase()]) HEXA[c.charCodeAt(0)] = i;
const ECHAPPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };

export const estBlanc = (octet: number | undefined): boolean => octet !== undefined && BLANC[octet] === 1;

export class Lexique {
  position: number;
  readonly #octets: Uint8Array;
  readonly #faute: (faute: FauteDeForme, ecrit: string) => void;

  constructor(octets: Uint8Array, position = 0, faute: (faute: FauteDeForme, ecrit: string) => void = () => undefined) {
    this.#octets = octets;
    this.position = position;
    this.#faute = faute;
  }

  /** Passe les blancs et les commentaires. */
  blancs(): void {
    const o = this.#octets;
    for (;;) {
      while (BLANC[o[this.position] ?? 33] === 1) this.position += 1;
      if (o[this.position] !== 37) return;
      while (this.position < o.length && o[this.position] !== 10 && o[this.position] !== 13) this.position += 1;
    }
  }

  /** Le mot suivant ; null à la fin. */
  suivant(): Jeton | null {
    this.blancs();
    const o = this.#octets;
    const premier = o[this.position];
    if (premier === undefined) return null;
    switch (premier) {
      case 91:
      case 93:
        this.position += 1;
        return { sorte: premier === 91 ? '[' : ']' };
      case 40:
        return this.#chaine();
      case 47:
        return this.#nom();
      case 60:
        if (o[this.position + 1] !== 60) return this.#hexa();
        this.position += 2;
        return { sorte: '<<' };
      case 62:
        this.position += o[this.position + 1] === 62 ? 2 : 1;
        return { sorte: '>>' };
      case 41:
      case 123:
      case 125:
        this.position += 1;
        return { sorte: 'mot', valeur: String.fromCharCode(premier) };
    }
    const debut = this.position;
    while (this.position < o.length && LIMITE[o[this.position] as number] === 0) this.position += 1;
    return this.#mot(debut, premier);
  }

  #mot(debut: number, premier: number): Jeton {
    let texte = '';
    for (let i = debut; i < this.position; i += 1) texte += String.fromCharCode(this.#octets[i] as number);
    if ((premier >= 48 && premier <= 57) || premier === 43 || premier === 45 || premier === 46) {
      const valeur = Number(texte);
      if (!Number.isNaN(valeur) && /^[-+]?(\d+\.?\d*|\.\d+)$/.test(texte)) {
        const entier = !texte.includes('.');
        const grandeur = Math.abs(valeur);
        if (entier && (valeur > 2147483647 || valeur < -2147483648)) this.#faute('entier-trop-grand', texte);
        if (!entier && grandeur > 3.403e38) this.#faute('reel-trop-grand', texte);
        if (!entier && grandeur !== 0 && grandeur < 1.175e-38) this.#faute('reel-trop-petit', texte);
        return { sorte: 'nombre', valeur, entier };
      }
    }
    return { sorte: 'mot', valeur: texte };
  }

  #nom(): Jeton {
    const o = this.#octets;
    let valeur = '';
    this.position += 1;
    while (this.position < o.length && LIMITE[o[this.position] as number] === 0) {
      const octet = o[this.position] as number;
      const haut = HEXA[o[this.position + 1] ?? 0] as number;
      const bas = HEXA[o[this.position + 2] ?? 0] as number;
      if (octet === 35 && haut >= 0 && bas >= 0) {
        valeur += String.fromCharCode(haut * 16 + bas);
        this.position += 3;
      } else {
        valeur += String.fromCharCode(octet);
        this.position += 1;
      }
    }
    if (valeur.length > 127) this.#faute('nom-trop-long', valeur);
    return { sorte: 'nom', valeur };
  }

  #hexa(): Jeton {
    const o = this.#octets;
    const octets: number[] = [];
    let demi = -1;
    let compte = 0;
    let invalide = false;
    this.position += 1;
    while (this.position < o.length && o[this.position] !== 62) {
      const octet = o[this.position] as number;
      this.position += 1;
      if (BLANC[octet] === 1) continue;
      compte += 1;
      const valeur = HEXA[octet] as number;
      if (valeur < 0) {
        invalide = true;
        continue;
      }
      if (demi < 0) demi = valeur;
      else {
        octets.push(demi * 16 + valeur);
        demi = -1;
      }
    }
    this.position += 1;
    if (demi >= 0) octets.push(demi * 16);
    if (invalide) this.#faute('hexa-invalide', '');
    if (compte % 2 === 1) this.#faute('hexa-impair', '');
    if (octets.length > 32767) this.#faute('chaine-trop-longue', String(octets.length));
    return { sorte: 'chaine', octets: Uint8Array.from(octets), hexa: true };
  }

  #chaine(): Jeton {
    const o = this.#octets;
    const octets: number[] = [];
    let profondeur = 1;
    this.position += 1;
    while (this.position < o.length) {
      const octet = o[this.position] as number;
      this.position += 1;
      if (octet === 92) this.#echappe(octets);
      else {
        if (octet === 40) profondeur += 1;
        if (octet === 41 && (profondeur -= 1) === 0) break;
        octets.push(octet);
      }
    }
    if (octets.length > 32767) this.#faute('chaine-trop-longue', String(octets.length));
    return { sorte: 'chaine', octets: Uint8Array.from(octets), hexa: false };
  }

  #echappe(octets: number[]): void {
    const o = this.#octets;
    const octet = o[this.position] ?? 0;
    this.position += 1;
    if (octet >= 48 && octet <= 55) {
      let valeur = octet - 48;
      for (let i = 0; i < 2; i += 1) {
        const chiffre = o[this.position] ?? 0;
        if (chiffre < 48 || chiffre > 55) break;
        valeur = valeur * 8 + chiffre - 48;
        this.position += 1;
      }
      octets.push(valeur & 255);
    } else if (octet === 13) {
      if (o[this.position] === 10) this.position += 1;
    } else if (octet !== 10) octets.push(ECHAPPES[octet] ?? octet);
  }
}
