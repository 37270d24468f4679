/** Types de territoire qui sont une intercommunalité à fiscalité propre, tels que territoire.yaml les nomme. */
export const TYPES_INTERCOMMUNALITE: ReadonlySet<string> = new Set(['communauté de communes', 'communauté d’agglomération', 'communauté urbaine', 'métropole']);

/** Les mêmes, tels que la géographie officielle (DGCL) les code. */
export const TYPES_OFFICIELS: Readonly<Record<string, string>> = {
  CC: 'communauté de communes',
  CA: 'communauté d’agglomération',
  CU: 'communauté urbaine',
  METRO: 'métropole',
  MET69: 'métropole',
};
