import { z } from 'zod';
import { date, identifiant, refActeur, refAction, texte } from './commun.ts';

/** `indicateurs.yaml` : ce que l'on mesurera, d'où l'on part et où l'on veut aller. */
const mesure = z.strictObject({
  valeur: z.number().meta({ title: 'Valeur', description: 'Le nombre seul ; l’unité est à part.' }),
  date: date.optional().meta({ title: 'Date', description: 'Jour du relevé, AAAA-MM-JJ.' }),
});

export const schemaIndicateur = z
  .strictObject({
    libelle: texte.meta({ title: 'Libellé', description: 'Ce que mesure l’indicateur, en quelques mots.', examples: ['Familles ayant trouvé une solution d’accueil'] }),
    type: z.enum(['réalisation', 'résultat', 'moyens', 'impact', 'qualitatif']).optional().meta({ title: 'Type', description: 'Ce qu’il suit : réalisation, résultat, moyens, impact ou qualitatif.' }),
    actions: z.array(refAction).optional().meta({ title: 'Actions mesurées', description: 'Identifiants d’actions. Sans action : indicateur de la convention entière.' }),
    unite: texte.optional().meta({ title: 'Unité', description: 'Ce que la valeur compte.', examples: ['familles', 'oui ou non'] }),
    depart: mesure.optional().meta({ title: 'Valeur de départ', description: 'Valeur avant l’action, avec sa date.' }),
    cible: mesure.optional().meta({ title: 'Cible', description: 'Valeur visée, avec sa date.' }),
    source: texte.optional().meta({ title: 'Source ou mode de recueil', description: 'D’où vient la mesure, ou comment on la recueille.' }),
    periodicite: texte.optional().meta({ title: 'Périodicité', description: 'Tous les combien on le relève.', examples: ['annuelle'] }),
    responsable: refActeur.optional().meta({ title: 'Responsable', description: 'Acteur qui relève l’indicateur.' }),
    releves: z
      .array(
        z.strictObject({
          date: date.meta({ title: 'Date', description: 'Jour du relevé, AAAA-MM-JJ.' }),
          valeur: z.number().meta({ title: 'Valeur', description: 'Le nombre seul ; l’unité est à part.' }),
          commentaire: texte.optional().meta({ title: 'Commentaire', description: 'Ce qui explique la valeur.' }),
        }),
      )
      .optional()
      .meta({ title: 'Relevés', description: 'Valeurs relevées au fil de la convention.' }),
  })
  .meta({ title: 'Indicateur' });

export const schemaIndicateurs = z
  .record(identifiant, schemaIndicateur)
  .meta({ title: 'Indicateurs', description: 'Fichier indicateurs.yaml : indicateurs par identifiant.' });

export type Indicateur = z.infer<typeof schemaIndicateur>;
