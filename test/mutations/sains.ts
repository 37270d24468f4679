/** Ce que ctg dit des exemples sains, à quelque stade que ce soit, et pourquoi c'est juste. Un constat sans raison ici est une fausse alerte. */
export const SAINS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  minimal: {
    CTG4103: 'la délibération n’a ni transmission ni publication : l’exemple s’arrête avant la signature',
    CTG4111: 'pas de calendrier, donc pas d’évaluation avant le terme',
    CTG4219: 'pas d’indicateur sur la convention entière',
  },
  aubergenville: {
    CTG4010: 'la délibération de la Caf est de janvier 2022, le vote de décembre 2024 : c’est le cas réel qui a fait écrire la règle',
    CTG4104: 'l’acte prend effet en janvier 2024, onze mois avant le vote : vrai dans la source',
    CTG4111: 'pas de calendrier dans la source',
    CTG4219: 'pas d’indicateur sur la convention entière dans la source',
    CTG4401: 'la source ne dit pas qui exerce les compétences d’autorité organisatrice, nées en 2025',
    CTG4403: 'plus de 10 000 habitants, et rien sur le schéma petite enfance',
  },
  'creusot-montceau': {
    CTG4102: 'la source ne donne pas les délibérations des communes, ni le numéro de celle de la Communauté urbaine',
    CTG4103: 'ni transmission ni publication dans la source',
    CTG4111: 'le calendrier de la source s’arrête avant la signature',
    CTG4167: 'la source ne dit pas ce que les conseils ont reçu',
    CTG4214: 'Saint-Eusèbe est dans le bassin et ne signe pas : vrai dans la source',
    CTG4218: 'indicateurs sans unité ni cible dans la source',
    CTG4252: 'la source ne donne d’indicateurs qu’aux actions qui ont une fiche',
    CTG4262: 'le chargé de coopération reste à désigner, la source le dit',
  },
};
