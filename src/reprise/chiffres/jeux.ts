/** Les jeux de données connus : leurs colonnes, d'où ils viennent, et ce dont il faut se méfier. */
import { type Feuille, TITRES } from '../classeur.ts';
import donnees from './jeux.json' with { type: 'json' };

export interface ColonneJeu {
  /** Son titre, sans tenir compte de la casse. `{AA}` : deux chiffres d'année ; `{s}` : le suffixe de l'échelle ; `|` : l'un ou l'autre. */
  readonly colonne: string;
  readonly id: string;
  readonly libelle: string;
  readonly unite: string;
  /** La valeur du territoire est la somme de celles de ses communes. */
  readonly somme?: boolean;
  readonly arrondi?: string;
  readonly thematique?: string;
  /** Dans un fichier en longueur : ce que d'autres colonnes doivent dire pour que la ligne compte. */
  readonly si?: Readonly<Record<string, string | readonly string[]>>;
}

export interface Jeu {
  readonly id: string;
  readonly titre: string;
  readonly echelle: 'commune' | 'EPCI' | 'département';
  readonly code: string;
  /** Colonne de l'année ; null si l'année est dans le titre des mesures. */
  readonly annee: string | null;
  /** L'année, quand elle n'est nulle part dans le fichier. */
  readonly anneeDite?: number;
  /** Le seul mois à garder d'un fichier mensuel, de 1 à 12. */
  readonly mois?: number;
  /** Colonnes qui le distinguent, et celles qui l'excluent. */
  readonly reconnaitre: readonly string[];
  readonly sauf?: readonly string[];
  /** Une commune présente dans le fichier, sans ligne pour une mesure, y vaut zéro ; plusieurs lignes s'ajoutent. */
  readonly absenceVautZero?: boolean;
  readonly source: string | null;
  readonly pieges: readonly string[];
  readonly colonnes: readonly ColonneJeu[];
}

/** Où un jeu se décline : chaque échelle a son fichier, son code, ses pièges. */
interface Echelle {
  readonly echelle: string;
  readonly jeu: string;
  readonly code: string;
  readonly suffixe?: string;
  readonly mois?: number;
  readonly pieges?: readonly string[];
}

const SELON: Readonly<Record<Jeu['echelle'], { readonly id: string; readonly titre: string }>> = {
  commune: { id: '', titre: '' },
  EPCI: { id: '-epci', titre: ' dans l’intercommunalité' },
  département: { id: '-departement', titre: ' dans le département' },
};

type Brut = Omit<Jeu, 'echelle' | 'code' | 'mois' | 'source' | 'pieges'> & { readonly editeur: string; readonly pieges: readonly string[]; readonly echelles: readonly Echelle[] };

const decliner = (brut: Brut): readonly Jeu[] =>
  brut.echelles.map(({ echelle: e, jeu, code, suffixe = '', mois, pieges = [] }): Jeu => {
    const echelle = e as Jeu['echelle'];
    const poser = (texte: string): string => texte.replaceAll('{s}', suffixe);
    const { editeur, echelles: _, ...reste } = brut;
    return {
      ...reste,
      id: `${brut.id}${SELON[echelle].id}`,
      titre: `${brut.titre}${SELON[echelle].titre}`,
      echelle,
      code,
      ...(mois === undefined ? {} : { mois }),
      reconnaitre: [code, ...brut.reconnaitre.map(poser)],
      source: editeur.replace('{jeu}', jeu),
      pieges: [...pieges, ...brut.pieges],
      colonnes: brut.colonnes.map((c) => ({ ...c, colonne: poser(c.colonne), id: `${c.id}${SELON[echelle].id}` })),
    };
  });

export const JEUX: readonly Jeu[] = (donnees.jeux as readonly unknown[] as readonly Brut[]).flatMap(decliner);
export const RELEVE_LE: string = donnees.releve_le;

export interface ColonneTrouvee {
  readonly colonne: number;
  /** L'année que dit son titre. */
  readonly annee: number | null;
}

const motif = (modele: string): RegExp => new RegExp(`^(?:${modele.replaceAll('{AA}', '(\\d{2})')})$`, 'i');

/** Les colonnes d'une ligne de titres qui répondent à un modèle. */
export const trouver = (titres: readonly string[], modele: string): readonly ColonneTrouvee[] =>
  titres.flatMap((t, colonne) => {
    const vu = motif(modele).exec(t);
    if (vu === null) return [];
    const annee = vu.slice(1).find((a) => a !== undefined);
    return [{ colonne, annee: annee === undefined ? null : 2000 + Number(annee) }];
  });

/** La ligne de titres d'une feuille et les jeux qu'on y reconnaît ; null si aucun. */
export function reconnaitre(feuille: Feuille): { readonly ligne: number; readonly jeux: readonly Jeu[] } | null {
  for (let ligne = 0; ligne < Math.min(TITRES, feuille.lignes.length); ligne++) {
    const titres = feuille.lignes[ligne] ?? [];
    const jeux = JEUX.filter((j) => j.reconnaitre.every((m) => trouver(titres, m).length > 0) && !(j.sauf ?? []).some((m) => trouver(titres, m).length > 0));
    if (jeux.length > 0) return { ligne, jeux };
  }
  return null;
}
