/** Ce que ctg compte dans un projet. Une seule définition, pour le texte de l'acte comme pour les règles. */
import type { Projet } from './projet.ts';

export type NomCompte = 'signataires' | 'communes' | 'communes_signataires' | 'axes' | 'objectifs' | 'actions' | 'fiches' | 'annexes' | 'equipements' | 'instances' | 'postes';

/** Tous les nombres. Un groupe ne compte pas : ses membres ont chacun leur fichier. */
export function compter(projet: Projet): Readonly<Record<NomCompte, number>> {
  const parNiveau = (niveau: string): number => projet.plan.noeuds.filter((n) => n.niveau === niveau).length;
  return {
    signataires: projet.signataires.filter((s) => s.value.categorie !== 'groupe').length,
    communes: projet.communes.length,
    communes_signataires: projet.signataires.filter((s) => s.commune !== null).length,
    axes: parNiveau('axes'),
    objectifs: parNiveau('objectifs'),
    actions: projet.plan.actions.length,
    fiches: projet.fiches.length,
    annexes: (projet.modele?.pieces ?? []).filter((p) => p.kind === 'annexe').length,
    equipements: projet.equipements.length,
    instances: projet.instances.length,
    postes: projet.charges.length,
  };
}
