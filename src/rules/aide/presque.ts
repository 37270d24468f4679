import { enIdentifiant } from '../../base/francais.ts';
import { distance } from '../../base/suggestion.ts';

/** Deux noms qu'une seule lettre sépare : de plus, de moins, changée, ou échangée avec sa voisine. Accents et casse n'y comptent pas. */
export function uneLettrePres(a: string, b: string): boolean {
  const [x, y] = [enIdentifiant(a), enIdentifiant(b)];
  return Math.min(x.length, y.length) >= 5 && distance(x, y, 1) === 1;
}

interface Mot {
  readonly cle: string;
  readonly start: number;
  readonly end: number;
}

const MOT = /[\p{L}\p{N}]+/gu;

/** Les mots d'un texte, et où ils sont. Les mêmes mots reviennent : leur clé ne se calcule qu'une fois. */
const motsDe = (texte: string, memoire: Map<string, string>): readonly Mot[] =>
  [...texte.matchAll(MOT)].map(({ 0: mot, index }) => {
    let cle = memoire.get(mot);
    if (cle === undefined) memoire.set(mot, (cle = enIdentifiant(mot)));
    return { cle, start: index, end: index + mot.length };
  });

export interface Ressemblance {
  readonly nom: string;
  readonly ecrit: string;
  readonly start: number;
  readonly end: number;
}

/** Longueur des débuts et des fins par lesquels on retrouve un nom : une seule faute n'atteint pas les deux. */
const BOUT = 3;
const deuxBouts = (cle: string, longueur: number): readonly string[] => [`^${cle.slice(0, BOUT)}${String(longueur)}`, `${String(longueur)}${cle.slice(-BOUT)}$`];

/**
 * Cherche dans un texte des noms propres écrits à une lettre d'un de ceux-ci. Les noms de moins de six lettres sont laissés : trop de mots
 * leur ressemblent.
 */
export function chercheur(noms: readonly string[]): (texte: string) => readonly Ressemblance[] {
  const cles = new Map(noms.map((nom) => [enIdentifiant(nom), nom]));
  const bouts = new Map<string, string[]>();
  let longueurMax = 0;
  for (const cle of cles.keys()) {
    if (cle.length < 2 * BOUT) continue;
    longueurMax = Math.max(longueurMax, cle.split('-').length);
    for (const bout of deuxBouts(cle, cle.length)) bouts.set(bout, [...(bouts.get(bout) ?? []), cle]);
  }
  const memoire = new Map<string, string>();
  return (texte) => {
    if (longueurMax === 0 || !/\p{Lu}/u.test(texte)) return [];
    const found: Ressemblance[] = [];
    const mots = motsDe(texte, memoire);
    for (const [i, premier] of mots.entries()) {
      if (!/\p{Lu}/u.test(texte.charAt(premier.start))) continue;
      let cle = '';
      for (let j = i; j < mots.length && j < i + longueurMax; j++) {
        const mot = mots[j] as Mot;
        if (j > i && !/^[\s’'-]{1,2}$/.test(texte.slice((mots[j - 1] as Mot).end, mot.start))) break;
        cle = j === i ? mot.cle : `${cle}-${mot.cle}`;
        if (cle.length < 2 * BOUT - 1) continue;
        // Le nom juste, ou le début d'un nom juste plus long, n'est pas une faute.
        if (cles.has(cle)) break;
        const proche = [cle.length - 1, cle.length, cle.length + 1]
          .flatMap((longueur) => deuxBouts(cle, longueur))
          .flatMap((bout) => bouts.get(bout) ?? [])
          .find((autre) => distance(cle, autre, 1) === 1);
        if (proche !== undefined) found.push({ nom: cles.get(proche) ?? proche, ecrit: texte.slice(premier.start, mot.end), start: premier.start, end: mot.end });
      }
    }
    return found;
  };
}
