/** Le garde : pdfmake laisse tomber sans rien dire ce qui ne tient pas dans une page vide. Ici, c'est signalé. */
import { PageElementWriter } from './internals.ts';
import { REPEATED } from '../tags/tag.ts';
import type { Context, Fragment, LaidNode, LineInstance, OwnedItem, PageItem } from './types.ts';

/** Le même dessin, qui n'est plus qu'un rappel. */
const repeated = (item: PageItem): PageItem => (item.type === 'line' ? { type: 'line', item: Object.assign(item.item.clone(), { owner: REPEATED }) } : { ...item, item: { ...item.item, owner: REPEATED } });

export class GuardedWriter extends PageElementWriter {
  readonly #lost: (excerpt: string) => void;

  constructor(context: Context, lost: (excerpt: string) => void) {
    super(context);
    this.#lost = lost;
  }

  override addLine(line: LineInstance, keepPosition?: boolean, index?: number): false | { pageNumber: number } {
    const position = super.addLine(line, keepPosition, index ?? this.#place(line.inlines[0]));
    if (position === false) this.#lost(line.inlines.map((inline) => inline.text).join(''));
    return position;
  }

  override addVector(vector: OwnedItem, ignoreX?: boolean, ignoreY?: boolean, index?: number, forcePage?: number): unknown {
    return super.addVector(vector, ignoreX, ignoreY, index ?? this.#place(vector), forcePage);
  }

  /** pdfmake pose une puce ou un rang après la première ligne de son texte ; ils se lisent avant. */
  #place(item: { readonly marker?: true } | undefined): number | undefined {
    return item?.marker === undefined ? undefined : Math.max(0, (this.context().getCurrentPage()?.items.length ?? 0) - 1);
  }

  override addFragment(fragment: Fragment, useX?: boolean, useY?: boolean, keepPosition?: boolean): boolean {
    const placed = super.addFragment(fragment.insertedOnPages === undefined ? fragment : { ...fragment, items: fragment.items.map(repeated) }, useX, useY, keepPosition);
    if (!placed) this.#lost(fragment.items.map((item) => (item.type === 'line' ? item.item.inlines.map((inline) => inline.text).join('') : '')).join(' '));
    return placed;
  }

  override addImage(node: LaidNode, index?: number): unknown {
    const placed = super.addImage(node, index);
    if (!placed) this.#lost('image');
    return placed;
  }

  override addSVG(node: LaidNode, index?: number): unknown {
    const placed = super.addSVG(node, index);
    if (!placed) this.#lost('image');
    return placed;
  }

  override addCanvas(node: LaidNode, index?: number): unknown {
    const placed = super.addCanvas(node, index);
    if (!placed) this.#lost('figure');
    return placed;
  }
}
