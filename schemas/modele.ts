import { z } from 'zod';
import { codeDeRegle, date, identifiant, listesDeRegle, refThematique, seuilsDeRegle, texte } from './commun.ts';
import { SECTIONS_FICHE } from './entetes.ts';

/** `templates/modeles/*.yaml`, ou `modeles/*.yaml` dans un territoire : la liste ordonnée des clauses et annexes, et leurs exigences. */
const piece = {
  id: identifiant.meta({ title: 'Identifiant', description: 'Nom symbolique : c’est par lui que le texte y renvoie.' }),
  clause: identifiant.optional().meta({ title: 'Clause', description: 'Fichier de la bibliothèque de clauses. Par défaut, celui qui porte l’identifiant.' }),
  titre: texte.optional().meta({ title: 'Titre', description: 'Par défaut, celui de la clause.' }),
  obligatoire: z.boolean().optional().meta({ title: 'Obligatoire', description: 'Par défaut : oui.' }),
  verrouille: z.boolean().optional().meta({ title: 'Verrouillée', description: 'Le territoire ne peut la remplacer sans motif.' }),
  texte_local: z.enum(['requis', 'possible']).optional().meta({ title: 'Texte du territoire', description: 'requis : le territoire doit l’écrire. possible : il peut.' }),
  hypothese: z.union([z.literal(1), z.literal(2)]).optional().meta({ title: 'Hypothèse', description: 'Ne paraît que sous cette hypothèse.' }),
};

export const schemaModele = z
  .strictObject({
    titre: texte.meta({ title: 'Titre de l’acte', description: 'Titre imprimé.' }),
    nom: texte.meta({ title: 'Nom du modèle', description: 'Comme on le désigne dans une liste.' }),
    description: texte.meta({ title: 'Description', description: 'À qui le modèle convient, et d’où il vient.' }),
    version: texte.meta({ title: 'Version', description: 'Année ou numéro du modèle de la Caf.', examples: ['2022'] }),
    hypotheses: z.boolean().optional().meta({ title: 'À deux hypothèses', description: 'Oui si le territoire doit choisir l’hypothèse 1 ou 2.' }),
    liminaires: z.array(z.strictObject(piece)).meta({ title: 'Avant les articles', description: 'Parties, visas, préambule : sans numéro.' }),
    articles: z.array(z.strictObject(piece)).min(1).meta({ title: 'Articles', description: 'Dans l’ordre ; la numérotation en découle.' }),
    annexes: z.array(z.strictObject(piece)).meta({ title: 'Annexes', description: 'Dans l’ordre ; la numérotation en découle.' }),
    duree: z
      .strictObject({
        min_annees: z.int().min(1).optional().meta({ title: 'Durée minimale, en années', description: 'Nombre d’années au moins.' }),
        max_annees: z.int().min(1).optional().meta({ title: 'Durée maximale, en années', description: 'Nombre d’années au plus.' }),
      })
      .optional()
      .meta({ title: 'Durée', description: 'Durées que le modèle admet.' }),
    preavis: z
      .strictObject({
        denonciation_mois: z.int().min(1).meta({ title: 'Préavis de dénonciation, en mois', description: 'Délai pour mettre fin à la convention.' }),
        mise_en_demeure_mois: z.int().min(1).optional().meta({ title: 'Mise en demeure, en mois', description: 'Délai après lequel une mise en demeure sans effet entraîne la résiliation.' }),
      })
      .meta({ title: 'Délais par défaut', description: 'Délais employés si convention.yaml n’en dit rien.' }),
    thematiques: z
      .strictObject({
        toutes: z.array(refThematique).optional().meta({ title: 'Toutes celles-ci', description: 'Thématiques que le plan doit toutes aborder.' }),
        autres: z.int().min(0).optional().meta({ title: 'Et ce nombre d’autres', description: 'Nombre de thématiques de plus, au choix.' }),
      })
      .optional()
      .meta({ title: 'Thématiques minimales', description: 'Ce que le plan d’actions doit couvrir.' }),
    fiche: z
      .strictObject({
        sections_obligatoires: z.array(z.enum(SECTIONS_FICHE.map((s) => s.id))).meta({ title: 'Sections obligatoires', description: 'Sections que chaque fiche-action doit porter.' }),
      })
      .optional()
      .meta({ title: 'Fiche-action', description: 'Ce que le modèle demande aux fiches-actions.' }),
    regles: z
      .record(
        codeDeRegle,
        z.strictObject({
          seuils: seuilsDeRegle,
          listes: listesDeRegle,
          source: texte.meta({ title: 'Source', description: 'D’où viennent ces valeurs.', examples: ['Article « Échanges de données » du modèle de la Caf, 2022'] }),
          releve_le: date.meta({ title: 'Relevé le', description: 'Jour où elles y ont été lues.', examples: ['2026-11-22'] }),
        }),
      )
      .optional()
      .meta({ title: 'Réglage des règles', description: 'Seuils et listes propres à ce modèle, par code de règle. Un seuil que la loi fixe n’en change pas.' }),
    missions: z
      .array(
        z.strictObject({
          titre: texte.meta({ title: 'Mission', description: 'Titre imprimé.' }),
          choix: z.record(identifiant, texte).meta({ title: 'Objectifs au choix', description: 'Objectifs proposés pour cette mission, par identifiant.' }),
        }),
      )
      .optional()
      .meta({ title: 'Missions de la branche Famille', description: 'Liste où le territoire choisit (convention.yaml, missions).' }),
  })
  .meta({ title: 'Modèle de convention', description: 'Liste ordonnée des clauses et annexes d’un modèle, et ses exigences.' });

/** En-tête d'une clause (`templates/clauses/*.md.hbs`). */
export const schemaClause = z
  .strictObject({
    titre: texte.meta({ title: 'Titre de l’article ou de l’annexe', description: 'Titre imprimé.' }),
  })
  .meta({ title: 'Clause', description: 'En-tête d’une clause de la bibliothèque.' });

export type Modele = z.infer<typeof schemaModele>;
export type PieceModele = Modele['articles'][number];
export type ClauseEntete = z.infer<typeof schemaClause>;
