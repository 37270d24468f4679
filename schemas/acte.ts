import { z } from 'zod';

/**
 * `convention.json`, joint au PDF : l'acte pour un logiciel. Ce fichier est écrit par ctg et lu par d'autres :
 * `format` augmente dès que cette forme change.
 */
const texte = z.string();
const nom = z.strictObject({ id: texte, numero: texte, titre: texte });
const fichier = z.strictObject({
  chemin: texte.meta({ title: 'Chemin', description: 'Depuis le dossier du territoire, en barres obliques.' }),
  octets: z.int().nonnegative().meta({ title: 'Taille', description: 'En octets.' }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/).meta({ title: 'Somme SHA-256' }),
});

export const schemaActe = z
  .strictObject({
    format: z.literal(1).meta({ title: 'Version du format de ce fichier' }),
    empreinte: z.string().regex(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/).meta({ title: 'Empreinte', description: 'Celle du pied des pages.', examples: ['3f2a-9c41-07be-d85a'] }),
    compilation: z
      .strictObject({
        ctg: texte.meta({ title: 'Version de ctg' }),
        stade: z.enum(['projet', 'conseil', 'signature', 'bilan']).meta({ title: 'Stade contrôlé' }),
        date: texte.meta({ title: 'Date du document', description: 'Date des métadonnées (ISO 8601), jamais l’horloge.' }),
        edition: z.int().nonnegative().nullable().meta({ title: 'Date imposée', description: 'SOURCE_DATE_EPOCH, en secondes, si elle a été donnée.' }),
        recompilable: z.boolean().meta({ title: 'Recompilable', description: 'Faux si des fichiers privés ne sont pas joints.' }),
      })
      .meta({ title: 'Compilation', description: 'Ce qu’il faut pour refaire le même PDF.' }),
    sources: z.array(fichier).meta({ title: 'Sources jointes', description: 'Les fichiers de l’archive jointe.' }),
    titre: texte.meta({ title: 'Titre de l’acte' }),
    modele: texte.meta({ title: 'Modèle', description: 'Nom et version de la convention type.' }),
    periode: z
      .strictObject({ annees: texte, debut: texte.nullable(), fin: texte.nullable() })
      .meta({ title: 'Période', description: 'Dates AAAA-MM-JJ ; début « signature » si l’acte court de sa signature ; vides si le fichier est privé.' }),
    territoire: z
      .strictObject({
        nom: texte,
        type: texte.nullable(),
        communes: z.array(z.strictObject({ nom: texte, insee: texte.nullable() })),
      })
      .meta({ title: 'Territoire', description: 'Type et communes : vides si le fichier est privé.' }),
    signataires: z
      .array(
        z.strictObject({
          id: texte,
          nom: texte,
          categorie: texte,
          siren: texte.nullable(),
          representants: z.array(z.strictObject({ nom: texte, qualite: texte })),
          deliberation: z.strictObject({ date: texte.nullable(), numero: texte.nullable() }).nullable(),
        }),
      )
      .meta({ title: 'Signataires', description: 'Dans l’ordre de l’acte, sauf ceux dont le fichier est privé.' }),
    pieces: z
      .array(
        z.strictObject({
          genre: z.enum(['liminaire', 'article', 'annexe', 'signatures']),
          id: texte,
          libelle: texte.nullable(),
          titre: texte,
          textes: z.array(texte).meta({ title: 'Textes', description: 'Les textes imprimés, dans l’ordre de lecture : un par paragraphe, élément ou case.' }),
          joints: z.array(z.strictObject({ nom: texte, sha256: texte })).meta({ title: 'Images et documents', description: 'Ce que la pièce montre et qui n’est pas du texte.' }),
        }),
      )
      .meta({ title: 'Pièces', description: 'Liminaires, articles, signatures, annexes, dans l’ordre de l’acte.' }),
    plan: z
      .strictObject({
        niveaux: z.array(texte),
        actions: z.array(
          z.strictObject({
            id: texte,
            numero: texte,
            titre: texte,
            niveaux: z.array(nom.nullable()),
            thematiques: z.array(texte),
            pilotes: z.array(texte),
            partenaires: z.array(texte),
            echeances: z.array(z.int()),
            indicateurs: z.array(texte),
            fiche: texte.nullable(),
          }),
        ),
      })
      .nullable()
      .meta({ title: 'Plan d’actions' }),
    chiffres: z
      .array(
        z.strictObject({
          id: texte,
          libelle: texte,
          valeur: z.number(),
          unite: texte,
          zone: texte,
          source: texte,
        }),
      )
      .meta({ title: 'Chiffres du diagnostic', description: 'Ceux que l’acte imprime.' }),
  })
  .meta({ title: 'L’acte, pour un logiciel', description: 'Fichier convention.json, joint au PDF : ce que l’acte dit, et de quoi le vérifier.' });

export type Acte = z.infer<typeof schemaActe>;
