import type { Commune, Projet } from '../../resolve/projet.ts';
import type { Reglages } from '../reglages.ts';
import { dernierVote, estGroupement } from './collectivites.ts';
import { bornes } from './periode.ts';
import { couvertes } from './thematiques.ts';

const THEMATIQUE = 'petite-enfance';

/** La convention traite-t-elle de petite enfance, sous une obligation déjà en vigueur, et après la loi ? */
export function soumise(projet: Projet, { date }: Pick<Reglages, 'date'>): boolean {
  const periode = bornes(projet);
  if (periode === null || periode.fin < date('effet') || !couvertes(projet).has(THEMATIQUE)) return false;
  const acte = projet.convention?.value.signature?.date ?? dernierVote(projet) ?? periode.debut;
  return acte === null || acte >= date('promulgation');
}

/** Population déclarée, sinon officielle ; zéro si elle n'est pas connue. */
export const habitants = (c: Commune): number => c.population ?? c.officielle?.population ?? 0;

type Competence = keyof NonNullable<NonNullable<Projet['territoire']>['value']['petite_enfance']>;

/** Qui doit ce que la loi demande aux grandes communes : elles, ou le groupement à qui elles ont transféré la compétence. */
export interface Redevable {
  readonly nom: string;
  readonly habitants: number;
}

/**
 * Au-delà de tant d'habitants. Quand un groupement exerce la compétence, c'est la population de l'ensemble des communes qui compte
 * (Code de l'action sociale et des familles, article L. 214-1-3, III) ; ici, celles du territoire.
 */
export function redevables(projet: Projet, competence: Competence, plusDe: number): readonly Redevable[] {
  const titulaire = projet.acteurs.get(projet.territoire?.value.petite_enfance?.[competence] ?? '')?.signataire ?? null;
  const total = projet.communes.reduce((somme, c) => somme + habitants(c), 0);
  const tous = titulaire !== null && estGroupement(titulaire) ? [{ nom: titulaire.court, habitants: total }] : projet.communes.map((c) => ({ nom: c.nom, habitants: habitants(c) }));
  return tous.filter((r) => r.habitants > plusDe);
}

/** Communes du territoire de plus de tant d'habitants. */
export const communesDePlusDe = ({ communes }: Projet, plusDe: number): readonly Commune[] => communes.filter((c) => habitants(c) > plusDe);
