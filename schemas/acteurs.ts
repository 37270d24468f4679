import { z } from 'zod';
import { identifiant, refPartie, texte } from './commun.ts';

/** `acteurs.yaml` : qui pilote et accompagne les actions sans signer la convention, ou les désigne collectivement. */
export const schemaActeurs = z
  .record(
    identifiant,
    z.strictObject({
      nom: texte.meta({ title: 'Nom', description: 'Comme il paraît dans le plan d’actions.', examples: ['PMI', 'Services petite enfance'] }),
      nom_complet: texte.optional().meta({ title: 'Nom complet', description: 'Nom développé, si « nom » est un sigle.', examples: ['Protection maternelle et infantile'] }),
      signataires: z.array(refPartie).optional().meta({ title: 'Signataires désignés', description: 'Si l’acteur est un ensemble de signataires.' }),
      a_designer: z.boolean().optional().meta({ title: 'À désigner', description: 'Oui si l’acteur reste à désigner : la validation le rappelle.' }),
    }),
  )
  .meta({ title: 'Acteurs', description: 'Fichier acteurs.yaml : identifiant de chaque acteur, et son nom.' });

export type Acteurs = z.infer<typeof schemaActeurs>;
