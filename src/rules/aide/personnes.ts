import { enIdentifiant } from '../../base/francais.ts';
import { parTexte } from '../../base/memoire.ts';

/** Un prénom et un nom, en identifiants : accents, capitales et traits d'union n'y distinguent rien. */
export interface Personne {
  readonly prenom: string;
  readonly nom: string;
}

export const personne = (prenom: string, nom: string): Personne => ({ prenom: enIdentifiant(prenom), nom: enIdentifiant(nom) });

/** Les mots d'un nom écrit, en identifiants. */
export const mots = (ecrit: string): readonly string[] => enIdentifiant(ecrit).split('-');

/** Une lettre de plus, de moins, ou changée. */
function oneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.max(a.length, b.length) < 4) return false;
  let i = 0;
  while (i < Math.min(a.length, b.length) && a[i] === b[i]) i++;
  let j = 0;
  while (j < Math.min(a.length, b.length) - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++;
  return Math.max(a.length, b.length) - i - j <= 1;
}

/** « Yves » pour « Jean-Yves ». */
const partOf = (a: string, b: string): boolean => a !== b && b.split('-').length > 1 && b.split('-').includes(a);

/**
 * Le nom écrit, en mots, ressemble-t-il à celui de cette personne sans être le sien ? Il peut être précédé d'autres mots à capitale
 * (« Mme », « Maire »).
 */
export function presque(words: readonly string[], { prenom, nom }: Personne): boolean {
  const nLength = nom.split('-').length;
  const lastName = words.slice(-nLength).join('-');
  const rest = words.slice(0, -nLength);
  const first = rest.slice(-prenom.split('-').length).join('-');
  if (rest.length === 0 || (lastName === nom && first === prenom)) return false;
  if (lastName === nom) return oneLetterApart(first, prenom) || partOf(rest.at(-1) ?? '', prenom);
  return first === prenom && oneLetterApart(lastName, nom);
}

/**
 * Cherche, parmi des personnes et dans leur ordre, celles que rappelle un nom écrit. Une ressemblance garde toujours le nom entier ou
 * le prénom entier (voir `presque`) : on ne compare qu'à celles-là, sans quoi deux mille signataires feraient des millions d'essais.
 */
export function annuaire<P extends { readonly cle: Personne; readonly rang: number }>(personnes: readonly P[]): (words: readonly string[]) => readonly P[] {
  const noms = new Map<string, P[]>();
  const prenoms = new Map<string, P[]>();
  for (const p of personnes) {
    ajouter(noms, p.cle.nom, p);
    ajouter(prenoms, p.cle.prenom, p);
  }
  return (words) => {
    const found = new Set<P>();
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 1; end <= words.length; end++) {
        const part = words.slice(start, end).join('-');
        for (const p of (end === words.length ? noms : prenoms).get(part) ?? []) if (presque(words, p.cle)) found.add(p);
      }
    }
    return [...found].sort((a, b) => a.rang - b.rang);
  };
}

function ajouter<P>(index: Map<string, P[]>, cle: string, p: P): void {
  const known = index.get(cle);
  if (known === undefined) index.set(cle, [p]);
  else known.push(p);
}

/** Suites de mots à capitale : de quoi être un prénom et un nom. */
const NOMS_PROPRES = /\p{Lu}[\p{L}’']*(?:[-\s]\p{Lu}[\p{L}’']*){1,4}/gu;
const TITRES = /^(?:(?:MM?|Mme|Monsieur|Madame|Le|La|Maire|Présidente?|Directeur|Directrice|Adjointe?)\s+)+/iu;

/** Les noms de personnes possibles d'un texte, sans leur titre. */
export const nomsEcrits = parTexte((texte): readonly { readonly ecrit: string; readonly start: number; readonly end: number }[] =>
  [...texte.matchAll(NOMS_PROPRES)].map((match) => {
    const ecrit = match[0].replace(TITRES, '');
    const end = match.index + match[0].length;
    return { ecrit: ecrit.replace(/\s+/g, ' '), start: end - ecrit.length, end };
  }),
);
