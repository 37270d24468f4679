/** Les dessins de tableaux : filets et espaces. */
import type { TableLayout } from './definition.ts';

interface Options {
  readonly rule?: string;
  /** Épaisseur du filet au-dessus de la ligne `i` (0 : haut du tableau) ; `rows` rangées. */
  readonly horizontal?: (line: number, rows: number) => number;
  readonly vertical?: number;
  /** Espace à gauche et à droite, en haut et en bas d'une cellule. */
  readonly pad?: readonly [number, number];
  /** Collé aux bords du texte, à gauche et à droite. */
  readonly flush?: boolean;
}

export function tableLayout({ rule = '#000000', horizontal = () => 0, vertical = 0, pad = [0, 0], flush = false }: Options): TableLayout {
  return {
    hLineWidth: (line, node) => horizontal(line, node.table?.body.length ?? 0),
    vLineWidth: () => vertical,
    hLineColor: () => rule,
    vLineColor: () => rule,
    paddingLeft: (column) => (flush && column === 0 ? 0 : pad[0]),
    paddingRight: (column, node) => (flush && column === (node.table?.widths.length ?? 0) - 1 ? 0 : pad[0]),
    paddingTop: () => pad[1],
    paddingBottom: () => pad[1],
  };
}

export const bare = tableLayout({});
