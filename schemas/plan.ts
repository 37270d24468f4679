import { z } from 'zod';
import { annee, identifiant, refActeur, refThematique, texte } from './commun.ts';

/**
 * `plan/*.yaml` : l'arbre de la stratégie et le plan d'actions. L'ordre d'emboîtement des niveaux dans le fichier
 * est celui du territoire : axes → objectifs → actions, thématiques → enjeux → objectifs → actions, etc.
 */
export const AVANCEMENTS = ['à venir', 'en cours', 'réalisé', 'en pause', 'abandonné'] as const;
export const STATUTS_OFFRE = ['existante', 'à consolider', 'à développer'] as const;

export const schemaAction = z
  .strictObject({
    titre: texte.meta({ title: 'Intitulé', description: 'L’action telle qu’elle se lit dans le plan.', examples: ['Créer un réseau des directions de crèches'] }),
    thematique: refThematique.optional(),
    thematiques_associees: z.array(refThematique).optional().meta({ title: 'Autres thématiques', description: 'Pour une action transversale.' }),
    pilotes: z.array(refActeur).optional().meta({ title: 'Pilotes', description: 'Qui conduit l’action.' }),
    partenaires: z.array(refActeur).optional().meta({ title: 'Partenaires', description: 'Qui y contribue.' }),
    echeances: z.array(annee).optional().meta({ title: 'Échéances', description: 'Année ou années de réalisation.', examples: [[2024], [2023, 2024]] }),
    indicateurs: z.array(texte).optional().meta({ title: 'Indicateurs', description: 'Phrases courtes. Un indicateur chiffré se décrit dans indicateurs.yaml.' }),
    offre: z.enum(STATUTS_OFFRE).optional().meta({ title: 'État de l’offre', description: 'État de l’offre que l’action concerne.' }),
    avancement: z.enum(AVANCEMENTS).optional().meta({ title: 'Avancement', description: 'Où en est l’action, pour le bilan.' }),
    priorite: z.enum(['haute', 'moyenne', 'basse']).optional().meta({ title: 'Priorité', description: 'Rang de l’action dans le plan.' }),
    territoires: z.array(texte).optional().meta({ title: 'Secteurs', description: 'Communes ou secteurs concernés, si ce n’est pas tout le territoire.' }),
  })
  .meta({ title: 'Action', description: 'Une ligne du plan d’actions.' });

const noeud = z
  .strictObject({
    titre: texte.meta({ title: 'Intitulé', description: 'Intitulé, tel qu’il se lit dans le plan.' }),
    thematique: refThematique.optional().meta({ title: 'Thématique', description: 'Vaut pour tout ce que contient ce niveau.' }),
    thematiques_associees: z.array(refThematique).optional().meta({ title: 'Autres thématiques', description: 'Pour un niveau que plusieurs thématiques partagent. Elles s’ajoutent à celles de chacune de ses actions.' }),
    pilotes: z.array(refActeur).optional().meta({ title: 'Pilotes', description: 'Pilotes des actions de ce niveau qui n’en nomment pas.' }),
    get axes() {
      return z.record(identifiant, noeud).optional().meta({ title: 'Axes', description: 'Axes de ce niveau, par identifiant.' });
    },
    get thematiques() {
      return z.record(identifiant, noeud).optional().meta({ title: 'Thématiques', description: 'Thématiques de ce niveau, par identifiant.' });
    },
    get enjeux() {
      return z.record(identifiant, noeud).optional().meta({ title: 'Enjeux', description: 'Enjeux de ce niveau, par identifiant.' });
    },
    get objectifs() {
      return z.record(identifiant, noeud).optional().meta({ title: 'Objectifs', description: 'Objectifs de ce niveau, par identifiant.' });
    },
    get objectifs_operationnels() {
      return z.record(identifiant, noeud).optional().meta({ title: 'Objectifs opérationnels', description: 'Objectifs opérationnels de ce niveau, par identifiant.' });
    },
    actions: z.record(identifiant, schemaAction).optional().meta({ title: 'Actions', description: 'Actions de ce niveau, par identifiant.' }),
  })
  .meta({ id: 'Niveau', title: 'Niveau du plan', description: 'Axe, thématique, enjeu ou objectif : un titre, puis ce qu’il contient.' });

export const schemaPlan = z
  .strictObject({
    axes: z.record(identifiant, noeud).optional().meta({ title: 'Axes', description: 'Axes, par identifiant, dans l’ordre du plan.' }),
    thematiques: z.record(identifiant, noeud).optional().meta({ title: 'Thématiques', description: 'Thématiques, par identifiant, dans l’ordre du plan.' }),
    enjeux: z.record(identifiant, noeud).optional().meta({ title: 'Enjeux', description: 'Enjeux, par identifiant, dans l’ordre du plan.' }),
    objectifs: z.record(identifiant, noeud).optional().meta({ title: 'Objectifs', description: 'Objectifs, par identifiant, dans l’ordre du plan.' }),
  })
  .meta({ title: 'Plan d’actions', description: 'Fichier du dossier plan/ : une branche de la stratégie, jusqu’aux actions.' });

export type Action = z.infer<typeof schemaAction>;
export type NoeudPlan = z.infer<typeof noeud>;
export type Plan = z.infer<typeof schemaPlan>;
