/** Les tables de codes d'une police : vers l'Unicode (ToUnicode), ou vers les caractères (CID). */
import { type Operation, operations } from '../lecture/operations.ts';

export interface Cmap {
  /** Longueurs de code, en octets, admises. */
  readonly longueurs: readonly number[];
  readonly unicode: ReadonlyMap<number, string>;
  readonly cid: ReadonlyMap<number, number>;
  readonly plages: readonly (readonly [number, number, number])[];
  readonly sens: number | null;
  readonly renvoi: string | null;
}

const entier = (octets: Uint8Array): number => octets.reduce((n, octet) => n * 256 + octet, 0);
const utf16 = (octets: Uint8Array): string => {
  let texte = '';
  for (let i = 0; i + 1 < octets.length; i += 2) texte += String.fromCharCode((octets[i] as number) * 256 + (octets[i + 1] as number));
  return octets.length === 1 ? String.fromCharCode(octets[0] as number) : texte;
};
const MAXIMUM = 65536;

export function lireCmap(octets: Uint8Array): Cmap {
  const longueurs = new Set<number>();
  const unicode = new Map<number, string>();
  const cid = new Map<number, number>();
  const plages: [number, number, number][] = [];
  let sens: number | null = null;
  let renvoi: string | null = null;
  for (const { operateur, operandes } of operations(octets)) {
    const chaines = (i: number): Uint8Array => (operandes[i] instanceof Uint8Array ? (operandes[i] as Uint8Array) : new Uint8Array());
    if (operateur === 'def' && nom(operandes[0]) === 'WMode' && typeof operandes[1] === 'number') sens = operandes[1];
    if (operateur === 'usecmap') renvoi = nom(operandes.at(-1));
    if (operateur === 'endcodespacerange') for (let i = 0; i < operandes.length; i += 2) longueurs.add(chaines(i).length);
    if (operateur === 'endbfchar') for (let i = 0; i + 1 < operandes.length; i += 2) unicode.set(entier(chaines(i)), utf16(chaines(i + 1)));
    if (operateur === 'endcidchar') for (let i = 0; i + 1 < operandes.length; i += 2) cid.set(entier(chaines(i)), operandes[i + 1] as number);
    if (operateur === 'endcidrange') for (let i = 0; i + 2 < operandes.length; i += 3) plages.push([entier(chaines(i)), entier(chaines(i + 1)), operandes[i + 2] as number]);
    if (operateur === 'endbfrange') for (let i = 0; i + 2 < operandes.length; i += 3) plage(unicode, entier(chaines(i)), entier(chaines(i + 1)), operandes[i + 2]);
  }
  return { longueurs: [...longueurs], unicode, cid, plages, sens, renvoi };
}

const nom = (valeur: Operation['operandes'][number] | undefined): string | null => (valeur !== null && typeof valeur === 'object' && 'nom' in valeur ? valeur.nom : null);

function plage(unicode: Map<number, string>, debut: number, fin: number, vers: Operation['operandes'][number] | undefined): void {
  for (let code = debut; code <= fin && code - debut < MAXIMUM; code += 1) {
    if (Array.isArray(vers)) {
      const article = vers[code - debut];
      if (article instanceof Uint8Array) unicode.set(code, utf16(article));
    } else if (vers instanceof Uint8Array) {
      const octets = Uint8Array.from(vers);
      let reste = code - debut;
      for (let i = octets.length - 1; i >= 0 && reste > 0; i -= 1) {
        reste += octets[i] as number;
        octets[i] = reste & 255;
        reste >>= 8;
      }
      unicode.set(code, utf16(octets));
    }
  }
}

export const cidDe = (cmap: Cmap, code: number): number => {
  const direct = cmap.cid.get(code);
  if (direct !== undefined) return direct;
  const plage_ = cmap.plages.find(([debut, fin]) => code >= debut && code <= fin);
  return plage_ === undefined ? 0 : plage_[2] + code - plage_[0];
};
