import { z } from 'zod';

/** `ctg.yaml` : le fichier qui fait d'un dossier un projet, et règle l'outil. Il ne contient aucun fait de l'acte. */
export const STADES = ['projet', 'conseil', 'signature', 'bilan'] as const;

export const schemaCtg = z
  .strictObject({
    format: z.literal(1).meta({
      title: 'Version du format',
      description: 'Version du format des sources. Elle change quand un champ change de sens ; ctg dit alors quoi reprendre.',
      examples: [1],
    }),
    stade: z.enum(STADES).optional().meta({
      title: 'Stade',
      description:
        'Où en est l’acte : projet (rédaction), conseil (avant délibération), signature, bilan. Les contrôles se durcissent d’un stade à l’autre. Par défaut : projet.',
      examples: ['projet'],
    }),
  })
  .meta({ title: 'Réglages de ctg', description: 'Fichier ctg.yaml, à la racine du territoire.' });

export type Ctg = z.infer<typeof schemaCtg>;
