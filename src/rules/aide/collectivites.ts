import type { Projet, Signataire } from '../../resolve/projet.ts';

/** Elles délibèrent, transmettent au contrôle de légalité et publient ; la Caf et les associations, non. */
const COLLECTIVITES = new Set<Signataire['value']['categorie']>(['commune', 'epci', 'syndicat', 'departement', 'region']);

export const estCollectivite = (s: Signataire): boolean => COLLECTIVITES.has(s.value.categorie);

export const collectivites = ({ signataires }: Projet): readonly Signataire[] => signataires.filter(estCollectivite);

/** Intercommunalités et syndicats : ils n'ont que les compétences qu'on leur a transférées. */
export const estGroupement = (s: Signataire): boolean => s.value.categorie === 'epci' || s.value.categorie === 'syndicat';

/** Jour où il signe : celui de l'avenant qui l'a fait venir, sinon celui de la convention ; null s'il n'est pas connu. */
export function jourDeSignature({ convention, avenants }: Projet, s: Signataire): string | null {
  const { adhesion } = s.value;
  if (adhesion !== undefined) return avenants.find((a) => a.id === adhesion.avenant)?.value.date ?? adhesion.date ?? null;
  return convention?.value.signature?.date ?? null;
}

/** Dernier vote connu des collectivités. */
export const dernierVote = (projet: Projet): string | null =>
  collectivites(projet).reduce<string | null>((last, { value }) => (value.deliberation?.date !== undefined && (last === null || value.deliberation.date > last) ? value.deliberation.date : last), null);
