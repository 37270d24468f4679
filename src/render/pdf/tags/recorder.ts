/**
 * Suit la mise en page nœud par nœud, dans l'ordre de lecture, et bâtit l'arbre de structure avant tout dessin. Chaque ligne,
 * image ou tracé y apprend à qui il appartient.
 */
import type { LaidNode } from '../flow/types.ts';
import { Element, type Owner } from './element.ts';
import { linkHeaders } from './headers.ts';
import { settleHeadings } from './headings.ts';
import { openRows } from './tables.ts';
import { type Artifact, LAYOUT, type Tag, tag, type TagType } from './tag.ts';

/** Éléments dont le texte est le contenu même, sans paragraphe. */
const TEXTUAL: ReadonlySet<TagType> = new Set(['H', 'P', 'Caption', 'Lbl', 'Reference', 'Link', 'Span', 'Code']);
/** Éléments qui ne portent jamais de texte directement. */
const GROUPS: ReadonlySet<TagType> = new Set(['Document', 'Sect', 'Art', 'Div', 'BlockQuote', 'TOC', 'TOCI', 'L', 'LI', 'Table', 'THead', 'TBody', 'TR', 'Note']);

interface Frame {
  readonly node: LaidNode;
  readonly element: Element;
  readonly artifact: Artifact | null;
  /** Cellules d'un tableau. */
  readonly cells: ReadonlyMap<LaidNode, Element> | null;
  /** L'unique texte d'une cellule ou d'une puce : il s'écrit sans paragraphe. */
  readonly only: LaidNode | null;
  /** À qui va ce que ce nœud dessine. */
  readonly owner: Owner;
  /** Le texte continue un élément que d'autres nœuds remplissent aussi. */
  readonly shared: boolean;
}

const blank = (node: LaidNode): boolean => (node.text !== undefined && (node._inlines ?? []).every(({ text }) => text.trim() === '')) || node._span === true;

/** Le seul texte d'une cellule ou d'une puce qui n'a rien d'autre. */
function soleText(node: LaidNode): LaidNode | null {
  if (node.text !== undefined) return node;
  const [first, ...others] = (node.stack ?? []).filter((child) => !blank(child));
  if (first === undefined || others.length > 0 || first.tag !== undefined || first.within !== undefined) return null;
  return soleText(first);
}

interface ItemTags { readonly item: Tag; readonly label: Tag; readonly body: Tag }
const known = new WeakMap<LaidNode, ItemTags>();
function itemTags(item: LaidNode): ItemTags {
  const before = known.get(item);
  if (before !== undefined) return before;
  // Une puce est un rond dessiné : sans ce texte, elle ne se lirait pas.
  const made = { item: tag('LI'), label: tag('Lbl', item.listMarker?.canvas === undefined ? {} : { actual: '•' }), body: tag('LBody') };
  known.set(item, made);
  return made;
}

export class Recorder {
  readonly root = new Element({ type: 'Document' }, null);
  readonly #frames: Frame[] = [];
  #zone: Artifact | null = null;

  /** Tout ce que `draw` met en page revient à chaque page : en-tête, pied. */
  aside(zone: Artifact, draw: () => void): void {
    const outer = this.#zone;
    this.#zone = zone;
    draw();
    this.#zone = outer;
  }

  enter(node: LaidNode): void {
    this.#frames.push(this.#open(node, this.#frames[this.#frames.length - 1]));
  }

  leave(): void {
    this.#frames.pop();
  }

  /** À qui appartient ce que dessine le nœud en cours. */
  get owner(): Owner {
    return this.#frames[this.#frames.length - 1]?.owner ?? LAYOUT;
  }

  /** Le texte en cours sera suivi d'un autre dans le même élément. */
  get shared(): boolean {
    return this.#frames[this.#frames.length - 1]?.shared ?? false;
  }

  /** L'étiquette de la puce en cours. */
  label(item: LaidNode): Owner {
    const list = this.#frames[this.#frames.length - 1];
    if (list === undefined || list.artifact !== null) return list?.artifact ?? LAYOUT;
    const tags = itemTags(item);
    return list.element.child(tags.item).child(tags.label);
  }

  finish(): Element {
    settleHeadings(this.root);
    linkHeaders(this.root);
    return this.root;
  }

  #open(node: LaidNode, above: Frame | undefined): Frame {
    const artifact = this.#zone ?? above?.artifact ?? (node.tag === 'artifact' ? LAYOUT : null);
    const base = above?.element ?? this.root;
    if (artifact !== null) return { node, element: base, artifact, cells: null, only: null, owner: artifact, shared: false };

    let element = base;
    let only = above?.only ?? null;
    const inTable = above !== undefined && above.cells !== null;
    if (inTable) {
      const cell = above.cells?.get(node);
      if (cell === undefined) return { node, element: base, artifact: LAYOUT, cells: null, only: null, owner: LAYOUT, shared: false };
      element = cell;
      only = soleText(node);
    } else if (above?.node.ul !== undefined || above?.node.ol !== undefined) {
      const tags = itemTags(node);
      element = base.child(tags.item).child(tags.body);
      only = soleText(node);
    }
    for (const outer of node.within ?? []) element = element.child(outer);
    const own = !inTable && node.tag !== undefined && node.tag !== 'artifact' ? node.tag : null;
    if (own !== null) element = element.child(own);

    const frame = (owner: Owner, more: Partial<Frame> = {}): Frame => ({ node, element, artifact: null, cells: null, only, owner, shared: false, ...more });
    if (node.table !== undefined && !node.presentation) {
      const table = element.type === 'Table' ? element : element.child({ type: 'Table' });
      return frame(LAYOUT, { element: table, cells: openRows(table, node), only: null });
    }
    if (node.ul !== undefined || node.ol !== undefined) {
      return frame(LAYOUT, { element: element.child({ type: 'L', numbering: node.ol === undefined ? 'Disc' : 'Decimal' }), only: null });
    }
    if (node.text !== undefined) return this.#text(node, element, own !== null, only, frame);
    if (node.image !== undefined || node.svg !== undefined || (node.canvas !== undefined && node.alt !== undefined)) {
      if (node.alt === undefined || node.alt === '') return frame(LAYOUT);
      return frame(element.child({ type: 'Figure', alt: node.alt }));
    }
    return frame(LAYOUT);
  }

  #text(node: LaidNode, element: Element, own: boolean, only: LaidNode | null, frame: (owner: Owner, more?: Partial<Frame>) => Frame): Frame {
    if (blank(node)) return frame(LAYOUT);
    if (own && !GROUPS.has(element.type)) return frame(element, { shared: element.type === 'H' });
    if (TEXTUAL.has(element.type)) return frame(element, { shared: true });
    return frame(only === node ? element : element.child({ type: 'P' }));
  }
}
