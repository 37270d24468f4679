import type { Severity } from '../base/diagnostic.ts';
import type { SourceText } from '../base/span.ts';
import type { Stage } from './stade.ts';

export type Sources = ReadonlyMap<string, SourceText>;

/** Ce qu'un rapport dit d'un code, hors de tout constat. */
export interface CodeDescription {
  readonly code: string;
  readonly title: string;
  /** La gravité la plus forte que le code puisse prendre. */
  readonly severity: Severity;
  /** Ce que le code veut dire, en texte simple. */
  readonly description: string;
  /** La page du code, en Markdown. */
  readonly page: string;
}

/** Ce qu'un rapport emprunte au dehors : des données, rien qui lise ou qui écrive. */
export interface ReportContext {
  readonly version: string;
  readonly color: boolean;
  /** Constats montrés au plus par fichier dans un rapport à lire ; null : tous. */
  readonly max: number | null;
  /** Le dossier du territoire, tel qu'on le nomme au lecteur ; null s'il n'y en a pas. */
  readonly project: string | null;
  /** Chemin d'un fichier du territoire vu de la racine du dépôt, pour les logiciels qui partent de là. */
  readonly path: (file: string) => string;
  /** Stade contrôlé et avancement des signataires ; absent si le territoire n'a pas pu être lu. */
  readonly stage?: Stage;
  /** Documents écrits, s'il s'agit d'une compilation. */
  readonly outputs?: readonly string[];
  /** Les codes, pour les rapports qui les décrivent. */
  readonly codes: readonly CodeDescription[];
}

/** Un gabarit livré avec ctg : il n'est pas dans le territoire. */
export const isShipped = (file: string): boolean => file.startsWith('templates/');
