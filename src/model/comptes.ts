/** Ce que ctg compte, et comment cela se dit. */
import { enLettres, nombre } from '../base/francais.ts';
import type { Projet } from '../resolve/projet.ts';
import type { Vue } from './forme.ts';

export type NomCompte = keyof Vue['comptes'];

const FEMININS: ReadonlySet<NomCompte> = new Set(['communes', 'communes_signataires', 'actions', 'fiches', 'annexes', 'instances']);

/** Les nombres eux-mêmes. */
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

export function comptes(projet: Projet): Vue['comptes'] {
  const entries = Object.entries(compter(projet)).map(([nom, n]) => [
    nom,
    { chiffres: nombre(n), lettres: enLettres(n, FEMININS.has(nom as NomCompte) ? 'f' : 'm'), zero: n === 0, un: n === 1 },
  ]);
  return Object.fromEntries(entries) as Vue['comptes'];
}
