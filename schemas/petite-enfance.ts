import { z } from 'zod';

/**
 * Éléments attendus du schéma pluriannuel de l'offre d'accueil du jeune enfant, quand la convention en tient lieu.
 * Relevé le 22 novembre 2026 d'après l'article D. 214-10-1 du Code de l'action sociale et des familles (décret 2025-253 du 20 mars 2025),
 * dont chaque alinéa (1° à 3°, 4° a à h) est ici une ligne, résumée ; le dernier vient de l'article L. 214-2.
 */
export const ELEMENTS_SCHEMA = {
  inventaire: 'Équipements, services et modes d’accueil des moins de trois ans',
  besoins: 'Besoins des enfants de moins de trois ans et de leurs familles',
  zones_insuffisantes: 'Zones où l’offre est insuffisante ou difficile d’accès',
  objectifs: 'Objectifs de maintien, de développement et de redéploiement de l’offre',
  emplois_competences: 'Besoins en emplois et en compétences',
  besoins_specifiques: 'Réponses aux difficultés propres à certaines familles (précarité, handicap)',
  qualite: 'Accompagnement de ceux qui accueillent, pour la qualité',
  investissements: 'Projets d’investissement : création, entretien, rénovation',
  moyens: 'Coûts prévisionnels et moyens humains, financiers et d’ingénierie',
  calendrier: 'Calendrier prévisionnel',
  indicateurs: 'Indicateurs et évaluation',
  compatibilite_sdsf: 'Accord avec le schéma départemental des services aux familles',
} as const;
export type ElementSchema = keyof typeof ELEMENTS_SCHEMA;

/** Un endroit de l'acte : `annexe:diagnostic`, `fiche:guichet-unique`. */
export const MOTIF_LIEU = /^(article|annexe|fiche|action|chiffre|indicateur):[a-z0-9]+(-[a-z0-9]+)*$/;
const lieu = (titre: string) =>
  z.string().regex(MOTIF_LIEU).optional().meta({ title: titre, description: 'Où il se lit : article, annexe, fiche, action, chiffre ou indicateur, deux-points, identifiant.', examples: ['annexe:diagnostic'] });

export const schemaPetiteEnfance = z.strictObject({
  inventaire: lieu(ELEMENTS_SCHEMA.inventaire),
  besoins: lieu(ELEMENTS_SCHEMA.besoins),
  zones_insuffisantes: lieu(ELEMENTS_SCHEMA.zones_insuffisantes),
  objectifs: lieu(ELEMENTS_SCHEMA.objectifs),
  emplois_competences: lieu(ELEMENTS_SCHEMA.emplois_competences),
  besoins_specifiques: lieu(ELEMENTS_SCHEMA.besoins_specifiques),
  qualite: lieu(ELEMENTS_SCHEMA.qualite),
  investissements: lieu(ELEMENTS_SCHEMA.investissements),
  moyens: lieu(ELEMENTS_SCHEMA.moyens),
  calendrier: lieu(ELEMENTS_SCHEMA.calendrier),
  indicateurs: lieu(ELEMENTS_SCHEMA.indicateurs),
  compatibilite_sdsf: lieu(ELEMENTS_SCHEMA.compatibilite_sdsf),
});
