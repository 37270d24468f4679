/** Un endroit d'un texte source : décalages en unités UTF-16, `fin` exclue. Les lignes sont calculées tard, par `SourceText`. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export interface Position {
  /** À partir de 1. */
  readonly line: number;
  /** À partir de 1, en unités UTF-16. */
  readonly column: number;
}

/** Un texte source et ses débuts de ligne. Immuable. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  get lineStarts(): readonly number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      for (let i = this.text.indexOf('\n'); i !== -1; i = this.text.indexOf('\n', i + 1)) starts.push(i + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }

  /** Ligne et colonne d'un décalage ; un décalage hors du texte est ramené à ses bornes. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] as number) + 1 };
  }

  /** Texte d'une ligne (à partir de 1), sans sa fin de ligne. */
  line(line: number): string {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return '';
    const end = this.text.indexOf('\n', start);
    return this.text.slice(start, end === -1 ? this.text.length : end).replace(/\r$/, '');
  }
}

/** Chemin d'une valeur dans un fichier YAML : clés et rangs. */
export type Path = readonly (string | number)[];
/** Endroit d'une valeur, ou de sa clé. Un chemin absent mène à la clé de l'ancêtre le plus proche. */
export type Locator = (path: Path, target?: 'key' | 'value') => Span;
