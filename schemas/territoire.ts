import { z } from 'zod';
import { annee, refPartie, refThematique, sirenMotif, texte } from './commun.ts';

/** `territoire.yaml` : le périmètre, ses communes et qui y exerce quelle compétence. */
export const TYPES_TERRITOIRE = [
  'commune',
  'communauté de communes',
  'communauté d’agglomération',
  'communauté urbaine',
  'métropole',
  'syndicat',
  'bassin de vie',
  'groupement de communes',
  'département',
] as const;

export const ARTICLES = ['le', 'la', 'les', 'l’', 'aucun'] as const;
export const article = z.enum(ARTICLES).meta({
  title: 'Article',
  description: 'Article devant le nom, quand ctg ne le trouve pas seul. « aucun » : le nom se dit sans article.',
});

export const schemaTerritoire = z
  .strictObject({
    nom: texte.meta({ title: 'Nom du territoire', description: 'Tel qu’il paraît en couverture.', examples: ['Bassin nord de la Communauté urbaine Creusot Montceau', 'Aubergenville'] }),
    article: article.optional(),
    type: z.enum(TYPES_TERRITOIRE).meta({ title: 'Type de territoire', description: 'Nature du territoire que couvre la convention.' }),
    departement: texte.meta({ title: 'Département', description: 'Nom du département, en toutes lettres.', examples: ['Saône-et-Loire', 'Yvelines'] }),
    region: texte.optional().meta({ title: 'Région', description: 'Nom de la région, en toutes lettres.', examples: ['Bourgogne-Franche-Comté'] }),
    epci: z
      .strictObject({
        nom: texte.meta({ title: 'Nom', description: 'Nom officiel, en toutes lettres.' }),
        siren: z.string().regex(sirenMotif).optional().meta({ title: 'SIREN', description: 'Neuf chiffres, entre guillemets.', examples: ['200000001'] }),
      })
      .optional()
      .meta({ title: 'Intercommunalité', description: 'EPCI à fiscalité propre dont dépend le territoire, signataire ou non.' }),
    communes: z
      .array(
        z.strictObject({
          nom: texte.meta({ title: 'Nom', description: 'Nom officiel, article compris : Le Creusot, Les Bizots.', examples: ['Le Creusot', 'Écuisses'] }),
          insee: z.string().regex(/^\d[\dAB]\d{3}$/).optional().meta({ title: 'Code Insee', description: 'Cinq caractères, entre guillemets.', examples: ['71153'] }),
          article: article.optional(),
          population: z.int().min(0).optional().meta({ title: 'Population', description: 'Population légale.' }),
          annee_population: annee.optional().meta({ title: 'Année de la population', description: 'Année de cette population.' }),
          bassin: texte.optional().meta({ title: 'Bassin de vie', description: 'Bassin de vie auquel la commune appartient.' }),
        }),
      )
      .min(1)
      .meta({ title: 'Communes', description: 'Toutes les communes du périmètre, signataires ou non.' }),
    competences: z
      .array(
        z.strictObject({
          thematiques: z.array(refThematique).min(1).meta({ title: 'Thématiques', description: 'Thématiques de la compétence.', examples: [['petite-enfance', 'enfance']] }),
          exercee_par: z.array(refPartie).min(1).meta({ title: 'Exercée par', description: 'Signataires ou acteurs qui exercent la compétence.' }),
          precision: texte.optional().meta({ title: 'Précision', description: 'Ce que la compétence recouvre, ou ses limites.' }),
        }),
      )
      .optional()
      .meta({ title: 'Compétences', description: 'Qui exerce quelle compétence sur le territoire.' }),
    petite_enfance: z
      .strictObject({
        recenser: refPartie.optional().meta({ title: 'Recenser les besoins', description: 'Qui recense les besoins : identifiant d’acteur ou de signataire.' }),
        informer: refPartie.optional().meta({ title: 'Informer et accompagner les familles', description: 'Qui informe et accompagne les familles.' }),
        planifier: refPartie.optional().meta({ title: 'Planifier le développement', description: 'Qui planifie le développement de l’offre.' }),
        soutenir_qualite: refPartie.optional().meta({ title: 'Soutenir la qualité', description: 'Qui soutient la qualité des modes d’accueil.' }),
      })
      .optional()
      .meta({ title: 'Autorité organisatrice de l’accueil du jeune enfant', description: 'Pour chacune des quatre compétences, l’acteur qui l’exerce.' }),
    quartiers_prioritaires: z.array(texte).optional().meta({ title: 'Quartiers prioritaires de la ville', description: 'Noms des quartiers prioritaires.' }),
    zonages: z.array(texte).optional().meta({ title: 'Zonages', description: 'Zonages dont relève le territoire.', examples: [['France ruralités revitalisation']] }),
  })
  .meta({ title: 'Territoire', description: 'Fichier territoire.yaml : périmètre, communes et compétences.' });

export type Territoire = z.infer<typeof schemaTerritoire>;
