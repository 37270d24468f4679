import { enIdentifiant } from '../../base/francais.ts';
import { suggest } from '../../base/suggestion.ts';
import type { CommuneOfficielle, Geographie } from '../../geographie/geographie.ts';
import type { Commune, Projet } from '../../resolve/projet.ts';

export interface Officielle {
  readonly geographie: Geographie;
  readonly territoire: NonNullable<Projet['territoire']>;
  /** Code du département du territoire, ou null s'il n'est pas connu. */
  readonly departement: string | null;
}

/** De quoi comparer à la géographie officielle ; null si elle n'est pas livrée, ou sans territoire. */
export function officielle({ geographie, territoire }: Projet): Officielle | null {
  if (geographie === null || territoire === null) return null;
  return { geographie, territoire, departement: geographie.departement(territoire.value.departement) };
}

/** « géographie officielle de 2026 » : chaque message dit de quand date ce qu'il oppose. */
export const millesime = ({ geographie }: Officielle): string => `géographie officielle de ${String(geographie.millesime)}`;

/** SIREN de l'intercommunalité du territoire : celui de territoire.yaml, sinon celui de la seule qui signe. */
export function sirenIntercommunalite({ territoire, signataires }: Projet): string | null {
  const declare = territoire?.value.epci?.siren;
  if (declare !== undefined) return declare;
  const signent = signataires.filter((s) => s.value.categorie === 'epci' && s.value.siren !== undefined);
  return signent.length === 1 ? (signent[0]?.value.siren ?? null) : null;
}

/** La commune officielle, si le code et le nom disent la même : sinon (CTG4304) tout le reste paraîtrait faux. */
export const sure = ({ id, officielle: trouvee }: Commune): CommuneOfficielle | null => (trouvee !== null && enIdentifiant(trouvee.nom) === id ? trouvee : null);

/**
 * Ce qu'il faut écrire à la place d'un département inconnu ; null s'il est connu, ou si rien ne dit qu'il devrait l'être :
 * ni nom voisin, ni commune reconnue, c'est un territoire d'exemple.
 */
export function departementInconnu({ communes }: Projet, o: Officielle): string | null {
  if (o.departement !== null) return null;
  const hint = suggest(o.territoire.value.departement, o.geographie.departements.map((d) => d.nom));
  return hint ?? (communes.every((c) => c.officielle === null) ? null : 'Écrivez le nom du département tel qu’il se lit sur une carte : « Saône-et-Loire ».');
}
