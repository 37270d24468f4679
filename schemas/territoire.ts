import { z } from 'zod';
import { annee, identifiant, refThematique, sirenMotif, texte } from './commun.ts';

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
    type: z.enum(TYPES_TERRITOIRE).meta({ title: 'Type de territoire' }),
    departement: texte.meta({ title: 'Département', examples: ['Saône-et-Loire', 'Yvelines'] }),
    region: texte.optional().meta({ title: 'Région', examples: ['Bourgogne-Franche-Comté'] }),
    epci: z
      .strictObject({
        nom: texte.meta({ title: 'Nom' }),
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
          population: z.int().min(0).optional().meta({ title: 'Population' }),
          annee_population: annee.optional().meta({ title: 'Année de la population' }),
          bassin: texte.optional().meta({ title: 'Bassin de vie' }),
        }),
      )
      .min(1)
      .meta({ title: 'Communes', description: 'Toutes les communes du périmètre, signataires ou non.' }),
    competences: z
      .array(
        z.strictObject({
          thematiques: z.array(refThematique).min(1).meta({ title: 'Thématiques', examples: [['petite-enfance', 'enfance']] }),
          exercee_par: z.array(identifiant).min(1).meta({ title: 'Exercée par', description: 'Signataires ou acteurs qui exercent la compétence.' }),
          precision: texte.optional().meta({ title: 'Précision' }),
        }),
      )
      .optional()
      .meta({ title: 'Compétences', description: 'Qui exerce quelle compétence sur le territoire.' }),
    petite_enfance: z
      .strictObject({
        recenser: identifiant.optional().meta({ title: 'Recenser les besoins' }),
        informer: identifiant.optional().meta({ title: 'Informer et accompagner les familles' }),
        planifier: identifiant.optional().meta({ title: 'Planifier le développement' }),
        soutenir_qualite: identifiant.optional().meta({ title: 'Soutenir la qualité' }),
      })
      .optional()
      .meta({ title: 'Autorité organisatrice de l’accueil du jeune enfant', description: 'Pour chacune des quatre compétences, l’acteur qui l’exerce.' }),
    quartiers_prioritaires: z.array(texte).optional().meta({ title: 'Quartiers prioritaires de la ville' }),
    zonages: z.array(texte).optional().meta({ title: 'Zonages', examples: [['France ruralités revitalisation']] }),
  })
  .meta({ title: 'Territoire', description: 'Fichier territoire.yaml : périmètre, communes et compétences.' });

export type Territoire = z.infer<typeof schemaTerritoire>;
