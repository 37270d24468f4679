/** Les figures connues après la mise en page (numéros et total de pages) sont écrites à leur place, juste avant le dessin. */
import type { Page, PageItem, Word } from './types.ts';

/** Page (à partir de 1) de chaque destination. */
export function destinations(pages: readonly Page[]): Map<string, number> {
  const found = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const item of page.items) {
      if (item.type === 'line' && item.item.id !== undefined && !found.has(item.item.id)) found.set(item.item.id, index + 1);
    }
  });
  return found;
}

function fill(item: Extract<PageItem, { type: 'line' }>, value: (word: Word) => string): void {
  const line = item.item;
  let shift = 0;
  for (const word of line.inlines) {
    if (word.x !== undefined) word.x += shift;
    if (word.late === null) continue;
    const text = value(word);
    const width = word.font.widthOfString(text, word.fontSize);
    shift += width - word.width;
    word.text = text;
    word.width = width;
  }
  const alignment = line.inlines[0]?.alignment;
  if (line.x !== undefined && shift !== 0) line.x -= alignment === 'right' ? shift : alignment === 'center' ? shift / 2 : 0;
}

export function fillLateFigures(pages: readonly Page[]): void {
  const found = destinations(pages);
  for (const page of pages) {
    for (const item of page.items) {
      if (item.type !== 'line' || !item.item.inlines.some((word) => word.late !== null)) continue;
      fill(item, ({ late, text }) => {
        if (late === null) return text;
        return late.kind === 'total' ? String(pages.length) : String(found.get(late.of) ?? '');
      });
    }
  }
}
