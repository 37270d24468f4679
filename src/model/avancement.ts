/** Où en est chaque signataire : ce qui est fait, ce qui manque au stade demandé. */
import { dateEnLettres } from '../base/francais.ts';
import { sansArticle } from '../resolve/denomination.ts';
import type { Projet, Signataire, Stade } from '../resolve/projet.ts';
import { delibere } from './parties.ts';

export interface Etape {
  readonly nom: 'représentant' | 'vote' | 'transmission' | 'publication';
  /** Date ou nom, tel qu'il se lit ; null si ce n'est pas fait. */
  readonly fait: string | null;
  /** L'étape est exigée au stade demandé. */
  readonly exige: boolean;
}

export interface AvancementSignataire {
  readonly id: string;
  readonly nom: string;
  readonly etapes: readonly Etape[];
  /** Étapes exigées et non faites. */
  readonly manque: readonly Etape['nom'][];
}

/** Avancement des signataires (groupes exclus), dans l'ordre des signatures. */
export function avancement(projet: Projet, stade: Stade): readonly AvancementSignataire[] {
  return projet.signataires
    .filter((s) => s.value.categorie !== 'groupe')
    .map((s) => {
      const etapes = etapesDe(s, stade);
      return { id: s.id, nom: sansArticle(s.court), etapes, manque: etapes.filter((e) => e.exige && e.fait === null).map((e) => e.nom) };
    });
}

/** Les collectivités transmettent au contrôle de légalité et publient ; la Caf et les associations, non. */
const SOUMISES = new Set<Signataire['value']['categorie']>(['commune', 'epci', 'syndicat', 'departement', 'region']);

function etapesDe(s: Signataire, stade: Stade): readonly Etape[] {
  const d = s.value.deliberation;
  const signe = stade === 'signature' || stade === 'bilan';
  const date = (iso: string | undefined): string | null => (iso === undefined ? null : dateEnLettres(iso));
  const representants = (s.value.representants ?? []).map((r) => `${r.prenom} ${r.nom}`).join(', ');
  const soumise = SOUMISES.has(s.value.categorie);
  return [
    { nom: 'représentant', fait: representants === '' ? null : representants, exige: true },
    ...(delibere(s) ? [{ nom: 'vote' as const, fait: date(d?.date), exige: signe && soumise }] : []),
    ...(soumise ? [{ nom: 'transmission' as const, fait: date(d?.transmission), exige: signe }, { nom: 'publication' as const, fait: date(d?.publication), exige: signe }] : []),
  ];
}
