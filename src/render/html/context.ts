import type { Block, Inline } from '../../document/arbre.ts';
import type { Theme } from '../theme.ts';

export interface HtmlOptions {
  readonly theme: Theme;
  /** Nombre de pages du PDF ; null tant qu'il n'est pas connu (aperçu en cours de rédaction). */
  readonly pages: number | null;
}

/** Ce que les rendus de nœuds partagent le temps d'une page. */
export interface Context extends HtmlOptions {
  /** Années du calendrier, de la première à la dernière. */
  readonly years: readonly number[];
  /** Thématiques, dans l'ordre d'apparition : leur rang donne leur couleur. */
  readonly thematiques: readonly string[];
  /** Premiers blocs des pièces qui commencent une page : ils n'en commencent pas une de plus. */
  readonly opening: ReadonlySet<Block>;
  readonly outline: Outline;
  readonly anchors: Anchors;
  /** Rang du prochain dessin : un même graphique peut paraître deux fois, ses identifiants non. */
  readonly nextDrawing: () => number;
  readonly inlines: (nodes: readonly Inline[]) => string;
  readonly blocks: (nodes: readonly Block[]) => string;
}

/** Niveaux de titre : un seul h1, aucun niveau sauté, même si une pièce n'imprime pas son titre. */
export class Outline {
  #last = 1;
  #base = 2;

  /** Ouvre une pièce ; rend le niveau de son titre. */
  piece(titled: boolean): number {
    this.#base = titled ? 2 : 1;
    this.#last = this.#base;
    return 2;
  }

  /** Niveau d'un titre placé à `depth` crans sous celui de sa pièce. */
  below(depth: number): number {
    this.#last = Math.min(this.#base + depth, this.#last + 1, 6);
    return this.#last;
  }
}

/** Identifiants déjà posés : le premier nœud qui porte une ancre la garde, la page reste valide. */
export class Anchors {
  readonly #used: Set<string>;

  /** `reserved` : identifiants que la page pose elle-même. */
  constructor(reserved: readonly string[]) {
    this.#used = new Set(reserved);
  }

  /** Attribut `id`, précédé d'une espace, ou rien si l'ancre est vide ou déjà prise. */
  attribute(anchor: string): string {
    if (anchor === '' || this.#used.has(anchor)) return '';
    this.#used.add(anchor);
    return ` id="${anchor.replace(/[\s"<>&]/g, '-')}"`;
  }
}
