import { z } from 'zod';
import { date, identifiant, texte } from './commun.ts';
import { AVANCEMENTS } from './plan.ts';

/** `avenants/NN-nom.yaml` : une modification de la convention signée. */
export const schemaAvenant = z
  .strictObject({
    objet: texte.meta({ title: 'Objet' }),
    type: z.enum(['ajout du plan', 'ajout de signataire', 'prolongation', 'modification', 'équipements']).meta({ title: 'Type' }),
    date: date.optional().meta({ title: 'Date de signature' }),
    effet: date.optional().meta({ title: 'Date d’effet' }),
    nouvelle_fin: date.optional().meta({ title: 'Nouvelle fin de la convention' }),
    modifications: z
      .array(
        z.strictObject({
          cible: texte.meta({ title: 'Cible', description: 'Article ou annexe, par son identifiant.', examples: ['article:duree', 'annexe:equipements'] }),
          avant: texte.optional().meta({ title: 'Avant' }),
          apres: texte.optional().meta({ title: 'Après' }),
        }),
      )
      .optional()
      .meta({ title: 'Modifications' }),
  })
  .meta({ title: 'Avenant', description: 'Fichier du dossier avenants/.' });

/** `bilans/AAAA.yaml` : ce qui a été fait dans l'année. */
export const schemaBilan = z
  .strictObject({
    actions: z
      .record(
        identifiant,
        z.strictObject({
          avancement: z.enum(AVANCEMENTS).meta({ title: 'Avancement' }),
          commentaire: texte.optional().meta({ title: 'Commentaire' }),
        }),
      )
      .optional()
      .meta({ title: 'Actions', description: 'Par identifiant d’action.' }),
    montants: z
      .array(
        z.strictObject({
          nature: z.enum(['fonctionnement', 'investissement']).meta({ title: 'Nature' }),
          euros: z.number().min(0).meta({ title: 'Montant, en euros' }),
          objet: texte.optional().meta({ title: 'Objet' }),
        }),
      )
      .optional()
      .meta({ title: 'Montants versés par la Caf' }),
  })
  .meta({ title: 'Bilan annuel', description: 'Fichier du dossier bilans/, nommé par l’année.' });

export type Avenant = z.infer<typeof schemaAvenant>;
export type Bilan = z.infer<typeof schemaBilan>;
