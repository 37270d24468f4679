import { z } from 'zod';
import { annee, date, identifiant, refActeur, texte } from './commun.ts';

/** `equipements.yaml` : équipements et services soutenus, bonus territoire. Aucun barème : des montants datés. */
export const schemaEquipement = z
  .strictObject({
    nom: texte.meta({ title: 'Nom', description: 'Nom en usage.', examples: ['Multi-accueil Les Petits Pas'] }),
    type: texte.meta({ title: 'Type', description: 'Nature de l’équipement ou du service.', examples: ['multi-accueil', 'micro-crèche PSU', 'micro-crèche PAJE', 'RPE', 'LAEP', 'ALSH', 'centre social', 'espace de vie sociale', 'FJT'] }),
    commune: texte.meta({ title: 'Commune', description: 'Nom d’une commune de territoire.yaml.' }),
    gestionnaire: z
      .strictObject({
        nom: texte.meta({ title: 'Nom', description: 'Nom en usage.' }),
        statut: z.enum(['commune', 'EPCI', 'syndicat', 'CCAS', 'CIAS', 'association', 'entreprise', 'Caf', 'autre']).meta({ title: 'Statut', description: 'Nature juridique du gestionnaire.' }),
      })
      .optional()
      .meta({ title: 'Gestionnaire', description: 'Qui gère l’équipement.' }),
    prestations: z.array(texte).optional().meta({ title: 'Prestations de service', description: 'Prestations de service que la Caf verse.', examples: [['PSU'], ['PS Alsh', 'bonification Plan mercredi']] }),
    capacite: z
      .strictObject({
        nombre: z.number().min(0).meta({ title: 'Nombre', description: 'Nombre, dans l’unité qui suit.' }),
        unite: z.enum(['places', 'lits', 'heures', 'ETP']).meta({ title: 'Unité', description: 'Unité de la capacité.' }),
      })
      .optional()
      .meta({ title: 'Capacité', description: 'Places, lits, heures ou équivalents temps plein.' }),
    cofinanceur: refActeur.optional().meta({ title: 'Collectivité qui cofinance', description: 'Collectivité signataire qui cofinance : son identifiant.' }),
    montant_collectivite: z
      .strictObject({ euros: z.number().min(0).meta({ title: 'Montant, en euros', description: 'Montant en euros, sans le signe.' }), annee: annee.meta({ title: 'Année', description: 'Année du montant.' }) })
      .optional()
      .meta({ title: 'Soutien de la collectivité', description: 'Ce que la collectivité verse en une année.' }),
    bonus_territoire: z
      .strictObject({
        assiette: z.enum(['place', 'heure', 'ETP']).optional().meta({ title: 'Assiette', description: 'Unité à laquelle s’applique le forfait.' }),
        forfait: z.number().min(0).optional().meta({ title: 'Forfait, en euros par unité', description: 'Montant du bonus par unité, en euros.' }),
        offre: z.enum(['existante', 'nouvelle']).optional().meta({ title: 'Offre', description: 'Offre existante à la signature, ou nouvelle.' }),
        montant: z.number().min(0).optional().meta({ title: 'Montant de référence, en euros', description: 'Montant de référence de la convention d’objectifs et de financement, en euros.' }),
        annee: annee.optional().meta({ title: 'Année du montant', description: 'Année du montant.' }),
      })
      .optional()
      .meta({ title: 'Bonus territoire', description: 'Bonus territoire CTG de l’équipement.' }),
    convention_financement: z
      .strictObject({
        numero: texte.optional().meta({ title: 'Numéro', description: 'Numéro de la convention.' }),
        debut: date.optional().meta({ title: 'Début', description: 'Premier jour, AAAA-MM-JJ.' }),
        fin: date.optional().meta({ title: 'Fin', description: 'Dernier jour, AAAA-MM-JJ.' }),
      })
      .optional()
      .meta({ title: 'Convention d’objectifs et de financement', description: 'Convention entre le gestionnaire et la Caf, qui porte le bonus.' }),
    labels: z.array(texte).optional().meta({ title: 'Agréments et labels', description: 'Agréments et labels obtenus.', examples: [['AVIP']] }),
    statut: z.enum(['existant', 'projet']).optional().meta({ title: 'Statut', description: 'Par défaut : existant.' }),
  })
  .meta({ title: 'Équipement' });

export const schemaEquipements = z
  .record(identifiant, schemaEquipement)
  .meta({ title: 'Équipements', description: 'Fichier equipements.yaml : équipements et services, par identifiant.' });

export type Equipement = z.infer<typeof schemaEquipement>;
