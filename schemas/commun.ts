import { z } from 'zod';

/**
 * Briques communes à tous les fichiers d'un territoire.
 * Un schéma décrit la forme d'un seul fichier : ni transformation, ni contrôle croisé (ceux-ci sont des règles, `src/rules`).
 */

/** Identifiant : minuscules sans accent, chiffres, tirets (`guichet-unique`). */
export const MOTIF_IDENTIFIANT = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const identifiant = z.string().regex(MOTIF_IDENTIFIANT);

/** Date `AAAA-MM-JJ`. Que le jour existe au calendrier est vérifié à la lecture (CTG2007). */
export const MOTIF_DATE = /^\d{4}-\d{2}-\d{2}$/;
export const date = z.string().regex(MOTIF_DATE);

export const annee = z.int().min(1900).max(2200);
export const texte = z.string().min(1);
export const sirenMotif = /^\d{9}$/;

/** Un code de règle, dans ctg.yaml ou dans un modèle. */
export const codeDeRegle = z.string().regex(/^CTG\d{4}$/);

/** Ce que l'on règle d'une règle, par son nom ; les noms et les bornes sont dans sa page. */
export const seuilsDeRegle = z
  .record(z.string(), z.int())
  .optional()
  .meta({ title: 'Seuils', description: 'Nombres entiers, par nom ; la page de la règle (« ctg explain ») les énumère.', examples: [{ ecart_maximum: 15 }] });
export const listesDeRegle = z
  .record(z.string(), z.array(texte))
  .optional()
  .meta({ title: 'Ajouts aux listes', description: 'Mots ajoutés à une liste de la règle, par nom de liste.', examples: [{ sigles: ['BSR'] }] });

/** Ce à quoi un identifiant renvoie ; les schémas d'un territoire en proposent les valeurs (`ctg schemas`). */
export const REFERENCES = ['acteur', 'thematique', 'action', 'objectif', 'chiffre', 'commune'] as const;
export type Reference = (typeof REFERENCES)[number];
const ref = (reference: Reference) => identifiant.meta({ reference });

export const refAction = ref('action');
export const refObjectif = ref('objectif');
export const refChiffre = ref('chiffre');
/** Un acteur, sans autre précision ; voir `refActeur` pour les champs qui admettent « communes ». */
export const refPartie = ref('acteur');
export const refThematique = identifiant.meta({
  title: 'Thématique',
  description: 'Identifiant d’une thématique : celles du champ de la Caf, ou celles déclarées dans strategie.yaml.',
  examples: ['petite-enfance', 'jeunesse', 'parentalite'],
  reference: 'thematique',
});
export const refActeur = identifiant.meta({
  title: 'Acteur',
  description: 'Identifiant d’un signataire (dossier signataires/) ou d’un acteur (acteurs.yaml). « communes » désigne toutes les communes du territoire.',
  examples: ['caf', 'pmi'],
  reference: 'acteur',
});

