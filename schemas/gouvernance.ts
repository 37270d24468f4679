import { z } from 'zod';
import { date, identifiant, refActeur, refThematique, texte } from './commun.ts';

/** `gouvernance.yaml` : les instances de pilotage et les chargés de coopération. */
export const schemaInstance = z
  .strictObject({
    nom: texte.meta({ title: 'Nom', description: 'Nom de l’instance.', examples: ['Comité de pilotage'] }),
    sigle: texte.optional().meta({ title: 'Sigle', description: 'Sigle en usage.', examples: ['COPIL'] }),
    niveau: z.enum(['politique', 'stratégique', 'technique', 'thématique', 'citoyen']).optional().meta({ title: 'Niveau', description: 'À quel niveau elle travaille.' }),
    rattachement: texte.optional().meta({ title: 'Dispositif de rattachement', description: 'Dispositif dont elle relève, si ce n’est pas la seule CTG.', examples: ['CTG', 'Contrat de ville'] }),
    missions: z.array(texte).optional().meta({ title: 'Missions', description: 'Ce dont elle est chargée, une phrase par mission.' }),
    composition: z
      .array(
        z.strictObject({
          qualite: texte.meta({ title: 'Qualité', description: 'Fonction ou qualité des membres.', examples: ['Maire ou son représentant'] }),
          organisme: refActeur.optional().meta({ title: 'Organisme', description: 'Acteur représenté.' }),
          nombre: z.int().min(1).optional().meta({ title: 'Nombre', description: 'Nombre de membres de cette qualité.' }),
        }),
      )
      .optional()
      .meta({ title: 'Composition', description: 'Qui y siège.' }),
    reunions_par_an: z
      .strictObject({
        min: z.int().min(0).optional().meta({ title: 'Au moins', description: 'Nombre le plus petit par an.' }),
        max: z.int().min(1).optional().meta({ title: 'Au plus', description: 'Nombre le plus grand par an.' }),
      })
      .optional()
      .meta({ title: 'Réunions par an', description: 'Fréquence des réunions.' }),
    secretariat: refActeur.optional().meta({ title: 'Secrétariat', description: 'Acteur qui l’assure.' }),
    copilotage: z.array(refActeur).optional().meta({ title: 'Copilotage', description: 'Acteurs qui la conduisent ensemble.' }),
    parite: z.boolean().optional().meta({ title: 'À parité', description: 'Oui si la Caf et le territoire y sont en nombre égal.' }),
    decisionnelle: z.boolean().optional().meta({ title: 'Décisionnelle', description: 'Oui si cette instance décide ; une au moins doit le faire.' }),
  })
  .meta({ title: 'Instance' });

export const schemaChargeCooperation = z
  .strictObject({
    intitule: texte.meta({ title: 'Intitulé du poste', description: 'Intitulé du poste, tel que sur la fiche de poste.', examples: ['Chargé de coopération petite enfance'] }),
    employeur: refActeur.optional().meta({ title: 'Employeur', description: 'Acteur qui emploie. À omettre tant qu’il n’est pas choisi : « à désigner » paraît à sa place.' }),
    etp: z.number().meta({ title: 'Équivalent temps plein', description: 'Au plus 1 par personne.', examples: [0.5] }),
    thematiques: z.array(refThematique).optional().meta({ title: 'Thématiques', description: 'Thématiques suivies.' }),
    debut: date.optional().meta({ title: 'Prise de fonction', description: 'Jour de la prise de fonction, AAAA-MM-JJ.' }),
    financement: texte.optional().meta({ title: 'Financement', description: 'Qui finance le poste, et comment.' }),
    bilan: texte.optional().meta({ title: 'Bilan', description: 'Ce que le poste a permis, pour le bilan.' }),
  })
  .meta({ title: 'Chargé de coopération' });

export const schemaGouvernance = z
  .strictObject({
    instances: z.record(identifiant, schemaInstance).optional().meta({ title: 'Instances', description: 'Par identifiant.' }),
    charges_cooperation: z.record(identifiant, schemaChargeCooperation).optional().meta({ title: 'Chargés de coopération', description: 'Un par poste, par identifiant.' }),
    effectif_annonce: z
      .strictObject({
        postes: z.int().min(0).optional().meta({ title: 'Postes', description: 'Nombre de postes que la Caf finance.' }),
        etp: z.number().min(0).optional().meta({ title: 'ETP', description: 'Équivalents temps plein que la Caf finance.' }),
      })
      .optional()
      .meta({ title: 'Effectif annoncé ailleurs', description: 'Nombre de postes ou d’ETP déjà écrit hors du projet, que ctg compare à la somme.' }),
  })
  .meta({ title: 'Gouvernance', description: 'Fichier gouvernance.yaml : instances et chargés de coopération.' });

export type Instance = z.infer<typeof schemaInstance>;
export type ChargeCooperation = z.infer<typeof schemaChargeCooperation>;
export type Gouvernance = z.infer<typeof schemaGouvernance>;
