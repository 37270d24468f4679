import type { Niveau } from '../../schemas/strategie.ts';
import type { Projet } from '../resolve/projet.ts';

const LIBELLES: Readonly<Record<Niveau, string>> = {
  axes: 'Axe',
  thematiques: 'Thématique',
  enjeux: 'Enjeu',
  objectifs: 'Objectif stratégique',
  objectifs_operationnels: 'Objectif opérationnel',
  actions: 'Action',
};

/** Nom d'un niveau du plan, au singulier, dans les mots du territoire. */
export const libelle = (projet: Projet, niveau: Niveau): string => projet.strategie?.value.libelles?.[niveau] ?? LIBELLES[niveau];

export const nomThematique = (projet: Projet, id: string | null): string => (id === null ? '' : (projet.thematiques.get(id)?.titre ?? id));

export const nomsActeurs = (projet: Projet, ids: readonly string[]): readonly string[] => ids.map((id) => projet.acteurs.get(id)?.nom ?? id);
