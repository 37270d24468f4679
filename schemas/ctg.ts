import { z } from 'zod';
import { THEMES } from './theme.ts';
import { codeDeRegle, listesDeRegle, seuilsDeRegle } from './commun.ts';

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
    theme: z.enum(THEMES).optional().meta({
      title: 'Habillage',
      description: 'Habillage livré : classique, ou contraste (gros caractères, couleurs fortes). Un fichier theme.yaml peut le modifier. Par défaut : classique.',
      examples: ['contraste'],
    }),
    regles: z
      .record(
        codeDeRegle,
        z.strictObject({
          gravite: z.enum(['ignorer', 'information', 'avertissement', 'erreur']).optional().meta({ title: 'Gravité', description: 'Gravité voulue dans ce territoire.', examples: ['avertissement'] }),
          seuils: seuilsDeRegle,
          listes: listesDeRegle,
          motif: z.string().min(1).meta({ title: 'Motif', description: 'Pourquoi ce territoire s’écarte du réglage commun.', examples: ['Les indicateurs seront arrêtés au comité de pilotage de mars'] }),
        }),
      )
      .optional()
      .meta({ title: 'Réglage des règles', description: 'Par code de règle : sa gravité, ses seuils, ses listes. Une règle non négociable reste une erreur ; un seuil que la loi ou le modèle fixe ne se règle pas ici.' }),
    fichiers_prives: z
      .array(z.string().min(1))
      .optional()
      .meta({
        title: 'Fichiers privés',
        description:
          'Fichiers, ou dossiers entiers (finis par « / »), que le PDF ne doit pas joindre à ses sources : notes, contacts, chiffres non publiés. Le PDF dit alors qu’il ne peut pas être recompilé à partir de ce qu’il contient. Ce que l’acte imprime reste imprimé.',
        examples: [['acteurs.yaml', 'bilans/']],
      }),
  })
  .meta({ title: 'Réglages de ctg', description: 'Fichier ctg.yaml, à la racine du territoire.' });

export type Ctg = z.infer<typeof schemaCtg>;
