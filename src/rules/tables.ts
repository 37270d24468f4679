/** La forme des lignes de `donnees/tables.json`. */
import type { NomCompte } from '../resolve/comptes.ts';

export interface TypeEquipement {
  readonly noms: readonly string[];
  /** Comment son accueil est financé. */
  readonly famille: string;
  /** Thématiques dont la compétence est en cause. */
  readonly thematiques: readonly string[];
}

export interface Prestation {
  readonly noms: readonly string[];
  /** Familles d'équipements qu'elle finance ; vide : toutes. */
  readonly familles: readonly string[];
}

export interface TexteAbroge {
  /** Expression régulière, sans égard à la casse. */
  readonly forme: string;
  readonly nom: string;
  /** Premier jour où le texte n'est plus en vigueur. */
  readonly depuis: string;
  readonly remplace: string;
  readonly source: string;
}

export interface CompetencePetiteEnfance {
  readonly champ: 'recenser' | 'informer' | 'planifier' | 'soutenir_qualite';
  readonly nom: string;
  readonly grandes_communes: boolean;
}

/** Chaque table, et ce qu'est une de ses lignes. */
export interface Lignes {
  readonly types_equipements: TypeEquipement;
  readonly prestations_de_service: Prestation;
  readonly textes_abroges: TexteAbroge;
  readonly competences_petite_enfance: CompetencePetiteEnfance;
  /** `code` de la géographie officielle, `type` de territoire.yaml. */
  readonly intercommunalites: { readonly code: string; readonly type: string };
  readonly noms_comptes: { readonly nom: string; readonly compte: NomCompte };
}
