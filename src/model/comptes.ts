/** Les nombres que ctg compte, tels qu'ils se disent. */
import { enLettres, nombre } from '../base/francais.ts';
import { compter, type NomCompte } from '../resolve/comptes.ts';
import type { Projet } from '../resolve/projet.ts';
import type { Vue } from './forme.ts';

const FEMININS: ReadonlySet<NomCompte> = new Set(['communes', 'communes_signataires', 'actions', 'fiches', 'annexes', 'instances']);

export function comptes(projet: Projet): Vue['comptes'] {
  const entries = Object.entries(compter(projet)).map(([nom, n]) => [
    nom,
    { chiffres: nombre(n), lettres: enLettres(n, FEMININS.has(nom as NomCompte) ? 'f' : 'm'), zero: n === 0, un: n === 1 },
  ]);
  return Object.fromEntries(entries) as Vue['comptes'];
}
