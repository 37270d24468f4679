import { z } from 'zod';
import { date, refActeur, texte } from './commun.ts';

/** `calendrier.yaml` : les étapes de la démarche, dans l'ordre où elles se lisent. */
export const schemaCalendrier = z
  .array(
    z
      .strictObject({
        quand: texte.meta({ title: 'Quand', description: 'Comme il se lit dans le tableau.', examples: ['Mars 2022', 'De janvier à mars 2022'] }),
        date: date.optional().meta({ title: 'Date', description: 'Date ou terme de l’étape, pour les contrôles.' }),
        etape: texte.meta({ title: 'Étape', description: 'Ce qui a lieu, en une phrase.', examples: ['Rendu des conclusions du diagnostic'] }),
        acteurs: z.array(refActeur).optional().meta({ title: 'Acteurs', description: 'Qui y prend part : identifiants d’acteurs ou de signataires.' }),
        lot: z.enum(['démarche', 'diagnostic', 'suivi']).optional().meta({ title: 'Lot', description: 'démarche (par défaut), diagnostic (à venir, hypothèse 1) ou suivi.' }),
      })
      .meta({ title: 'Étape' }),
  )
  .meta({ title: 'Calendrier', description: 'Fichier calendrier.yaml : étapes de la démarche.' });

export type Calendrier = z.infer<typeof schemaCalendrier>;
