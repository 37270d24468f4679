/** Recueillir les manquements, et ce que ctg n'a pas su vérifier. */
import type { Code } from './conditions/index.ts';

export interface Lieu {
  /** Numéro de page, à partir de 1. */
  readonly page?: number | null;
  /** Numéro d'objet du PDF, « 12 0 ». */
  readonly objet?: string | null;
  /** Chemin dans l'arbre de structure, « Document › Table › TR ». */
  readonly chemin?: string | null;
}

export interface Manquement {
  readonly code: Code;
  /** Ce qui ne va pas, ici. */
  readonly detail: string;
  readonly page: number | null;
  readonly objet: string | null;
  readonly chemin: string | null;
}

/** Occurrences gardées par code : au-delà, elles n'apprennent plus rien, mais restent comptées. */
const GARDEES = 200;

export class Constats {
  readonly manquements: Manquement[] = [];
  readonly comptes = new Map<Code, number>();
  readonly nonVerifies = new Set<string>();
  readonly #vus = new Set<string>();

  signaler(code: Code, detail: string, { page = null, objet = null, chemin = null }: Lieu = {}): void {
    const cle = `${code}|${detail}|${page}|${objet}|${chemin}`;
    if (this.#vus.has(cle)) return;
    const compte = (this.comptes.get(code) ?? 0) + 1;
    this.comptes.set(code, compte);
    if (compte > GARDEES) return;
    this.#vus.add(cle);
    this.manquements.push({ code, detail, page, objet, chemin });
  }

  /** Ce qui est dans le fichier et que ctg ne sait pas contrôler : le dire vaut mieux que le taire. */
  nonVerifie(quoi: string): void {
    this.nonVerifies.add(quoi);
  }
}
