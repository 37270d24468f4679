import { z } from 'zod';
import { annee, identifiant, refChiffre, refThematique, texte } from './commun.ts';

/** `diagnostic/*.yaml` : les chiffres du diagnostic. Chacun est cité par `[](chiffre:identifiant)`. */
export const ECHELLES = ['quartier', 'commune', 'bassin', 'EPCI', 'département', 'région', 'France'] as const;

const comparaison = z.strictObject({
  zone: texte.meta({ title: 'Zone', description: 'Territoire auquel la valeur se rapporte, par son nom.', examples: ['France', 'Saône-et-Loire'] }),
  echelle: z.enum(ECHELLES).optional().meta({ title: 'Échelle', description: 'Étendue de la zone : commune, EPCI, département, France…' }),
  valeur: z.number().meta({ title: 'Valeur', description: 'Le nombre seul, à la virgule près ; l’unité est à part.' }),
  annee: annee.optional().meta({ title: 'Année', description: 'Si elle diffère de celle du chiffre comparé.' }),
});

const point = z.strictObject({
  annee: annee.meta({ title: 'Année', description: 'Année des données, non celle de leur publication.' }),
  valeur: z.number().meta({ title: 'Valeur', description: 'Le nombre seul, à la virgule près ; l’unité est à part.' }),
});

const tranche = z.strictObject({
  age: texte.meta({ title: 'Tranche d’âge', description: 'Tranche d’âge, comme elle se lit.', examples: ['De 15 à 29 ans'] }),
  femmes: z.number().min(0).meta({ title: 'Femmes', description: 'Nombre de femmes de cette tranche.' }),
  hommes: z.number().min(0).meta({ title: 'Hommes', description: 'Nombre d’hommes de cette tranche.' }),
});

/** Les dessins qu'un chiffre peut demander, ou refuser. */
export const GRAPHIQUES = ['barres', 'evolution', 'pyramide', 'carte', 'aucun'] as const;

const commun = {
  unite: texte.optional().meta({ title: 'Unité', description: 'Ce que la valeur compte : habitants, foyers, %, €…', examples: ['habitants', 'foyers', '%', '€', 'places pour 100 enfants', 'ETP'] }),
  annee: annee.optional().meta({ title: 'Année', description: 'Année des données, non celle de leur publication.' }),
  source: texte.optional().meta({ title: 'Source', description: 'Qui publie la donnée, et où.', examples: ['Insee, recensement de la population', 'Caf'] }),
  echelle: z.enum(ECHELLES).optional().meta({ title: 'Échelle', description: 'Étendue de la zone : commune, EPCI, département, France…' }),
  zone: texte.optional().meta({ title: 'Zone', description: 'Nom du territoire mesuré.' }),
  thematique: refThematique.optional(),
};

export const schemaChiffre = z
  .strictObject({
    libelle: texte.meta({ title: 'Libellé', description: 'Ce que mesure le chiffre, en quelques mots.', examples: ['Taux de couverture de l’accueil du jeune enfant'] }),
    valeur: z.number().nullable().meta({ title: 'Valeur', description: 'Nombre, avec un point décimal ; vide si la donnée ne peut être publiée (voir motif).', examples: [71.8] }),
    motif: z.enum(['secret statistique', 'non disponible', 'non pertinent']).optional().meta({ title: 'Motif de l’absence', description: 'Pourquoi la valeur est vide.' }),
    precision: z.enum(['environ', 'près de', 'plus de', 'un peu plus de', 'moins de']).optional().meta({ title: 'Précision', description: 'Mot qui précède la valeur, quand elle est approchée.' }),
    ...commun,
    comparaisons: z.array(comparaison).optional().meta({ title: 'Comparaisons', description: 'La même mesure ailleurs.' }),
    evolution: z.array(point).min(2).max(12).optional().meta({ title: 'Évolution', description: 'La même mesure à d’autres années, la plus ancienne d’abord ; l’année et la valeur du chiffre s’y ajoutent si elles n’y sont pas.' }),
    ages: z.array(tranche).min(2).max(25).optional().meta({ title: 'Âges', description: 'La population par tranche d’âge, la plus jeune d’abord, pour une pyramide.' }),
    communes: z.record(z.string().regex(/^(\d{2}|2[AB])\d{3}$/), z.number()).optional().meta({ title: 'Communes', description: 'La même mesure dans chaque commune, par code Insee, pour une carte (communes.geojson). Une commune sans valeur à publier n’y est pas.', examples: [{ 71153: 21935 }] }),
    graphique: z.enum(GRAPHIQUES).optional().meta({ title: 'Graphique', description: 'Le dessin voulu, ou « aucun » pour laisser le chiffre au tableau. Sans cela, ctg prend le premier dont les données sont là : pyramide, carte, evolution, barres.' }),
    numerateur: refChiffre.optional().meta({ title: 'Numérateur', description: 'Pour un taux : chiffre au numérateur.' }),
    denominateur: refChiffre.optional().meta({ title: 'Dénominateur', description: 'Pour un taux : chiffre au dénominateur.' }),
    somme_de: z.array(refChiffre).optional().meta({ title: 'Somme de', description: 'Chiffres dont celui-ci est la somme.' }),
    arrondi: z.enum(['exact', 'à 5 près', 'à 10 près', 'à 100 près', 'à 1000 près']).optional().meta({ title: 'Arrondi', description: 'Précision de la valeur publiée, si elle est arrondie.' }),
    tendance: z
      .strictObject({
        sens: z.enum(['hausse', 'baisse', 'stable']).meta({ title: 'Sens', description: 'Sens de l’évolution : hausse, baisse ou stable.' }),
        periode: texte.optional().meta({ title: 'Période', description: 'Années entre lesquelles on l’observe.', examples: ['2013-2018'] }),
      })
      .optional()
      .meta({ title: 'Tendance', description: 'Évolution que le texte annonce ; ctg la compare aux valeurs.' }),
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
