/** Le projet résolu : chaque chose a son identifiant, chaque référence sa cible. Lecture seule, commun aux règles et au modèle. */
import type { List, Root, RootContent } from 'mdast';
import type { Calendrier } from '../../schemas/calendrier.ts';
import type { Convention } from '../../schemas/convention.ts';
import type { Ctg, STADES } from '../../schemas/ctg.ts';
import type { Chiffre as ChiffreSource, Diagnostic as DiagnosticSource } from '../../schemas/diagnostic.ts';
import type { AnnexeEntete, ArticleEntete, FicheActionEntete, ProseDiagnosticEntete, SectionFiche } from '../../schemas/entetes.ts';
import type { Equipement } from '../../schemas/equipements.ts';
import type { ChargeCooperation, Gouvernance, Instance } from '../../schemas/gouvernance.ts';
import type { Indicateur } from '../../schemas/indicateurs.ts';
import type { Modele, PieceModele } from '../../schemas/modele.ts';
import type { Action as ActionSource, NoeudPlan } from '../../schemas/plan.ts';
import type { Signataire as SignataireSource } from '../../schemas/signataire.ts';
import type { Niveau, Strategie } from '../../schemas/strategie.ts';
import type { Avenant, Bilan } from '../../schemas/suivi.ts';
import type { Habillage, Theme } from '../../schemas/theme.ts';
import type { Territoire } from '../../schemas/territoire.ts';
import type { Path, SourceText, Span } from '../base/span.ts';
import type { CommuneOfficielle, Geographie } from '../geographie/geographie.ts';

export type Stade = (typeof STADES)[number];

/** Une valeur, son identifiant et où elle est écrite ; `at` situe un champ relativement à elle. */
export interface Located<T> {
  readonly id: string;
  readonly file: string;
  readonly value: T;
  readonly at: (path?: Path, target?: 'key' | 'value') => Span;
}

/** Un fichier de texte et son en-tête. */
export interface Prose<E> extends Located<E> {
  readonly body: Root;
  readonly source: SourceText;
}

export interface Thematique {
  readonly id: string;
  readonly titre: string;
  /** Thématiques du champ de la Caf qu'elle réunit, elle-même comprise si elle en est. */
  readonly couvre: readonly string[];
}

export interface Commune {
  readonly id: string;
  /** Nom officiel, article compris (« Le Creusot »). */
  readonly nom: string;
  /** « le Creusot », pour contracter : « du Creusot ». */
  readonly groupe: string;
  /** « du Creusot », « d’Écuisses », « de Houilles ». */
  readonly de: string;
  /** Ce qu'en dit la géographie officielle, si elle la connaît. */
  readonly officielle: CommuneOfficielle | null;
  readonly insee: string | null;
  readonly population: number | null;
  readonly rang: number;
}

/** Le contour d'une commune : des anneaux de points [longitude, latitude]. */
export interface Contour {
  readonly code: string;
  readonly nom: string;
  readonly anneaux: readonly (readonly (readonly [number, number])[])[];
}

export type Genre = 'm' | 'f';

export interface Signataire extends Located<SignataireSource> {
  /** « la commune du Creusot ». */
  readonly le: string;
  /** « la Commune du Creusot », « la Caf ». */
  readonly court: string;
  readonly genre: Genre;
  readonly pluriel: boolean;
  readonly commune: Commune | null;
  /** Groupe où il est présenté, le cas échéant. */
  readonly groupe: string | null;
}

export interface Acteur {
  readonly id: string;
  readonly nom: string;
  readonly span: Span;
  readonly signataire: Signataire | null;
  /** Signataires qu'il désigne : lui-même s'il signe, ceux de l'ensemble sinon. */
  readonly membres: readonly string[];
  readonly aDesigner: boolean;
}

export interface PlanNode {
  readonly id: string;
  readonly niveau: Exclude<Niveau, 'actions'>;
  readonly titre: string;
  /** « 1 », « 1.2 ». */
  readonly numero: string;
  readonly thematique: string | null;
  readonly children: readonly PlanNode[];
  readonly actions: readonly Action[];
  /** Le nœud tel qu'il est écrit, sans héritage. */
  readonly source: NoeudPlan;
  readonly at: Located<unknown>['at'];
  readonly file: string;
}

export interface Action extends Located<ActionSource> {
  readonly numero: string;
  /** Du plus haut niveau au plus bas. */
  readonly chemin: readonly PlanNode[];
  /** La sienne, ou celle héritée. */
  readonly thematique: string | null;
  /** Autres thématiques : celles des niveaux qui la contiennent, puis les siennes. */
  readonly associees: readonly string[];
  /** Les siens, ou ceux hérités. */
  readonly pilotes: readonly string[];
}

export interface Plan {
  /** Niveaux employés, du plus haut au plus bas, sans les actions. */
  readonly niveaux: readonly Exclude<Niveau, 'actions'>[];
  readonly racines: readonly PlanNode[];
  /** Tous les nœuds, dans l'ordre de lecture. */
  readonly noeuds: readonly PlanNode[];
  readonly actions: readonly Action[];
}

export interface SectionContenu {
  readonly id: SectionFiche;
  readonly titre: string;
  readonly contenu: readonly RootContent[];
  readonly span: Span;
}

export interface Fiche extends Prose<FicheActionEntete> {
  readonly actions: readonly Action[];
  readonly titre: string;
  readonly thematique: string | null;
  /** Rang parmi toutes les fiches, à partir de 1. */
  readonly numero: number;
  readonly sections: readonly SectionContenu[];
}

export interface Chiffre extends Located<ChiffreSource> {
  readonly groupe: string;
}

export interface GroupeChiffres extends Located<DiagnosticSource> {
  readonly titre: string | null;
  readonly chiffres: readonly Chiffre[];
}

export interface EnjeuxThematique {
  readonly thematique: string;
  readonly titre: string;
  readonly span: Span;
  readonly liste: List;
  /** Le fichier entier, où sont les définitions que la liste cite. */
  readonly texte: readonly RootContent[];
}

export interface PieceResolue {
  readonly kind: 'liminaire' | 'article' | 'annexe';
  readonly id: string;
  readonly rang: number;
  /** Clause de la bibliothèque, ou null si le texte du territoire en tient lieu. */
  readonly clause: string | null;
  readonly titre: string | null;
  readonly texte: Prose<ArticleEntete> | Prose<AnnexeEntete> | null;
  readonly modele: PieceModele | null;
}

export interface ModeleResolu extends Located<Modele> {
  readonly pieces: readonly PieceResolue[];
}

/** Un texte d'auteur, où qu'il soit écrit : pour les règles qui lisent tout. */
export interface TexteAuteur {
  readonly texte: string;
  readonly span: Span;
  readonly file: string;
  readonly nature: 'yaml' | 'prose';
  /** Faux si d'autres morceaux l'entourent dans son paragraphe (renvoi, gras…). Toujours vrai d'une valeur YAML. */
  readonly seul: boolean;
  /** Endroit d'un passage, donné par ses décalages dans `texte` ; le texte entier si la source l'écrit autrement (échappement). */
  readonly passage: (start: number, end: number) => Span;
}

/** Un renvoi dans un texte : `[](chiffre:population)`. */
export interface Renvoi {
  readonly genre: string;
  readonly id: string;
  readonly span: Span;
}

export interface Projet {
  readonly stade: Stade;
  readonly ctg: Located<Ctg> | null;
  readonly convention: Located<Convention> | null;
  readonly territoire: Located<Territoire> | null;
  readonly communes: readonly Commune[];
  /** Ce que le territoire change à l'habillage livré, et l'habillage qui en résulte. */
  readonly theme: Located<Theme> | null;
  readonly habillage: Habillage;
  /** Contours des communes, par code Insee ; vide si communes.geojson n'est pas là. */
  readonly contours: ReadonlyMap<string, Contour>;
  /** Géographie officielle d'un millésime, si elle est livrée. */
  readonly geographie: Geographie | null;
  readonly modele: ModeleResolu | null;
  readonly strategie: Located<Strategie> | null;
  readonly thematiques: ReadonlyMap<string, Thematique>;
  readonly signataires: readonly Signataire[];
  readonly acteurs: ReadonlyMap<string, Acteur>;
  readonly plan: Plan;
  readonly fiches: readonly Fiche[];
  readonly diagnostic: readonly GroupeChiffres[];
  readonly chiffres: ReadonlyMap<string, Chiffre>;
  readonly textesDiagnostic: readonly Prose<ProseDiagnosticEntete>[];
  readonly enjeux: readonly EnjeuxThematique[];
  readonly indicateurs: readonly Located<Indicateur>[];
  readonly gouvernance: Located<Gouvernance> | null;
  readonly instances: readonly Located<Instance>[];
  readonly charges: readonly Located<ChargeCooperation>[];
  readonly equipements: readonly Located<Equipement>[];
  readonly calendrier: Located<Calendrier> | null;
  readonly glossaire: ReadonlyMap<string, string>;
  readonly avenants: readonly Located<Avenant>[];
  readonly bilans: readonly Located<Bilan>[];
  readonly textes: readonly TexteAuteur[];
  readonly renvois: readonly Renvoi[];
  /** Faux si un fichier n'a pu être lu, analysé ou validé : une absence n'y prouve rien. */
  readonly complet: boolean;
  /** Sortes de fichiers dont au moins un manque à l'appel pour cette raison. */
  readonly incomplets: ReadonlySet<string>;
  /** Noms, sans extension, des images du dossier logos/ : ceux des signataires qui ont fourni leur logo. */
  readonly logos: ReadonlySet<string>;
}
