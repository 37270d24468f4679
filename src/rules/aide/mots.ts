import { guillemets } from '../../base/francais.ts';

/** Cite un intitulé entre guillemets, abrégé s'il est long. */
export const citer = (titre: string): string => guillemets(titre.length > 70 ? `${titre.slice(0, 69).trimEnd()}…` : titre);
