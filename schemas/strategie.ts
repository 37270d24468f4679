import { z } from 'zod';
import { identifiant, refThematique, texte } from './commun.ts';

/** `strategie.yaml` : les mots du territoire pour ses thématiques et les niveaux de son plan. Facultatif. */
export const NIVEAUX = ['axes', 'thematiques', 'enjeux', 'objectifs', 'objectifs_operationnels', 'actions'] as const;
export type Niveau = (typeof NIVEAUX)[number];

export const schemaStrategie = z
  .strictObject({
    thematiques: z
      .record(
        identifiant,
        z.strictObject({
          titre: texte.meta({ title: 'Nom', description: 'Nom, tel qu’il s’imprime.', examples: ['Enfance et jeunesse'] }),
          couvre: z.array(refThematique).optional().meta({ title: 'Couvre', description: 'Thématiques du champ de la Caf que celle-ci réunit.', examples: [['enfance', 'jeunesse']] }),
        }),
      )
      .optional()
      .meta({ title: 'Thématiques', description: 'Thématiques propres au territoire. Celles du champ de la Caf sont déjà connues.' }),
    libelles: z
      .strictObject({
        axes: texte.optional().meta({ title: 'Nom d’un axe', description: 'Comment le territoire nomme un axe, au singulier.', examples: ['Ambition', 'Orientation'] }),
        thematiques: texte.optional().meta({ title: 'Nom d’une thématique', description: 'Comment le territoire nomme une thématique, au singulier.', examples: ['Événement de vie'] }),
        enjeux: texte.optional().meta({ title: 'Nom d’un enjeu', description: 'Comment le territoire nomme un enjeu, au singulier.' }),
        objectifs: texte.optional().meta({ title: 'Nom d’un objectif', description: 'Comment le territoire nomme un objectif, au singulier.', examples: ['Objectif stratégique'] }),
        objectifs_operationnels: texte.optional().meta({ title: 'Nom d’un objectif opérationnel', description: 'Comment le territoire nomme un objectif opérationnel, au singulier.' }),
        actions: texte.optional().meta({ title: 'Nom d’une action', description: 'Comment le territoire nomme une action, au singulier.', examples: ['Action prioritaire'] }),
      })
      .optional()
      .meta({ title: 'Libellés des niveaux', description: 'Au singulier. Par défaut : Axe, Thématique, Enjeu, Objectif stratégique, Objectif opérationnel, Action.' }),
    synthese: texte.optional().meta({ title: 'Ambition', description: 'L’ambition du territoire, en une phrase.' }),
  })
  .meta({ title: 'Stratégie', description: 'Fichier strategie.yaml : thématiques et vocabulaire du territoire.' });

export type Strategie = z.infer<typeof schemaStrategie>;
