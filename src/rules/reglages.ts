/**
 * Ce que des règles lisent et qui n'est pas du code : seuils, listes de mots, dates, tables. Ce sont des données datées, avec leur source
 * (`donnees/*.json`) ; un modèle de convention, puis ctg.yaml, peuvent régler un seuil et allonger une liste.
 */
import { guillemets } from '../base/francais.ts';
import DATES from './donnees/dates.json' with { type: 'json' };
import LISTES from './donnees/listes.json' with { type: 'json' };
import SEUILS from './donnees/seuils.json' with { type: 'json' };
import TABLES from './donnees/tables.json' with { type: 'json' };
import type { Lignes } from './tables.ts';

/** Qui peut changer un seuil : personne (la loi le fixe), le modèle de convention, ou aussi le territoire. */
export type FixePar = 'loi' | 'modele' | 'territoire';

interface Declaration {
  readonly description: string;
  /** D'où vient la valeur. */
  readonly source: string;
  /** Jour où elle a été relevée, `AAAA-MM-JJ`. */
  readonly releve_le: string;
}

/** Un nombre entier, entre deux bornes comprises. */
export interface Seuil extends Declaration {
  readonly valeur: number;
  readonly unite: string;
  readonly min: number;
  readonly max: number;
  readonly fixe_par: FixePar;
  /** Le territoire ne peut que monter au-dessus de la valeur du modèle : ce qui protège les personnes ne s'adoucit pas. */
  readonly hausse_seulement?: true;
}

/** Des mots. Un modèle ou un territoire en ajoutent ; ils n'en retirent pas. */
export interface Liste extends Declaration {
  readonly valeurs: readonly string[];
  /** Forme que doit avoir chaque mot (expression régulière), et un exemple. */
  readonly forme?: string;
  readonly exemple?: string;
}

/** Un jour, `AAAA-MM-JJ`, que la loi fixe. */
export interface Jour extends Declaration {
  readonly valeur: string;
}

/** Des lignes de même forme, que plusieurs règles peuvent lire. Personne ne les change. */
export interface Table extends Declaration {
  readonly regles: readonly string[];
  readonly lignes: readonly Readonly<Record<string, unknown>>[];
}

type ParRegle<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;
type Declares<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;
const parRegle = <T>(json: unknown): Declares<T> => new Map(Object.entries(json as ParRegle<T>).map(([code, noms]) => [code, new Map(Object.entries(noms))]));

/** Par code de règle, puis par nom. */
export const SEUILS_DECLARES = parRegle<Seuil>(SEUILS);
export const LISTES_DECLAREES = parRegle<Liste>(LISTES);
export const DATES_DECLAREES = parRegle<Jour>(DATES);
/** Par nom. */
export const TABLES_DECLAREES: ReadonlyMap<string, Table> = new Map(Object.entries(TABLES as unknown as Readonly<Record<string, Table>>));

/** Ce qu'une règle lit de ses réglages. Demander un nom qu'elle n'a pas déclaré est une panne de ctg. */
export interface Reglages {
  readonly seuil: (nom: string) => number;
  readonly liste: (nom: string) => readonly string[];
  readonly date: (nom: string) => string;
  readonly table: <N extends keyof Lignes>(nom: N) => readonly Lignes[N][];
}

/** Les valeurs choisies par le modèle et le territoire, pour une règle. */
export interface Choix {
  readonly seuils: ReadonlyMap<string, number>;
  readonly listes: ReadonlyMap<string, readonly string[]>;
}

/** Les réglages d'une règle : ceux que l'on a choisis, sinon ceux de ctg. */
export function reglagesDe(code: string, choix?: Choix): Reglages {
  const declare = <T>(found: T | undefined, nom: string): T => {
    if (found === undefined) throw new Error(`${code} lit un réglage qu’elle ne déclare pas : ${nom}`);
    return found;
  };
  return {
    seuil: (nom) => {
      const { valeur } = declare(SEUILS_DECLARES.get(code)?.get(nom), nom);
      return choix?.seuils.get(nom) ?? valeur;
    },
    liste: (nom) => {
      const { valeurs } = declare(LISTES_DECLAREES.get(code)?.get(nom), nom);
      const ajouts = choix?.listes.get(nom);
      return ajouts === undefined ? valeurs : [...valeurs, ...ajouts];
    },
    date: (nom) => declare(DATES_DECLAREES.get(code)?.get(nom), nom).valeur,
    table: <N extends keyof Lignes>(nom: N) => {
      const table = TABLES_DECLAREES.get(nom);
      return declare(table?.regles.includes(code) === true ? table : undefined, nom).lignes as unknown as readonly Lignes[N][];
    },
  };
}

/** Ce qu'il faut écrire à la place d'un mot qui n'a pas la forme de sa liste ; null s'il convient. */
export const formeAttendue = ({ forme, exemple = '' }: Liste, mot: string): string | null => (forme === undefined || new RegExp(forme, 'u').test(mot) ? null : guillemets(exemple));
