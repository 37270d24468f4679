import { z } from 'zod';
import { date, identifiant, texte } from './commun.ts';
import { AVANCEMENTS } from './plan.ts';

/** `avenants/NN-nom.yaml` : une modification de la convention signée. */
export const schemaAvenant = z
  .strictObject({
    objet: texte.meta({ title: 'Objet', description: 'Ce sur quoi porte l’acte ou le versement.' }),
    type: z.enum(['ajout du plan', 'ajout de signataire', 'prolongation', 'modification', 'équipements']).meta({ title: 'Type', description: 'Ce que fait l’avenant.' }),
    date: date.optional().meta({ title: 'Date de signature', description: 'Jour de la signature, AAAA-MM-JJ.' }),
    effet: date.optional().meta({ title: 'Date d’effet', description: 'Jour où l’avenant s’applique, AAAA-MM-JJ.' }),
    nouvelle_fin: date.optional().meta({ title: 'Nouvelle fin de la convention', description: 'Nouveau dernier jour de la convention, AAAA-MM-JJ.' }),
    modifications: z
      .array(
        z.strictObject({
          cible: texte.meta({ title: 'Cible', description: 'Article ou annexe, par son identifiant.', examples: ['article:duree', 'annexe:equipements'] }),
          avant: texte.optional().meta({ title: 'Avant', description: 'Texte d’avant.' }),
          apres: texte.optional().meta({ title: 'Après', description: 'Texte d’après.' }),
        }),
      )
      .optional()
      .meta({ title: 'Modifications', description: 'Ce que l’avenant change, passage par passage.' }),
  })
  .meta({ title: 'Avenant', description: 'Fichier du dossier avenants/.' });

/** `bilans/AAAA.yaml` : ce qui a été fait dans l'année. */
export const schemaBilan = z
  .strictObject({
    actions: z
      .record(
        identifiant,
        z.strictObject({
          avancement: z.enum(AVANCEMENTS).meta({ title: 'Avancement', description: 'Où en est l’action à la date du bilan.' }),
          commentaire: texte.optional().meta({ title: 'Commentaire', description: 'Ce qui explique l’avancement.' }),
        }),
      )
      .optional()
      .meta({ title: 'Actions', description: 'Par identifiant d’action.' }),
    montants: z
      .array(
        z.strictObject({
          nature: z.enum(['fonctionnement', 'investissement']).meta({ title: 'Nature', description: 'Fonctionnement ou investissement.' }),
          euros: z.number().min(0).meta({ title: 'Montant, en euros', description: 'Montant en euros, sans le signe.' }),
          objet: texte.optional().meta({ title: 'Objet', description: 'Ce sur quoi porte l’acte ou le versement.' }),
        }),
      )
      .optional()
      .meta({ title: 'Montants versés par la Caf', description: 'Ce que la Caf a versé dans l’année.' }),
  })
  .meta({ title: 'Bilan annuel', description: 'Fichier du dossier bilans/, nommé par l’année.' });

export type Avenant = z.infer<typeof schemaAvenant>;
export type Bilan = z.infer<typeof schemaBilan>;
