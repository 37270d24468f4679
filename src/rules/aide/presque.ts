import { enIdentifiant } from '../../base/francais.ts';
import { parTexte } from '../../base/memoire.ts';
import { distance } from '../../base/suggestion.ts';

/** Deux noms qu'une seule lettre sépare : de plus, de moins, changée, ou échangée avec sa voisine. Accents et casse n'y comptent pas. */
export function uneLettrePres(a: string, b: string): boolean {
  const [x, y] = [enIdentifiant(a), enIdentifiant(b)];
  return Math.min(x.length, y.length) >= 5 && distance(x, y, 1) === 1;
}

interface Mot {
  readonly cle: string;
  /** Commence par une capitale. */
  readonly propre: boolean;
  /** Continue le mot d'avant : un blanc, une apostrophe ou un trait d'union les sépare. */
  readonly suite: boolean;
  readonly start: number;
  readonly end: number;
}

const MOT = /[\p{L}\p{N}]+/gu;

/** Les mots d'un texte, et où ils sont ; aucun s'il n'a pas de capitale. */
const motsDe = parTexte((texte): readonly Mot[] => {
  if (!/\p{Lu}/u.test(texte)) return [];
  let avant = 0;
  return [...texte.matchAll(MOT)].map(({ 0: mot, index }) => {
    const suite = index > 0 && /^[\s’'-]{1,2}$/.test(texte.slice(avant, index));
    avant = index + mot.length;
    return { cle: enIdentifiant(mot), propre: /^\p{Lu}/u.test(mot), suite, start: index, end: avant };
  });
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
export const chercheur = (noms: readonly string[]): ((texte: string) => readonly Ressemblance[]) => pourCesNoms(noms.join('\n'));

/** Les deux dernières listes de noms seulement : chacune retient ce qu'elle a trouvé dans chaque texte. */
const pourCesNoms = parTexte((liste) => {
  const noms = liste.split('\n');
  const cles = new Map(noms.map((nom) => [enIdentifiant(nom), nom]));
  const bouts = new Map<string, string[]>();
  let longueurMax = 0;
  for (const cle of cles.keys()) {
    if (cle.length < 2 * BOUT) continue;
    longueurMax = Math.max(longueurMax, cle.split('-').length);
    for (const bout of deuxBouts(cle, cle.length)) bouts.set(bout, [...(bouts.get(bout) ?? []), cle]);
  }
  return parTexte((texte): readonly Ressemblance[] => {
    if (longueurMax === 0) return [];
    const found: Ressemblance[] = [];
    const mots = motsDe(texte);
    for (const [i, premier] of mots.entries()) {
      if (!premier.propre) continue;
      let cle = '';
      for (let j = i; j < mots.length && j < i + longueurMax; j++) {
        const mot = mots[j] as Mot;
        if (j > i && !mot.suite) break;
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
  });
}, 1);
