import { residusDeModele } from './CTG4001-residus.ts';
import { hypotheseChoisie } from './CTG4002-hypothese-choisie.ts';
import { annexeCitee } from './CTG4003-annexe-citee.ts';
import { nomsDesPersonnes } from './CTG4004-noms-des-personnes.ts';
import { texteDuTerritoire } from './CTG4006-texte-du-territoire.ts';
import { periodeVotee } from './CTG4007-periode-votee.ts';
import { hypotheseSuivie } from './CTG4052-hypothese-suivie.ts';
import { clauseVerrouillee } from './CTG4056-clause-verrouillee.ts';
import { sectionsDesFiches } from './CTG4066-sections-des-fiches.ts';
import { periodeDeLaConvention } from './CTG4101-periode.ts';
import { thematiquesDuModele } from './CTG4201-thematiques-du-modele.ts';
import { piloteEtEcheance } from './CTG4202-pilote-et-echeance.ts';
import { echeancesDansLaPeriode } from './CTG4203-echeances-dans-la-periode.ts';
import { planEtFiche } from './CTG4204-plan-et-fiche.ts';
import { arbreComplet } from './CTG4205-arbre-complet.ts';
import { nombresAnnonces } from './CTG4206-nombres-annonces.ts';
import { uneValeurParChiffre } from './CTG4207-une-valeur-par-chiffre.ts';
import { calculs } from './CTG4208-calculs.ts';
import { anneesComparees } from './CTG4209-annees-comparees.ts';
import { secretStatistique } from './CTG4210-secret-statistique.ts';
import { arrondisDeLaCaf } from './CTG4211-arrondis-de-la-caf.ts';
import { chiffreSansSource } from './CTG4212-chiffre-sans-source.ts';
import { effectifs } from './CTG4213-effectifs.ts';
import { communesSignataires } from './CTG4214-communes-signataires.ts';
import { indicateursDesActions } from './CTG4252-indicateurs.ts';
import { ficheACheval } from './CTG4254-fiche-a-cheval.ts';
import { nombresEnProse } from './CTG4256-nombres-en-prose.ts';
import { chiffreTape } from './CTG4257-chiffre-tape.ts';
import { tauxEtParts } from './CTG4259-taux-et-parts.ts';
import { acteurADesigner } from './CTG4262-acteur-a-designer.ts';
import type { Rule } from './rule.ts';

/** Toutes les règles, dans l'ordre des codes. */
export const RULES: readonly Rule[] = [
  residusDeModele,
  hypotheseChoisie,
  annexeCitee,
  nomsDesPersonnes,
  texteDuTerritoire,
  periodeVotee,
  hypotheseSuivie,
  clauseVerrouillee,
  sectionsDesFiches,
  periodeDeLaConvention,
  thematiquesDuModele,
  piloteEtEcheance,
  echeancesDansLaPeriode,
  planEtFiche,
  arbreComplet,
  nombresAnnonces,
  uneValeurParChiffre,
  calculs,
  anneesComparees,
  secretStatistique,
  arrondisDeLaCaf,
  chiffreSansSource,
  effectifs,
  communesSignataires,
  indicateursDesActions,
  ficheACheval,
  nombresEnProse,
  chiffreTape,
  tauxEtParts,
  acteurADesigner,
];
