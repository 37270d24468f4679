import { z } from 'zod';
import { date, identifiant, refActeur, refThematique, texte } from './commun.ts';

/** `gouvernance.yaml` : les instances de pilotage et les chargés de coopération. */
export const schemaInstance = z
  .strictObject({
    nom: texte.meta({ title: 'Nom', examples: ['Comité de pilotage'] }),
    sigle: texte.optional().meta({ title: 'Sigle', examples: ['COPIL'] }),
    niveau: z.enum(['politique', 'stratégique', 'technique', 'thématique', 'citoyen']).optional().meta({ title: 'Niveau' }),
    rattachement: texte.optional().meta({ title: 'Dispositif de rattachement', examples: ['CTG', 'Contrat de ville'] }),
    missions: z.array(texte).optional().meta({ title: 'Missions' }),
    composition: z
      .array(
        z.strictObject({
          qualite: texte.meta({ title: 'Qualité', examples: ['Maire ou son représentant'] }),
          organisme: refActeur.optional().meta({ title: 'Organisme', description: 'Acteur représenté.' }),
          nombre: z.int().min(1).optional().meta({ title: 'Nombre' }),
        }),
      )
      .optional()
      .meta({ title: 'Composition' }),
    reunions_par_an: z
      .strictObject({
        min: z.int().min(0).optional().meta({ title: 'Au moins' }),
        max: z.int().min(1).optional().meta({ title: 'Au plus' }),
      })
      .optional()
      .meta({ title: 'Réunions par an' }),
    secretariat: refActeur.optional().meta({ title: 'Secrétariat', description: 'Acteur qui l’assure.' }),
    copilotage: z.array(refActeur).optional().meta({ title: 'Copilotage', description: 'Acteurs qui la conduisent ensemble.' }),
    parite: z.boolean().optional().meta({ title: 'À parité' }),
    decisionnelle: z.boolean().optional().meta({ title: 'Décisionnelle' }),
  })
  .meta({ title: 'Instance' });

export const schemaChargeCooperation = z
  .strictObject({
    intitule: texte.meta({ title: 'Intitulé du poste', examples: ['Chargé de coopération petite enfance'] }),
    employeur: refActeur.optional().meta({ title: 'Employeur', description: 'Acteur qui emploie. À omettre tant qu’il n’est pas choisi : « à désigner » paraît à sa place.' }),
    etp: z.number().meta({ title: 'Équivalent temps plein', description: 'Au plus 1 par personne.', examples: [0.5] }),
    thematiques: z.array(refThematique).optional().meta({ title: 'Thématiques' }),
    debut: date.optional().meta({ title: 'Prise de fonction' }),
    financement: texte.optional().meta({ title: 'Financement' }),
    bilan: texte.optional().meta({ title: 'Bilan' }),
  })
  .meta({ title: 'Chargé de coopération' });

export const schemaGouvernance = z
  .strictObject({
    instances: z.record(identifiant, schemaInstance).optional().meta({ title: 'Instances', description: 'Par identifiant.' }),
    charges_cooperation: z.record(identifiant, schemaChargeCooperation).optional().meta({ title: 'Chargés de coopération', description: 'Un par poste, par identifiant.' }),
    effectif_annonce: z
      .strictObject({
        postes: z.int().min(0).optional().meta({ title: 'Postes' }),
        etp: z.number().min(0).optional().meta({ title: 'ETP' }),
      })
      .optional()
      .meta({ title: 'Effectif annoncé ailleurs', description: 'Nombre de postes ou d’ETP déjà écrit hors du projet, que ctg compare à la somme.' }),
  })
  .meta({ title: 'Gouvernance', description: 'Fichier gouvernance.yaml : instances et chargés de coopération.' });

export type Instance = z.infer<typeof schemaInstance>;
export type ChargeCooperation = z.infer<typeof schemaChargeCooperation>;
export type Gouvernance = z.infer<typeof schemaGouvernance>;
