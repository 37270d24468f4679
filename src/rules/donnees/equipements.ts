/**
 * Types d'équipements et prestations de service que l'on rencontre dans les conventions (relevé de conventions publiées, 2020-2025).
 * Aucun barème : ils changent chaque année. Une liste reste ouverte : un nom absent n'est jamais une faute, seulement une question.
 */
export type Famille =
  | 'accueil PSU'
  | 'accueil Paje'
  | 'relais'
  | 'parents'
  | 'loisirs'
  | 'jeunes'
  | 'scolarité'
  | 'vie sociale'
  | 'logement'
  | 'domicile'
  | 'droits'
  | 'handicap'
  | 'autre';

interface Type {
  readonly noms: readonly string[];
  readonly famille: Famille;
  /** Thématiques dont la compétence est en cause. */
  readonly thematiques: readonly string[];
}

export const TYPES: readonly Type[] = [
  { noms: ['EAJE', 'crèche', 'crèche collective', 'crèche familiale', 'multi-accueil', 'multi-accueil familial', 'halte-garderie', 'micro-crèche', 'micro-crèche PSU', 'jardin d’enfants'], famille: 'accueil PSU', thematiques: ['petite-enfance'] },
  { noms: ['micro-crèche PAJE', 'micro-crèche en PAJE'], famille: 'accueil Paje', thematiques: ['petite-enfance'] },
  { noms: ['MAM', 'maison d’assistants maternels', 'assistants maternels'], famille: 'accueil Paje', thematiques: ['petite-enfance'] },
  { noms: ['RPE', 'RAM', 'relais petite enfance', 'relais petite enfance itinérant'], famille: 'relais', thematiques: ['petite-enfance'] },
  { noms: ['LAEP', 'lieu d’accueil enfants-parents', 'maison des parents', 'maison de la famille', 'médiation familiale', 'espace rencontre', 'actions REAAP', 'REAAP'], famille: 'parents', thematiques: ['parentalite'] },
  { noms: ['ALSH', 'ALSH périscolaire', 'ALSH extrascolaire', 'ALSH du mercredi', 'accueil de loisirs', 'accueil périscolaire', 'accueil extrascolaire', 'garderie périscolaire', 'ludothèque'], famille: 'loisirs', thematiques: ['enfance', 'jeunesse'] },
  { noms: ['accueil ados', 'accueil d’adolescents', 'accueil jeunes', 'accueil de jeunes', 'espace jeunes', 'PS jeunes', 'RIJ', 'information jeunesse'], famille: 'jeunes', thematiques: ['jeunesse'] },
  { noms: ['CLAS', 'CLAS primaire', 'CLAS collège'], famille: 'scolarité', thematiques: ['enfance', 'jeunesse', 'parentalite'] },
  { noms: ['centre social', 'EVS', 'espace de vie sociale'], famille: 'vie sociale', thematiques: ['animation-vie-sociale'] },
  { noms: ['FJT', 'foyer de jeunes travailleurs'], famille: 'logement', thematiques: ['logement', 'jeunesse'] },
  { noms: ['aide à domicile'], famille: 'domicile', thematiques: ['parentalite'] },
  { noms: ['EPN', 'espace public numérique', 'France Services'], famille: 'droits', thematiques: ['acces-aux-droits', 'inclusion-numerique'] },
  { noms: ['PRH', 'pôle ressources handicap'], famille: 'handicap', thematiques: ['handicap'] },
];

interface Prestation {
  readonly noms: readonly string[];
  /** Familles qu'elle finance ; vide : toutes. */
  readonly familles: readonly Famille[];
}

export const PRESTATIONS: readonly Prestation[] = [
  { noms: ['PSU', 'prestation de service unique'], familles: ['accueil PSU'] },
  { noms: ['PAJE', 'CMG', 'PAJE CMG'], familles: ['accueil Paje'] },
  { noms: ['PS Rpe', 'PS Ram'], familles: ['relais'] },
  { noms: ['PS Laep', 'PS médiation familiale', 'PS espace rencontre'], familles: ['parents'] },
  { noms: ['PS Alsh', 'ASRE', 'bonification Plan mercredi'], familles: ['loisirs', 'jeunes', 'vie sociale'] },
  { noms: ['PS Jeunes'], familles: ['jeunes', 'loisirs', 'vie sociale'] },
  { noms: ['PS Clas'], familles: ['scolarité', 'vie sociale', 'loisirs', 'jeunes'] },
  { noms: ['PS AGC', 'PS ACF', 'PS ALS', 'PS animation locale'], familles: ['vie sociale'] },
  { noms: ['PS Fjt'], familles: ['logement'] },
  { noms: ['bonus mixité sociale', 'bonus inclusion handicap'], familles: ['accueil PSU'] },
  { noms: ['bonus territoire Ctg', 'bonus territoire', 'PS à la fonction', 'CTRE'], familles: [] },
];
