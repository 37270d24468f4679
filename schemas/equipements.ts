import { z } from 'zod';
import { annee, date, identifiant, refActeur, texte } from './commun.ts';

/** `equipements.yaml` : équipements et services soutenus, bonus territoire. Aucun barème : des montants datés. */
export const schemaEquipement = z
  .strictObject({
    nom: texte.meta({ title: 'Nom', examples: ['Multi-accueil Les Petits Pas'] }),
    type: texte.meta({ title: 'Type', examples: ['multi-accueil', 'micro-crèche PSU', 'micro-crèche PAJE', 'RPE', 'LAEP', 'ALSH', 'centre social', 'espace de vie sociale', 'FJT'] }),
    commune: texte.meta({ title: 'Commune', description: 'Nom d’une commune de territoire.yaml.' }),
    gestionnaire: z
      .strictObject({
        nom: texte.meta({ title: 'Nom' }),
        statut: z.enum(['commune', 'EPCI', 'syndicat', 'CCAS', 'CIAS', 'association', 'entreprise', 'Caf', 'autre']).meta({ title: 'Statut' }),
      })
      .optional()
      .meta({ title: 'Gestionnaire' }),
    prestations: z.array(texte).optional().meta({ title: 'Prestations de service', examples: [['PSU'], ['PS Alsh', 'bonification Plan mercredi']] }),
    capacite: z
      .strictObject({
        nombre: z.number().min(0).meta({ title: 'Nombre' }),
        unite: z.enum(['places', 'lits', 'heures', 'ETP']).meta({ title: 'Unité' }),
      })
      .optional()
      .meta({ title: 'Capacité' }),
    cofinanceur: refActeur.optional().meta({ title: 'Collectivité qui cofinance' }),
    montant_collectivite: z
      .strictObject({ euros: z.number().min(0).meta({ title: 'Montant, en euros' }), annee: annee.meta({ title: 'Année' }) })
      .optional()
      .meta({ title: 'Soutien de la collectivité' }),
    bonus_territoire: z
      .strictObject({
        assiette: z.enum(['place', 'heure', 'ETP']).optional().meta({ title: 'Assiette' }),
        forfait: z.number().min(0).optional().meta({ title: 'Forfait, en euros par unité' }),
        offre: z.enum(['existante', 'nouvelle']).optional().meta({ title: 'Offre' }),
        montant: z.number().min(0).optional().meta({ title: 'Montant de référence, en euros' }),
        annee: annee.optional().meta({ title: 'Année du montant' }),
      })
      .optional()
      .meta({ title: 'Bonus territoire' }),
    convention_financement: z
      .strictObject({
        numero: texte.optional().meta({ title: 'Numéro' }),
        debut: date.optional().meta({ title: 'Début' }),
        fin: date.optional().meta({ title: 'Fin' }),
      })
      .optional()
      .meta({ title: 'Convention d’objectifs et de financement' }),
    labels: z.array(texte).optional().meta({ title: 'Agréments et labels', examples: [['AVIP']] }),
    statut: z.enum(['existant', 'projet']).optional().meta({ title: 'Statut', description: 'Par défaut : existant.' }),
  })
  .meta({ title: 'Équipement' });

export const schemaEquipements = z
  .record(identifiant, schemaEquipement)
  .meta({ title: 'Équipements', description: 'Fichier equipements.yaml : équipements et services, par identifiant.' });

export type Equipement = z.infer<typeof schemaEquipement>;
