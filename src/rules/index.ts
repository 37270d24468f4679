import { residusDeModele } from './CTG4001-residus.ts';
import { hypotheseChoisie } from './CTG4002-hypothese-choisie.ts';
import { annexeCitee } from './CTG4003-annexe-citee.ts';
import { nomsDesPersonnes } from './CTG4004-noms-des-personnes.ts';
import { texteDuTerritoire } from './CTG4006-texte-du-territoire.ts';
import { periodeVotee } from './CTG4007-periode-votee.ts';
import { cogDeLaPeriode } from './CTG4008-cog.ts';
import { logosDesParties } from './CTG4009-logos.ts';
import { representantsDeLaCaf } from './CTG4010-representants-de-la-caf.ts';
import { passageRepete } from './CTG4051-passage-repete.ts';
import { hypotheseSuivie } from './CTG4052-hypothese-suivie.ts';
import { renvoiTape } from './CTG4053-renvoi-tape.ts';
import { clauseVerrouillee } from './CTG4056-clause-verrouillee.ts';
import { periodeEnProse } from './CTG4057-periode-en-prose.ts';
import { texteAbroge } from './CTG4058-texte-abroge.ts';
import { texteMalDecode } from './CTG4061-texte-mal-decode.ts';
import { civiliteEtQualite } from './CTG4062-civilite-et-qualite.ts';
import { niveauDeTitre } from './CTG4063-niveau-de-titre.ts';
import { sectionsDesFiches } from './CTG4066-sections-des-fiches.ts';
import { phraseCoupee } from './CTG4071-phrase-coupee.ts';
import { periodeDeLaConvention } from './CTG4101-periode.ts';
import { deliberationDeChacun } from './CTG4102-deliberation-de-chacun.ts';
import { transmissionEtPublication } from './CTG4103-transmission-et-publication.ts';
import { effetAvantLeVote } from './CTG4104-effet-avant-le-vote.ts';
import { convocation } from './CTG4105-convocation.ts';
import { votes } from './CTG4106-votes.ts';
import { voteEtActe } from './CTG4107-vote-et-acte.ts';
import { accuse } from './CTG4108-accuse.ts';
import { matiere } from './CTG4109-matiere.ts';
import { avenants } from './CTG4110-avenants.ts';
import { evaluationAvantLeTerme } from './CTG4111-evaluation-avant-le-terme.ts';
import { preavis } from './CTG4112-preavis.ts';
import { competence } from './CTG4113-competence.ts';
import { contratPrecedent } from './CTG4151-contrat-precedent.ts';
import { lieuDeSignature } from './CTG4152-lieu-de-signature.ts';
import { datesDeLaDeliberation } from './CTG4153-dates-de-la-deliberation.ts';
import { noteDeSynthese } from './CTG4155-note-de-synthese.ts';
import { quorum } from './CTG4156-quorum.ts';
import { documentsJoints } from './CTG4157-documents-joints.ts';
import { donneesOuvertes } from './CTG4159-donnees-ouvertes.ts';
import { avenantDate } from './CTG4160-avenant-date.ts';
import { termeInhabituel } from './CTG4161-terme-inhabituel.ts';
import { delaiInvraisemblable } from './CTG4163-delai-invraisemblable.ts';
import { decompteIncomplet } from './CTG4166-decompte-incomplet.ts';
import { documentsJointsInconnus } from './CTG4167-documents-joints-inconnus.ts';
import { modificationsDeLAvenant } from './CTG4168-modifications-de-l-avenant.ts';
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
import { typesEquipements } from './CTG4215-types-equipements.ts';
import { comiteDePilotage } from './CTG4216-comite-de-pilotage.ts';
import { donneesPersonnelles } from './CTG4217-donnees-personnelles.ts';
import { indicateursMesurables } from './CTG4218-indicateurs-mesurables.ts';
import { evaluation } from './CTG4219-evaluation.ts';
import { sigles } from './CTG4220-sigles.ts';
import { indicateursDesActions } from './CTG4252-indicateurs.ts';
import { calendrierDeLaDemarche } from './CTG4253-calendrier.ts';
import { ficheACheval } from './CTG4254-fiche-a-cheval.ts';
import { actionEnDouble } from './CTG4255-action-en-double.ts';
import { nombresEnProse } from './CTG4256-nombres-en-prose.ts';
import { chiffreTape } from './CTG4257-chiffre-tape.ts';
import { nombreImpossible } from './CTG4258-nombre-impossible.ts';
import { tauxEtParts } from './CTG4259-taux-et-parts.ts';
import { acteurADesigner } from './CTG4262-acteur-a-designer.ts';
import { cibleEtEcheance } from './CTG4263-cible-et-echeance.ts';
import { nomDeLaFiche } from './CTG4264-nom-de-la-fiche.ts';
import { financementEquipements } from './CTG4265-financement-equipements.ts';
import { nombreDeReunions } from './CTG4266-nombre-de-reunions.ts';
import { personneNommee } from './CTG4267-personne-nommee.ts';
import { sensDeLaTendance } from './CTG4269-sens-de-la-tendance.ts';
import { anneeAVenir } from './CTG4272-annee-a-venir.ts';
import { ordreDuCalendrier } from './CTG4273-ordre-du-calendrier.ts';
import { bonusTerritoire } from './CTG4275-bonus-territoire.ts';
import { instanceADecrire } from './CTG4276-instance-a-decrire.ts';
import { protectionDesDonnees } from './CTG4277-protection-des-donnees.ts';
import { graphiquePossible } from './CTG4281-graphique-possible.ts';
import { contrasteSuffisant } from './CTG4282-contraste.ts';
import { departementConnu } from './CTG4301-departement.ts';
import { communeInconnue } from './CTG4302-commune-inconnue.ts';
import { communeFusionnee } from './CTG4303-commune-fusionnee.ts';
import { codeInsee } from './CTG4304-code-insee.ts';
import { articleDeCommune } from './CTG4305-article-de-commune.ts';
import { intercommunaliteDesCommunes } from './CTG4306-intercommunalite.ts';
import { siren } from './CTG4307-siren.ts';
import { membresAbsents } from './CTG4308-membres-absents.ts';
import { population } from './CTG4309-population.ts';
import { departementEtRegion } from './CTG4310-departement-et-region.ts';
import { nomEtTypeDuTerritoire } from './CTG4311-nom-et-type-du-territoire.ts';
import { lieuDeSignatureMalEcrit } from './CTG4312-lieu-de-signature-mal-ecrit.ts';
import { denominationOfficielle } from './CTG4313-denomination-officielle.ts';
import { communeMalEcrite } from './CTG4314-commune-mal-ecrite.ts';
import { autoriteOrganisatrice } from './CTG4401-autorite-organisatrice.ts';
import { contenuDuSchema } from './CTG4402-contenu-du-schema.ts';
import { schemaPluriannuel } from './CTG4403-schema-pluriannuel.ts';
import { relaisPetiteEnfance } from './CTG4404-relais-petite-enfance.ts';
import type { Rule } from './rule.ts';

/** Toutes les règles, dans l'ordre des codes. */
export const RULES: readonly Rule[] = [
  residusDeModele,
  hypotheseChoisie,
  annexeCitee,
  nomsDesPersonnes,
  texteDuTerritoire,
  periodeVotee,
  cogDeLaPeriode,
  logosDesParties,
  representantsDeLaCaf,
  passageRepete,
  hypotheseSuivie,
  renvoiTape,
  clauseVerrouillee,
  periodeEnProse,
  texteAbroge,
  texteMalDecode,
  civiliteEtQualite,
  niveauDeTitre,
  sectionsDesFiches,
  phraseCoupee,
  periodeDeLaConvention,
  deliberationDeChacun,
  transmissionEtPublication,
  effetAvantLeVote,
  convocation,
  votes,
  voteEtActe,
  accuse,
  matiere,
  avenants,
  evaluationAvantLeTerme,
  preavis,
  competence,
  contratPrecedent,
  lieuDeSignature,
  datesDeLaDeliberation,
  noteDeSynthese,
  quorum,
  documentsJoints,
  donneesOuvertes,
  avenantDate,
  termeInhabituel,
  delaiInvraisemblable,
  decompteIncomplet,
  documentsJointsInconnus,
  modificationsDeLAvenant,
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
  typesEquipements,
  comiteDePilotage,
  donneesPersonnelles,
  indicateursMesurables,
  evaluation,
  sigles,
  indicateursDesActions,
  calendrierDeLaDemarche,
  ficheACheval,
  actionEnDouble,
  nombresEnProse,
  chiffreTape,
  nombreImpossible,
  tauxEtParts,
  acteurADesigner,
  cibleEtEcheance,
  nomDeLaFiche,
  financementEquipements,
  nombreDeReunions,
  personneNommee,
  sensDeLaTendance,
  anneeAVenir,
  ordreDuCalendrier,
  bonusTerritoire,
  instanceADecrire,
  protectionDesDonnees,
  graphiquePossible,
  contrasteSuffisant,
  departementConnu,
  communeInconnue,
  communeFusionnee,
  codeInsee,
  articleDeCommune,
  intercommunaliteDesCommunes,
  siren,
  membresAbsents,
  population,
  departementEtRegion,
  nomEtTypeDuTerritoire,
  lieuDeSignatureMalEcrit,
  denominationOfficielle,
  communeMalEcrite,
  autoriteOrganisatrice,
  contenuDuSchema,
  schemaPluriannuel,
  relaisPetiteEnfance,
];
