/**
 * Service public de la petite enfance : ce que la loi demande aux communes, et depuis quand (loi 2023-1196 du 18 décembre 2023, article 17 ;
 * Code de l'action sociale et des familles, articles L. 214-1-3 et L. 214-2). L'article L. 214-1-3, en vigueur
 * depuis le 1er janvier 2025, a été relu le 22 novembre 2026 dans la foire aux questions du ministère des Solidarités.
 */
export const PETITE_ENFANCE = {
  /** Promulgation : un acte antérieur ne pouvait pas en tenir compte. */
  loi: '2023-12-18',
  /** Les communes sont autorités organisatrices à partir de ce jour. */
  effet: '2025-01-01',
  competences: [
    { champ: 'recenser', nom: 'recenser les besoins', grandesCommunes: false },
    { champ: 'informer', nom: 'informer et accompagner les familles', grandesCommunes: false },
    { champ: 'planifier', nom: 'planifier le développement de l’accueil', grandesCommunes: true },
    { champ: 'soutenir_qualite', nom: 'soutenir la qualité de l’accueil', grandesCommunes: true },
  ],
  /** Un schéma pluriannuel est dû à partir de ce jour, au-delà d'une population (seuils.json). */
  effetSchema: '2025-01-01',
  /** De même un relais petite enfance. */
  effetRelais: '2026-01-01',
  thematique: 'petite-enfance',
} as const;
