/** Noms des deux fichiers joints au PDF. */
export const SOURCES_ZIP = 'sources.zip';
export const CONVENTION_JSON = 'convention.json';
