/** Toutes les conditions que ctg sait contrôler, par famille. La page docs/reference/conformite.md en est tirée. */
import type { Condition, Famille } from './condition.ts';
import { COULEURS, FICHIER, METADONNEES, POLICES } from './fichier.ts';
import { ACTIONS, ANNOTATIONS, FICHIERS_JOINTS } from './interactions.ts';
import { CONTENUS, LANGUE, STRUCTURE, TABLEAUX } from './structure.ts';

export const FAMILLES = [FICHIER, METADONNEES, COULEURS, POLICES, STRUCTURE, LANGUE, TABLEAUX, CONTENUS, ANNOTATIONS, ACTIONS, FICHIERS_JOINTS] as const satisfies readonly Famille[];

type Cles<T> = T extends { readonly conditions: infer C } ? keyof C : never;
export type Code = Cles<(typeof FAMILLES)[number]>;

export interface ConditionDite extends Condition {
  readonly code: Code;
  readonly famille: string;
  readonly sens: string;
  readonly conseil: string;
}

export const CONDITIONS: ReadonlyMap<Code, ConditionDite> = new Map(
  FAMILLES.flatMap((f) =>
    Object.entries(f.conditions as Readonly<Record<string, Condition>>).map(([code, condition]): readonly [Code, ConditionDite] => [
      code as Code,
      { ...condition, code: code as Code, famille: f.nom, sens: f.sens, conseil: condition.conseil ?? f.conseil },
    ]),
  ),
);

/** Ce qu'aucune machine ne contrôle : à relire par une personne. */
export const A_RELIRE = [
  'que l’ordre de lecture est celui du sens',
  'que les textes alternatifs disent ce que montrent les images',
  'que les titres, listes et en-têtes de tableau sont balisés pour ce qu’ils sont',
  'que rien n’est dit par la couleur seule, et que les contrastes suffisent',
] as const;

/** Ce que la norme demande et que ctg ne sait pas contrôler ; rencontré dans un fichier, c'est dit dans le rapport. */
export const HORS_DE_PORTEE = [
  'le nombre d’objets du fichier, limité à 8 388 607 (A3A-6.1.13-7)',
  'images JPEG 2000 (A3A-6.2.8.3)',
  'couleurs nommées : accord des encres Separation et DeviceN (A3A-6.2.4.4)',
  'surimpression des couleurs CMJN à profil (A3A-6.2.4.2-2)',
  'dans une police Type 1, CFF ou Type 3 : présence et largeur de chaque caractère (A3A-6.2.11.4-2, A3A-6.2.11.5-1)',
  'signatures électroniques : certificat (A3A-6.4.3-2)',
  'médias incorporés (UA1-7.18.6.2)',
] as const;
