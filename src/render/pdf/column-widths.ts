/**
 * Largeurs des colonnes d'un tableau. Aucune colonne n'est plus étroite que son plus long mot ; le reste suit les parts de
 * l'arbre, sans donner à une colonne plus que sa plus longue ligne tant qu'une autre en manque.
 */
import type { Block, Inline } from '../../document/arbre.ts';
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
      if (letters !== '') word += width(letters, style);
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

/** Lignes que prendraient les rangées dans ces largeurs. */
function lineCount(rows: readonly (readonly (CellNeed | null)[])[], widths: readonly number[]): number {
  return total(rows.map((row) => row.reduce((most, cell, i) => Math.max(most, total((cell?.paragraphs ?? []).map((one) => Math.max(1, Math.ceil(one / (widths[i] as number)))))), 1)));
}

/** Gain de hauteur qui justifie de s'écarter des parts de l'arbre. */
const WORTH = 0.88;

/** Largeurs d'un tableau : les parts de l'arbre, ou celles du contenu si le tableau y perd assez de lignes. */
export function fitColumns(needs: readonly Need[], rows: readonly (readonly (CellNeed | null)[])[], shares: readonly number[], room: number): number[] {
  const asked = distribute(needs, shares, room);
  const natural = distribute(needs, needs.map(({ max }) => Math.sqrt(Math.min(max, room * 4))), room);
  return lineCount(rows, natural) < lineCount(rows, asked) * WORTH ? natural : asked;
}
