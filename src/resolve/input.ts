/** Ce que reçoit la résolution : les fichiers valides, par sorte. */
import type { Root } from 'mdast';
import type { Acteurs } from '../../schemas/acteurs.ts';
import type { Calendrier } from '../../schemas/calendrier.ts';
import type { Contours } from '../../schemas/contours.ts';
import type { Convention } from '../../schemas/convention.ts';
import type { Ctg } from '../../schemas/ctg.ts';
import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { AnnexeEntete, ArticleEntete, FicheActionEntete, ProseDiagnosticEntete } from '../../schemas/entetes.ts';
import type { Equipement } from '../../schemas/equipements.ts';
import type { Glossaire } from '../../schemas/glossaire.ts';
import type { Gouvernance } from '../../schemas/gouvernance.ts';
import type { Indicateur } from '../../schemas/indicateurs.ts';
import type { Modele } from '../../schemas/modele.ts';
import type { Plan } from '../../schemas/plan.ts';
import type { Signataire } from '../../schemas/signataire.ts';
import type { Strategie } from '../../schemas/strategie.ts';
import type { Avenant, Bilan } from '../../schemas/suivi.ts';
import type { Habillage, Theme } from '../../schemas/theme.ts';
import type { Territoire } from '../../schemas/territoire.ts';
import type { Locator, Path, SourceText } from '../base/span.ts';
import type { Geographie } from '../geographie/geographie.ts';
import type { Located, Prose, Stade } from './projet.ts';

export interface TypedFile<T> {
  readonly kind: string;
  readonly path: string;
  readonly id: string;
  readonly value: T;
  readonly at: Locator;
  /** Corps Markdown, ou null pour un fichier YAML. */
  readonly body: Root | null;
  readonly source: SourceText;
}

/** Valeur de chaque sorte de fichier. */
export interface ValueOf {
  ctg: Ctg;
  convention: Convention;
  territoire: Territoire;
  strategie: Strategie;
  acteurs: Acteurs;
  indicateurs: Readonly<Record<string, Indicateur>>;
  gouvernance: Gouvernance;
  equipements: Readonly<Record<string, Equipement>>;
  calendrier: Calendrier;
  glossaire: Glossaire;
  contours: Contours;
  theme: Theme;
  signataire: Signataire;
  plan: Plan;
  diagnostic: Diagnostic;
  avenant: Avenant;
  bilan: Bilan;
  modele: Modele;
  enjeux: Record<never, never>;
  'fiche-action': FicheActionEntete;
  article: ArticleEntete;
  annexe: AnnexeEntete;
  'texte-diagnostic': ProseDiagnosticEntete;
}

export interface ResolveInput {
  /** Stade demandé pour ce passage ; sinon celui de ctg.yaml. */
  readonly stade: Stade | null;
  /** Fichiers d'une sorte, dans l'ordre convenu. */
  readonly files: <K extends keyof ValueOf>(kind: K) => readonly TypedFile<ValueOf[K]>[];
  /** Modèle choisi (celui du territoire ou celui livré avec ctg), s'il existe et est valide. */
  readonly modele: TypedFile<Modele> | null;
  /** Modèles que l'on peut citer. */
  readonly modeles: readonly string[];
  /** Géographie officielle, si elle est livrée. */
  readonly geographie: Geographie | null;
  /** Habillage livré, par son nom. */
  readonly habillage: (nom: string) => Habillage;
  /** Sortes dont un fichier n'a pu être lu, analysé ou validé. */
  readonly incomplets: ReadonlySet<string>;
  /** Noms, sans extension, des images du dossier logos/. */
  readonly logos: ReadonlySet<string>;
}

/** Un fichier vu comme une chose située ; `prefix` mène à une partie du fichier. */
export const located = <T>(file: TypedFile<unknown>, value: T, id = file.id, prefix: Path = []): Located<T> => ({
  id,
  file: file.path,
  value,
  at: (path = [], target) => file.at([...prefix, ...path], target),
});

export const prose = <T>(file: TypedFile<T>): Prose<T> => ({ ...located(file, file.value), body: file.body ?? { type: 'root', children: [] }, source: file.source });

/** Entrées d'une table par identifiant, chacune située. */
export const entries = <T>(file: TypedFile<unknown> | undefined, table: Readonly<Record<string, T>> | undefined, prefix: Path = []): Located<T>[] =>
  file === undefined ? [] : Object.entries(table ?? {}).map(([id, value]) => located(file, value, id, [...prefix, id]));
