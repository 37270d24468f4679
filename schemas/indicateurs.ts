import { z } from 'zod';
import { date, identifiant, refActeur, texte } from './commun.ts';

/** `indicateurs.yaml` : ce que l'on mesurera, d'où l'on part et où l'on veut aller. */
const mesure = z.strictObject({
  valeur: z.number().meta({ title: 'Valeur' }),
  date: date.optional().meta({ title: 'Date' }),
});

export const schemaIndicateur = z
  .strictObject({
    libelle: texte.meta({ title: 'Libellé', examples: ['Familles ayant trouvé une solution d’accueil'] }),
    type: z.enum(['réalisation', 'résultat', 'moyens', 'impact', 'qualitatif']).optional().meta({ title: 'Type' }),
    actions: z.array(identifiant).optional().meta({ title: 'Actions mesurées', description: 'Identifiants d’actions. Sans action : indicateur de la convention entière.' }),
    unite: texte.optional().meta({ title: 'Unité', examples: ['familles', 'oui ou non'] }),
    depart: mesure.optional().meta({ title: 'Valeur de départ' }),
    cible: mesure.optional().meta({ title: 'Cible' }),
    source: texte.optional().meta({ title: 'Source ou mode de recueil' }),
    periodicite: texte.optional().meta({ title: 'Périodicité', examples: ['annuelle'] }),
    responsable: refActeur.optional().meta({ title: 'Responsable', description: 'Acteur qui relève l’indicateur.' }),
    releves: z
      .array(
        z.strictObject({
          date: date.meta({ title: 'Date' }),
          valeur: z.number().meta({ title: 'Valeur' }),
          commentaire: texte.optional().meta({ title: 'Commentaire' }),
        }),
      )
      .optional()
      .meta({ title: 'Relevés' }),
  })
  .meta({ title: 'Indicateur' });

export const schemaIndicateurs = z
  .record(identifiant, schemaIndicateur)
  .meta({ title: 'Indicateurs', description: 'Fichier indicateurs.yaml : indicateurs par identifiant.' });

export type Indicateur = z.infer<typeof schemaIndicateur>;
