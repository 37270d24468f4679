import { z } from 'zod';
import { annee, date, identifiant, refPartie, texte } from './commun.ts';
import { schemaPetiteEnfance } from './petite-enfance.ts';

/** `convention.yaml` : les faits de l'acte lui-même. */
export const schemaConvention = z
  .strictObject({
    modele: identifiant.meta({
      title: 'Modèle de convention',
      description:
        'Modèle suivi : quatorze-articles, onze-articles, ou un modèle du dossier modeles/ du territoire.',
      examples: ['quatorze-articles', 'onze-articles'],
    }),
    hypothese: z.union([z.literal(1), z.literal(2)]).optional().meta({
      title: 'Hypothèse',
      description:
        'Pour les modèles à deux hypothèses. 1 : le diagnostic n’est pas achevé, le plan d’actions viendra par avenant. 2 : le plan d’actions est arrêté et inscrit dans la convention.',
      examples: [2],
    }),
    titre: texte.optional().meta({
      title: 'Titre de l’acte',
      description: 'Par défaut, celui du modèle.',
      examples: ['Convention territoriale globale de services aux familles'],
    }),
    generation: z.int().min(1).optional().meta({
      title: 'Génération',
      description: '1 pour une première CTG, 2 pour son renouvellement, etc.',
      examples: [2],
    }),
    periode: z
      .strictObject({
        debut: z.string().regex(/^(signature|\d{4}-\d{2}-\d{2})$/).meta({
          title: 'Début',
          description: 'Date de début (AAAA-MM-JJ), ou « signature » si la convention court de sa signature.',
          examples: ['2024-01-01', 'signature'],
        }),
        fin: date.meta({ title: 'Fin', description: 'Dernier jour de la convention.', examples: ['2027-12-31'] }),
      })
      .meta({ title: 'Période', description: 'Durée de la convention. Le titre, l’article Durée et les annexes en découlent.' }),
    signature: z
      .strictObject({
        lieu: texte.meta({ title: 'Lieu', description: 'Commune où l’acte est signé, avec son article.', examples: ['Le Creusot', 'Versailles'] }),
        date: date.optional().meta({ title: 'Date', description: 'Date de signature, quand elle est connue. Avant : une ligne à remplir à la main.' }),
      })
      .optional()
      .meta({ title: 'Signature', description: 'Lieu et date de signature.' }),
    exemplaires: z.int().min(1).optional().meta({
      title: 'Nombre d’exemplaires originaux',
      description: 'Par défaut : autant que de signataires.',
      examples: [3],
    }),
    preavis: z
      .strictObject({
        denonciation_mois: z.int().min(1).meta({
          title: 'Préavis de dénonciation, en mois',
          description: 'Délai à respecter pour mettre fin à la convention.',
          examples: [3, 6],
        }),
        mise_en_demeure_mois: z.int().min(1).optional().meta({
          title: 'Mise en demeure, en mois',
          description: 'Délai après lequel une mise en demeure restée sans effet entraîne la résiliation.',
          examples: [1],
        }),
      })
      .optional()
      .meta({ title: 'Préavis', description: 'Délais de fin de convention. Par défaut, ceux du modèle.' }),
    tribunal: texte.optional().meta({
      title: 'Tribunal compétent',
      description: 'Par défaut : le tribunal administratif dont relève la Caf.',
      examples: ['le tribunal administratif de Versailles'],
    }),
    cog: z
      .strictObject({ debut: annee.meta({ title: 'Première année', description: 'Premier jour ou première année.' }), fin: annee.meta({ title: 'Dernière année', description: 'Dernier jour ou dernière année.' }) })
      .optional()
      .meta({ title: 'Convention d’objectifs et de gestion', description: 'Années de la Cog entre l’État et la Cnaf que vise l’acte.' }),
    diagnostic_attendu_le: date.optional().meta({
      title: 'Échéance du diagnostic',
      description: 'Hypothèse 1 : date avant laquelle le diagnostic et le plan d’actions seront arrêtés.',
      examples: ['2025-04-30'],
    }),
    missions: z.array(identifiant).optional().meta({
      title: 'Missions retenues',
      description: 'Hypothèse 2 : missions du modèle auxquelles répond le plan d’actions. Par défaut, toutes.',
      examples: [['petite-enfance', 'parents']],
    }),
    predecesseur: z
      .strictObject({
        type: z.enum(['CEJ', 'CTG']).meta({ title: 'Type', description: 'Contrat enfance et jeunesse ou CTG.' }),
        numero: texte.optional().meta({ title: 'Numéro', description: 'Numéro du contrat, s’il en porte un.' }),
        debut: date.optional().meta({ title: 'Début', description: 'Premier jour ou première année.' }),
        fin: date.optional().meta({ title: 'Fin', description: 'Dernier jour ou dernière année.', examples: ['2023-12-31'] }),
      })
      .optional()
      .meta({ title: 'Contrat précédent', description: 'Contrat auquel la convention succède.' }),
    articulations: z
      .array(
        z.strictObject({
          nom: texte.meta({ title: 'Nom', description: 'Nom du contrat ou du schéma, tel qu’il se cite.', examples: ['Contrat de ville', 'Schéma départemental des services aux familles'] }),
          periode: texte.optional().meta({ title: 'Période', description: 'Années couvertes, comme on les écrit : 2024-2030.', examples: ['2024-2030'] }),
        }),
      )
      .optional()
      .meta({ title: 'Articulations', description: 'Autres contrats et schémas avec lesquels la convention s’accorde.' }),
    charte_engagement: z
      .strictObject({
        date: date.optional().meta({ title: 'Date', description: 'Jour de la signature, AAAA-MM-JJ.' }),
        signataires: z.array(refPartie).meta({ title: 'Signataires de la charte', description: 'Acteurs qui l’ont signée.' }),
      })
      .optional()
      .meta({ title: 'Charte d’engagement', description: 'Charte signée au lancement de la démarche.' }),
    vaut_schema_petite_enfance: z.boolean().optional().meta({
      title: 'Vaut schéma pluriannuel petite enfance',
      description: 'Oui si la convention tient lieu de schéma pluriannuel de l’offre d’accueil du jeune enfant.',
    }),
    schema_petite_enfance: schemaPetiteEnfance.optional().meta({
      title: 'Contenu du schéma petite enfance',
      description: 'Si la convention vaut schéma : où se lit chacun des éléments attendus (annexe, article, fiche-action, action, chiffre ou indicateur).',
    }),
    nombres_annonces: z
      .strictObject({
        axes: z.int().min(0).optional().meta({ title: 'Axes', description: 'Nombre d’axes annoncé ailleurs.' }),
        objectifs: z.int().min(0).optional().meta({ title: 'Objectifs', description: 'Nombre d’objectifs annoncé ailleurs.' }),
        actions: z.int().min(0).optional().meta({ title: 'Actions', description: 'Nombre d’actions annoncé ailleurs.' }),
        fiches: z.int().min(0).optional().meta({ title: 'Fiches-actions', description: 'Nombre de fiches-actions annoncé ailleurs.' }),
        annexes: z.int().min(0).optional().meta({ title: 'Annexes', description: 'Nombre d’annexes annoncé ailleurs.' }),
        signataires: z.int().min(0).optional().meta({ title: 'Signataires', description: 'Nombre de signataires annoncé ailleurs.' }),
        communes: z.int().min(0).optional().meta({ title: 'Communes du territoire', description: 'Nombre de communes annoncé ailleurs.' }),
        equipements: z.int().min(0).optional().meta({ title: 'Équipements', description: 'Nombre d’équipements annoncé ailleurs.' }),
        pages: z.int().min(1).optional().meta({ title: 'Pages', description: 'Nombre de pages annoncé ailleurs.' }),
      })
      .optional()
      .meta({
        title: 'Nombres annoncés ailleurs',
        description:
          'Nombres déjà écrits hors du projet (délibération, communiqué). ctg les compare à ceux qu’il compte ; ne rien mettre ici sinon.',
      }),
  })
  .meta({ title: 'Convention', description: 'Fichier convention.yaml : période, signature, délais et références de l’acte.' });

export type Convention = z.infer<typeof schemaConvention>;
