import type { TerritoireTrouve } from './territoire.ts';

/** Ce qu'il faut savoir pour écrire un territoire neuf. */
export interface Reponses {
  /** null : on ne sait pas encore ; les noms restent à compléter. */
  readonly territoire: TerritoireTrouve | null;
  readonly modele: string;
  /** AAAA-MM-JJ, bornes comprises. */
  readonly debut: string;
  readonly fin: string;
  /** Identifiants de thématiques, au moins un. */
  readonly thematiques: readonly string[];
  /** Les communes d'une intercommunalité signent-elles à côté d'elle ? */
  readonly communesSignent: boolean;
}

/** Ce qu'un modèle de convention demande au territoire d'écrire. */
export interface Exigences {
  readonly hypotheses: boolean;
  /** Une clause institue un comité de pilotage à parité, au secrétariat assuré par le territoire : l'annexe le redit. */
  readonly comite: boolean;
  /** Pièces dont le texte vient du territoire : chemin et titre pour la personne. */
  readonly textes: readonly string[];
  readonly thematiques: readonly string[];
}
