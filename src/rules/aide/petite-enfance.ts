import type { Commune, Projet } from '../../resolve/projet.ts';
import { PETITE_ENFANCE } from '../donnees/petite-enfance.ts';
import { dernierVote } from './collectivites.ts';
import { bornes } from './periode.ts';
import { couvertes } from './thematiques.ts';

/** La convention traite-t-elle de petite enfance, sous une obligation en vigueur à cette date, et après la loi ? */
export function soumise(projet: Projet, effet: string): boolean {
  const periode = bornes(projet);
  if (periode === null || periode.fin < effet || !couvertes(projet).has(PETITE_ENFANCE.thematique)) return false;
  const acte = projet.convention?.value.signature?.date ?? dernierVote(projet) ?? periode.debut;
  return acte === null || acte >= PETITE_ENFANCE.loi;
}

/** Population déclarée, sinon officielle ; zéro si elle n'est pas connue. */
export const habitants = (c: Commune): number => c.population ?? c.officielle?.population ?? 0;

/** Communes du territoire de plus de tant d'habitants. */
export const communesDePlusDe = ({ communes }: Projet, plusDe: number): readonly Commune[] => communes.filter((c) => habitants(c) > plusDe);
