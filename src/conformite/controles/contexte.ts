import type { Constats } from '../constats.ts';
import type { Objet, Objets, PDFDict } from '../lecture/objets.ts';
import type { Emplois } from '../polices/emplois.ts';
import type { Couleurs } from './couleurs.ts';
import type { Arbre } from './structure.ts';

/** Ce que chaque contrôle reçoit. */
export interface Controle {
  readonly o: Objets;
  readonly octets: Uint8Array;
  readonly constats: Constats;
}

/** Ce que suivre un contenu demande de plus. */
export interface Suivi {
  readonly c: Controle;
  readonly arbre: Arbre;
  readonly couleurs: Couleurs;
  readonly emplois: Emplois;
  /** Dessins employés, et combien de fois. */
  readonly formes: Map<PDFDict, number>;
  /** Ce qui est déjà contrôlé, et les pages qui ont de la transparence. */
  readonly vus: Set<string>;
  /** Suit un dessin qui échappe au balisage : masque, apparence. */
  readonly libre: (flux: Objet, page: number) => void;
}
