/** Écart admis entre une population déclarée et la population officielle : choix de ctg, pour laisser passer un autre millésime. */
export const ECART_POPULATION = 0.1;

/** Types de territoire qui sont une intercommunalité à fiscalité propre, tels que territoire.yaml les nomme. */
export const TYPES_INTERCOMMUNALITE: ReadonlySet<string> = new Set(['communauté de communes', 'communauté d’agglomération', 'communauté urbaine', 'métropole']);
