/** Les variables que ctg lit, pour la référence et la page de manuel. */
export const ENVIRONMENT: readonly (readonly [names: readonly string[], effect: string])[] = [
  [['NO_COLOR'], 'jamais de couleur ; l’emporte sur le reste'],
  [['FORCE_COLOR'], 'de la couleur même hors d’un terminal, donc en intégration continue ; 0 n’en veut pas'],
  [['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'], 'racine du dépôt, posée par GitHub Actions et GitLab CI : les chemins des rapports en partent'],
  [['CTG_TRACE=1'], 'comme --trace'],
  [['SOURCE_DATE_EPOCH'], 'date des documents, en secondes depuis 1970, pour une compilation reproductible'],
];
