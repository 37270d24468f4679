/**
 * Les fautes que l'on fait, et ce que ctg en dit. Un cas se lit sans connaître le programme : `quand` dit la faute,
 * `constats` où elle est trouvée, `dit` et `conseil` ce que lit l'auteur. Pour en proposer un, copiez-en un autre.
 */
import { encodages } from './cas/encodages.ts';
import { fichiers } from './cas/fichiers.ts';
import { images } from './cas/images.ts';
import { liens } from './cas/liens.ts';
import { markdown } from './cas/markdown.ts';
import { valeurs } from './cas/valeurs.ts';
import { yaml } from './cas/yaml.ts';
import type { Fichiers } from './territoire.ts';

export interface Cas {
  /** La faute, dite comme l'auteur la dirait. */
  readonly quand: string;
  /** Ce qui change dans le territoire sain (dossier sain/). */
  readonly fichiers: Fichiers;
  /** « erreur CTG1004 plan/plan.yaml:11:20 », un par faute ; aucun si ce n'en est pas une. */
  readonly constats: readonly string[];
  /** Message et conseil du premier constat, les espaces insécables en espaces. */
  readonly dit?: string;
  readonly conseil?: string | null;
}

export const CAS: Readonly<Record<string, readonly Cas[]>> = {
  'Lire les fichiers': fichiers,
  'Encodages et caractères': encodages,
  'Syntaxe YAML': yaml,
  Valeurs: valeurs,
  'Identifiants et références': liens,
  'Fiches et textes Markdown': markdown,
  'Images et documents joints': images,
};
