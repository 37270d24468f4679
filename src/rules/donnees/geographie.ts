/** Types de territoire qui sont une intercommunalité à fiscalité propre, tels que territoire.yaml les nomme. */
export const TYPES_INTERCOMMUNALITE: ReadonlySet<string> = new Set(['communauté de communes', 'communauté d’agglomération', 'communauté urbaine', 'métropole']);
