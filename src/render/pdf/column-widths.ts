/**
 * Largeurs des colonnes d'un tableau. Aucune colonne n'est plus étroite que son plus long mot ; le reste suit les parts de
 * l'arbre, sans donner à une colonne plus que sa plus longue ligne tant qu'une autre en manque.
 */
import type { Block, Inline } from '../../document/arbre.ts';
import { retourDeNote } from '../../document/texte.ts';
import type { TextStyle } from './definition.ts';

/** Plus long mot, plus longue ligne. */
export interface Need { readonly min: number; readonly max: number }
/** Une cellule : en plus, la longueur de chacun de ses paragraphes. */
export interface CellNeed extends Need { readonly paragraphs: readonly number[] }
export type TextWidth = (text: string, style: TextStyle) => number;

/** Là où une ligne peut se couper : après une espace ou un trait d'union, jamais à une espace insécable. */
const UNITS = /[^ \n-]*(?:-+|[ \n]+|$)/g;

interface Styled { readonly text: string; readonly style: TextStyle }

function flatten(inlines: readonly Inline[], style: TextStyle): Styled[] {
  return inlines.flatMap((inline): Styled[] => {
    switch (inline.type) {
      case 'break': return [{ text: '\n', style }];
      case 'page-total': return [{ text: '888', style }];
      case 'note-call': return [{ text: String(inline.number), style }];
      case 'note-back': return [{ text: retourDeNote(inline), style }];
      case 'text': case 'code': case 'blank': return [{ text: inline.value, style }];
      case 'strong': return flatten(inline.children, { ...style, bold: true });
      default: return flatten(inline.children, style);
    }
  });
}

/** Un mot peut courir d'une suite à la suivante : « **Caf**, ». */
export function textNeed(runs: readonly Styled[], width: TextWidth): Need {
  let min = 0;
  let max = 0;
  let word = 0;
  let line = 0;
  for (const { text, style } of runs) {
    for (const unit of text.match(UNITS) ?? []) {
      const letters = unit.trimEnd();
      // Le mot suivi de son espace est celui que la mise en page mesurera puis écrira : il n'est mis en forme qu'une fois.
      if (letters !== '') word += unit[letters.length] === ' ' ? width(`${letters} `, style) - width(' ', style) : width(letters, style);
      min = Math.max(min, word);
      max = Math.max(max, line + word);
      if (unit === letters && !unit.endsWith('-')) continue;
      line = unit.includes('\n') ? 0 : line + word + (unit === letters ? 0 : width(' ', style));
      word = 0;
    }
  }
  return { min, max };
}

/** Ce que demandent des blocs dans une cellule. */
export function blocksNeed(blocks: readonly Block[], style: TextStyle, width: TextWidth): CellNeed {
  const needs = blocks.map((block): CellNeed => {
    switch (block.type) {
      case 'paragraph': case 'heading': {
        const need = textNeed(flatten(block.children, style), width);
        return { ...need, paragraphs: [need.max] };
      }
      case 'list': {
        const indent = width('9. ', style);
        const items = block.items.map((item) => blocksNeed(item, style, width));
        const { min, max } = join(items);
        return { min: min + indent, max: max + indent, paragraphs: items.flatMap(({ paragraphs }) => paragraphs.map((one) => one + indent)) };
      }
      default: return { min: 0, max: Number.POSITIVE_INFINITY, paragraphs: [] };
    }
  });
  return { ...join(needs), paragraphs: needs.flatMap(({ paragraphs }) => paragraphs) };
}

export const join = (needs: readonly Need[]): Need => ({ min: Math.max(0, ...needs.map(({ min }) => min)), max: Math.max(0, ...needs.map(({ max }) => max)) });

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Baisse les plus larges, et elles seules, jusqu'à ce que la somme tienne. */
function level(widths: readonly number[], room: number): number[] {
  const sorted = [...widths].sort((a, b) => a - b);
  let left = room;
  for (const [i, width] of sorted.entries()) {
    const cap = left / (sorted.length - i);
    if (width > cap) return widths.map((one) => Math.min(one, cap));
    left -= width;
  }
  return [...widths];
}

/** Partage `room` entre les colonnes. */
export function distribute(needs: readonly Need[], shares: readonly number[], room: number): number[] {
  const tight = needs.map(({ min }) => min);
  if (total(tight) >= room) return level(tight, room);
  const wide = needs.map(({ min, max }) => Math.max(min, max));
  // Tout tient sur une ligne : chacun la sienne, et le surplus suit les parts, sans plafond.
  const easy = total(wide) <= room;
  const mins = easy ? wide : tight;
  const caps = easy ? wide.map(() => Number.POSITIVE_INFINITY) : wide;
  const share = (i: number): number => Math.max(shares[i] ?? 1, 0.01);
  const fixed = new Map<number, number>();
  for (;;) {
    const free = needs.map((_, i) => i).filter((i) => !fixed.has(i));
    const left = room - total([...fixed.values()]);
    const parts = total(free.map(share));
    const ideal = (i: number): number => (share(i) / parts) * left;
    const clamped = (i: number): number => Math.min(Math.max(ideal(i), mins[i] as number), caps[i] as number);
    const excess = total(free.map((i) => clamped(i) - ideal(i)));
    const stuck = free.filter((i) => (excess >= 0 ? clamped(i) > ideal(i) : clamped(i) < ideal(i)));
    if (stuck.length === 0 || stuck.length === free.length) return needs.map((_, i) => fixed.get(i) ?? clamped(i));
    for (const i of stuck) fixed.set(i, clamped(i));
  }
}

type Rows = readonly (readonly (CellNeed | null)[])[];
/** Les bouts de ligne que les mots ne remplissent pas. */
const RAGGED = 1.06;

/** Lignes que prendraient les rangées dans ces largeurs. */
function lineCount(rows: Rows, widths: readonly number[]): number {
  let count = 0;
  for (const row of rows) {
    let most = 1;
    for (let i = 0; i < row.length; i += 1) {
      let lines = 0;
      for (const one of row[i]?.paragraphs ?? []) lines += one <= (widths[i] as number) ? 1 : Math.ceil((one * RAGGED) / (widths[i] as number));
      most = Math.max(most, lines);
    }
    count += most;
  }
  return count;
}

const STEPS = [8, 24, 48];
const ROUNDS = 16;

/** Déplace de la largeur d'une colonne à l'autre tant que le tableau y perd des lignes. */
function refine(start: readonly number[], needs: readonly Need[], rows: Rows): { widths: number[]; lines: number } {
  let widths = [...start];
  let lines = lineCount(rows, widths);
  for (let round = 0; round < ROUNDS && lines > rows.length; round += 1) {
    let best: number[] | null = null;
    for (const step of STEPS) {
      for (let from = 0; from < widths.length; from += 1) {
        if ((widths[from] as number) - step < (needs[from] as Need).min) continue;
        for (let to = 0; to < widths.length; to += 1) {
          if (to === from) continue;
          const tried = widths.map((width, i) => (i === from ? width - step : i === to ? width + step : width));
          const count = lineCount(rows, tried);
          if (count < lines) [best, lines] = [tried, count];
        }
      }
    }
    if (best === null) break;
    widths = best;
  }
  return { widths, lines };
}

/** Largeurs d'un tableau : les parts de l'arbre, ajustées là où le tableau y perd des lignes. */
export function fitColumns(needs: readonly Need[], rows: Rows, shares: readonly number[], room: number): number[] {
  return refine(distribute(needs, shares, room), needs, rows).widths;
}
