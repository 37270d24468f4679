/**
 * Service public de la petite enfance : ce que la loi demande aux communes, et depuis quand (loi 2023-1196 du 18 décembre 2023, article 17 ;
 * Code de l'action sociale et des familles, articles L. 214-1-3 et L. 214-2). Relevé le 22 novembre 2026 dans des notes
 * d'associations de maires et de la Banque des territoires : à vérifier sur Légifrance.
 */
export const PETITE_ENFANCE = {
  /** Promulgation : un acte antérieur ne pouvait pas en tenir compte. */
  loi: '2023-12-18',
  /** Les communes sont autorités organisatrices à partir de ce jour. */
  effet: '2025-01-01',
  competences: [
    { champ: 'recenser', nom: 'recenser les besoins', plusDe: 0 },
    { champ: 'informer', nom: 'informer et accompagner les familles', plusDe: 0 },
    { champ: 'planifier', nom: 'planifier le développement de l’accueil', plusDe: 3500 },
    { champ: 'soutenir_qualite', nom: 'soutenir la qualité de l’accueil', plusDe: 3500 },
  ],
  /** Au-delà de ce nombre d'habitants, un schéma pluriannuel. */
  schema: { plusDe: 10_000, effet: '2025-01-01' },
  /** Au-delà de ce nombre d'habitants, un relais petite enfance. */
  relais: { plusDe: 10_000, effet: '2026-01-01' },
  thematique: 'petite-enfance',
} as const;
