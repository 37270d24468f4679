import { z } from 'zod';
import { annee, identifiant, refThematique, texte } from './commun.ts';

/** `diagnostic/*.yaml` : les chiffres du diagnostic. Chacun est cité par `[](chiffre:identifiant)`. */
export const ECHELLES = ['quartier', 'commune', 'bassin', 'EPCI', 'département', 'région', 'France'] as const;

const comparaison = z.strictObject({
  zone: texte.meta({ title: 'Zone', examples: ['France', 'Saône-et-Loire'] }),
  echelle: z.enum(ECHELLES).optional().meta({ title: 'Échelle' }),
  valeur: z.number().meta({ title: 'Valeur' }),
  annee: annee.optional().meta({ title: 'Année', description: 'Si elle diffère de celle du chiffre comparé.' }),
});

const commun = {
  unite: texte.optional().meta({ title: 'Unité', examples: ['habitants', 'foyers', '%', '€', 'places pour 100 enfants', 'ETP'] }),
  annee: annee.optional().meta({ title: 'Année' }),
  source: texte.optional().meta({ title: 'Source', examples: ['Insee, recensement de la population', 'Caf'] }),
  echelle: z.enum(ECHELLES).optional().meta({ title: 'Échelle' }),
  zone: texte.optional().meta({ title: 'Zone', description: 'Nom du territoire mesuré.' }),
  thematique: refThematique.optional(),
};

export const schemaChiffre = z
  .strictObject({
    libelle: texte.meta({ title: 'Libellé', examples: ['Taux de couverture de l’accueil du jeune enfant'] }),
    valeur: z.number().nullable().meta({ title: 'Valeur', description: 'Nombre, avec un point décimal ; vide si la donnée ne peut être publiée (voir motif).', examples: [71.8] }),
    motif: z.enum(['secret statistique', 'non disponible', 'non pertinent']).optional().meta({ title: 'Motif de l’absence', description: 'Pourquoi la valeur est vide.' }),
    precision: z.enum(['environ', 'près de', 'plus de', 'un peu plus de', 'moins de']).optional().meta({ title: 'Précision', description: 'Mot qui précède la valeur, quand elle est approchée.' }),
    ...commun,
    comparaisons: z.array(comparaison).optional().meta({ title: 'Comparaisons', description: 'La même mesure ailleurs.' }),
    numerateur: identifiant.optional().meta({ title: 'Numérateur', description: 'Pour un taux : chiffre au numérateur.' }),
    denominateur: identifiant.optional().meta({ title: 'Dénominateur', description: 'Pour un taux : chiffre au dénominateur.' }),
    somme_de: z.array(identifiant).optional().meta({ title: 'Somme de', description: 'Chiffres dont celui-ci est la somme.' }),
    arrondi: z.enum(['exact', 'à 5 près', 'à 10 près', 'à 100 près', 'à 1000 près']).optional().meta({ title: 'Arrondi' }),
    tendance: z
      .strictObject({
        sens: z.enum(['hausse', 'baisse', 'stable']).meta({ title: 'Sens' }),
        periode: texte.optional().meta({ title: 'Période', examples: ['2013-2018'] }),
      })
      .optional()
      .meta({ title: 'Tendance' }),
    commentaire: texte.optional().meta({ title: 'Commentaire', description: 'Note pour qui tient le diagnostic : doute de lecture, mode de calcul. Ne s’imprime pas.' }),
  })
  .meta({ title: 'Chiffre', description: 'Un chiffre, ce qu’il mesure, d’où il vient.' });

export const schemaDiagnostic = z
  .strictObject({
    titre: texte.optional().meta({ title: 'Titre du groupe', description: 'Titre du tableau où paraissent ces chiffres.', examples: ['Population'] }),
    par_defaut: z.strictObject(commun).optional().meta({ title: 'Par défaut', description: 'Vaut pour chaque chiffre du fichier qui ne dit pas autre chose.' }),
    chiffres: z.record(identifiant, schemaChiffre).meta({ title: 'Chiffres', description: 'Chiffres par identifiant.' }),
  })
  .meta({ title: 'Chiffres du diagnostic', description: 'Fichier du dossier diagnostic/ : des chiffres et leur source.' });

export type Chiffre = z.infer<typeof schemaChiffre>;
export type Diagnostic = z.infer<typeof schemaDiagnostic>;
