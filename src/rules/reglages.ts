/**
 * Les seuils et les listes que des règles lisent. Leurs valeurs sont des données datées (`donnees/seuils.json`, `donnees/listes.json`) ;
 * un modèle de convention, puis ctg.yaml, peuvent donner les leurs.
 */
import LISTES from './donnees/listes.json' with { type: 'json' };
import SEUILS from './donnees/seuils.json' with { type: 'json' };

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
}

/** Des mots. Un modèle ou un territoire en ajoutent ; ils n'en retirent pas. */
export interface Liste extends Declaration {
  readonly valeurs: readonly string[];
}

type ParRegle<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;
const seuils: ParRegle<Seuil> = SEUILS as unknown as ParRegle<Seuil>;
const listes: ParRegle<Liste> = LISTES as unknown as ParRegle<Liste>;

/** Par code de règle, puis par nom. */
export const SEUILS_DECLARES: ReadonlyMap<string, ReadonlyMap<string, Seuil>> = new Map(Object.entries(seuils).map(([code, s]) => [code, new Map(Object.entries(s))]));
export const LISTES_DECLAREES: ReadonlyMap<string, ReadonlyMap<string, Liste>> = new Map(Object.entries(listes).map(([code, l]) => [code, new Map(Object.entries(l))]));

/** Ce qu'une règle lit de ses réglages. Demander un nom qu'elle n'a pas déclaré est une panne de ctg. */
export interface Reglages {
  readonly seuil: (nom: string) => number;
  readonly liste: (nom: string) => readonly string[];
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
    liste: (nom) => [...declare(LISTES_DECLAREES.get(code)?.get(nom), nom).valeurs, ...(choix?.listes.get(nom) ?? [])],
  };
}
