import { enIdentifiant } from '../../base/francais.ts';
import type { Projet } from '../../resolve/projet.ts';
import { type Famille, PRESTATIONS, TYPES } from '../donnees/equipements.ts';

export type Equipement = Projet['equipements'][number];

/** Le même nom, au pluriel près et sans égard aux accents ni à la casse. */
export const same = (a: string, b: string): boolean => singulier(a) === singulier(b);
const singulier = (s: string): string => enIdentifiant(s).replace(/aux\b/g, 'al').replace(/s\b/g, '');

export const typeConnu = (type: string): (typeof TYPES)[number] | undefined => TYPES.find((t) => t.noms.some((n) => same(n, type)));
export const prestationConnue = (nom: string): (typeof PRESTATIONS)[number] | undefined => PRESTATIONS.find((p) => p.noms.some((n) => same(n, nom)));

/** Comment l'accueil est financé, d'après son type et ses prestations. Null : rien ne le dit. */
export function familleDe({ value }: Equipement): Famille | null {
  const type = typeConnu(value.type)?.famille ?? null;
  const prestations = value.prestations ?? [];
  const recoit = (nom: string): boolean => prestations.some((p) => prestationConnue(p)?.noms.includes(nom) === true);
  // « micro-crèche » tout court : ses prestations disent laquelle.
  return type === 'accueil PSU' && recoit('PAJE') && !recoit('PSU') ? 'accueil Paje' : type;
}
