/** Posée par l'empaquetage et par vitest, d'après package.json : un seul endroit dit la version. */
declare const CTG_VERSION: string;

export const VERSION = CTG_VERSION;
