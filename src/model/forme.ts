/**
 * La vue du projet que les clauses peuvent lire, décrite une seule fois : le type TypeScript en est déduit,
 * et les chemins des gabarits (`{{caf.court}}`) sont vérifiés contre elle avant toute donnée.
 */

export interface FormeTexte { readonly k: 'texte' }
export interface FormeBooleen { readonly k: 'booleen' }
export interface FormeListe { readonly k: 'liste'; readonly de: Forme }
export interface FormeObjet { readonly k: 'objet'; readonly champs: { readonly [nom: string]: Forme } }
export interface FormeOptionnel { readonly k: 'optionnel'; readonly de: Forme }
export type Forme = FormeTexte | FormeBooleen | FormeListe | FormeObjet | FormeOptionnel;

export type TypeDe<F extends Forme> = F extends FormeTexte
  ? string
  : F extends FormeBooleen
    ? boolean
    : F extends { k: 'liste'; de: infer D extends Forme }
      ? readonly TypeDe<D>[]
      : F extends { k: 'optionnel'; de: infer D extends Forme }
        ? TypeDe<D> | null
        : F extends { k: 'objet'; champs: infer C extends { readonly [nom: string]: Forme } }
          ? { readonly [N in keyof C]: TypeDe<C[N]> }
          : never;

const texte = { k: 'texte' } as const;
const booleen = { k: 'booleen' } as const;
const liste = <const F extends Forme>(de: F) => ({ k: 'liste', de }) as const;
const objet = <const C extends { readonly [nom: string]: Forme }>(champs: C) => ({ k: 'objet', champs }) as const;
const optionnel = <const F extends Forme>(de: F) => ({ k: 'optionnel', de }) as const;

/** Un nombre compté par ctg : `chiffres` « 34 », `lettres` « trente-quatre », `zero` et `un` pour accorder. */
const compte = objet({ chiffres: texte, lettres: texte, zero: booleen, un: booleen });

/** Un nom et ses contractions : `le` « la commune du Creusot », `de` « de la commune du Creusot », `a` « à la commune du Creusot ». */
const nom = { le: texte, de: texte, a: texte };

export const formeVue = objet({
  convention: objet({
    titre: texte,
    /** « deuxième », si la génération est donnée. */
    generation: optionnel(texte),
    /** « 2024-2027 », ou « 2022-2026 » quand la convention court de sa signature et que l'année en est connue. */
    annees: texte,
    /** « à compter du 1er janvier 2024 » ou « à compter de la date de sa signature ». */
    prend_effet: texte,
    /** « 31 décembre 2027 ». */
    fin: texte,
    /** « quatre ans », si le début est une date. */
    duree: optionnel(texte),
    /** « à Versailles », « au Creusot ». */
    a_lieu: optionnel(texte),
    /** « 15 décembre 2022 ». */
    date_signature: optionnel(texte),
    /** « en autant d'exemplaires originaux que de signataires » ou « en trois exemplaires originaux ». */
    exemplaires: texte,
    /** « trois mois ». */
    preavis: texte,
    /** « un mois ». */
    mise_en_demeure: optionnel(texte),
    /** « du tribunal administratif dont relève la Caf ». */
    du_tribunal: texte,
    /** « 2023-2027 ». */
    cog: optionnel(texte),
    /** « 30 avril 2025 ». */
    diagnostic_attendu_le: optionnel(texte),
    /** `intitule` « le Contrat enfance et jeunesse », `fin` « 31 décembre 2023 ». */
    predecesseur: optionnel(objet({ intitule: texte, fin: optionnel(texte) })),
    articulations: liste(objet({ nom: texte, periode: optionnel(texte) })),
    charte_engagement: optionnel(objet({ signataires: texte, date: optionnel(texte) })),
    vaut_schema_petite_enfance: booleen,
  }),
  hypothese: objet({ une: booleen, deux: booleen }),
  territoire: objet({
    nom: texte,
    ...nom,
    type: texte,
    departement: texte,
    region: optionnel(texte),
    epci: optionnel(objet({ nom: texte, ...nom })),
    /** Le territoire est une commune seule. */
    commune_seule: booleen,
    communes: liste(objet({ nom: texte, de: texte, signataire: booleen })),
    /** « les communes de Saint-Eusèbe et de Morey », si des communes du périmètre ne signent pas. */
    non_signataires: optionnel(texte),
  }),
  /** La Caf signataire : `le` « la Caisse d'allocations familiales des Yvelines », `court` « la Caf », `de_court` « de la Caf », `a_court`. */
  caf: objet({ ...nom, court: texte, de_court: texte, a_court: texte }),
  /** Les collectivités signataires (communes, EPCI, syndicats, département) prises ensemble, ou la seule. */
  collectivites: objet({
    plusieurs: booleen,
    /** « la commune d'Aubergenville », ou « les collectivités signataires ». */
    ...nom,
    /** « la Commune d'Aubergenville » (nom court), ou « les collectivités signataires ». */
    court: texte,
    de_court: texte,
    a_court: texte,
  }),
  /** Dans l'ordre des fichiers signataires ; un groupe vaut une partie. */
  parties: liste(
    objet({
      id: texte,
      /** « la commune du Creusot ». */
      le: texte,
      /** « représentée par ». */
      representee: texte,
      /** « son maire, M. David Marti » ; deux représentants sont joints par « et par ». */
      representants: texte,
      /** « dûment autorisé » — accordé avec les représentants. */
      autorise: texte,
      /** « par délibération de son conseil municipal du 14 décembre 2022 », ou une autre habilitation. */
      habilitation: optionnel(texte),
      /** « ci-après dénommée ». */
      denommee: texte,
      /** « la Commune du Creusot ». */
      court: texte,
      caf: booleen,
      derniere: booleen,
    }),
  ),
  /** Une par signataire qui délibère, sauf celle de la Caf (`caf_deliberation`). */
  deliberations: liste(
    objet({
      /** « la délibération n° 24-081 du conseil municipal d'Aubergenville » ; les communes dont le vote n'a encore ni numéro ni date sont réunies. */
      intitule: texte,
      date: optionnel(texte),
    }),
  ),
  caf_deliberation: optionnel(objet({ intitule: texte, date: optionnel(texte) })),
  comptes: objet({
    signataires: compte,
    communes: compte,
    communes_signataires: compte,
    axes: compte,
    objectifs: compte,
    actions: compte,
    fiches: compte,
    annexes: compte,
    equipements: compte,
    instances: compte,
    postes: compte,
  }),
  /** Total des chargés de coopération : « 0,5 ». */
  etp: texte,
  /** Secret statistique, tel qu'il est réglé : nombre d'allocataires sous lequel une zone est tue, effectif sous lequel une valeur est effacée. */
  secret: objet({ allocataires_minimum: texte, effectif_minimum: texte }),
  /** Missions retenues, groupées comme dans le modèle. */
  missions: liste(objet({ titre: texte, choix: liste(texte) })),
  /** Ce que les sources contiennent : pour n'annoncer que ce qui est là. */
  presence: objet({
    diagnostic: booleen,
    chiffres: booleen,
    enjeux: booleen,
    plan: booleen,
    fiches: booleen,
    indicateurs: booleen,
    instances: booleen,
    charges_cooperation: booleen,
    equipements: booleen,
    /** Étapes de la démarche, du diagnostic à venir, du suivi. */
    calendrier: booleen,
    calendrier_diagnostic: booleen,
    calendrier_suivi: booleen,
    competences: booleen,
    glossaire: booleen,
  }),
});

export type Vue = TypeDe<typeof formeVue>;
