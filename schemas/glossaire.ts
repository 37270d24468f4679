import { z } from 'zod';
import { texte } from './commun.ts';

/** `glossaire.yaml` : sigles du territoire, en plus de ceux que ctg connaît. */
export const schemaGlossaire = z
  .record(texte, texte)
  .meta({ title: 'Glossaire', description: 'Fichier glossaire.yaml : sigle, puis ce qu’il veut dire.', examples: [{ AVIP: 'À vocation d’insertion professionnelle' }] });

export type Glossaire = z.infer<typeof schemaGlossaire>;
