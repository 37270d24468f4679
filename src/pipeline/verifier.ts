/** Ce que la ligne de commande emploie pour juger un PDF. */
export { aNommer, ecartsLisibles, juger, rapprocher } from '../preuve/verdict.ts';
