/** Un chiffre du diagnostic tel qu'il se lit. */
import { NBSP, nombre } from '../base/francais.ts';
import type { Chiffre } from '../resolve/projet.ts';

/** « 71,8 », « plus de 5 000 », ou null si la valeur manque. */
export function valeurChiffre({ value }: Chiffre): string | null {
  if (value.valeur === null) return null;
  return `${value.precision === undefined ? '' : `${value.precision} `}${nombre(value.valeur)}`;
}

/** Valeur et unité : « 71,8 % », « 93 305 habitants ». */
export function chiffreEnTexte(chiffre: Chiffre): string | null {
  const valeur = valeurChiffre(chiffre);
  const unite = chiffre.value.unite;
  return valeur === null ? null : unite === undefined ? valeur : `${valeur}${NBSP}${unite}`;
}

/** « Insee, recensement de la population, 2019 ». */
export const sourceChiffre = ({ value }: Chiffre): string => [value.source, value.annee === undefined ? undefined : String(value.annee)].filter((s) => s !== undefined).join(', ');
