/** L'arbre de structure, en mémoire : des éléments, et les marques laissées par le dessin. */
import type { Artifact, Scope, Tag, TagType } from './tag.ts';

/** Un objet du fichier en cours d'écriture. */
export interface PdfRef { readonly id: number; data: Record<string, unknown>; end(chunk?: Uint8Array): void }

/** Suite d'opérations d'une page, qui porte un numéro. */
export interface MarkedContent { readonly page: PdfRef; readonly mcid: number }
export interface AnnotationRef { readonly page: PdfRef; readonly annotation: PdfRef }
export type Kid = Element | MarkedContent | AnnotationRef;

export type BBox = readonly [number, number, number, number];

export class Element {
  readonly tag: Tag;
  readonly parent: Element | null;
  readonly kids: Kid[] = [];
  /** Niveau définitif d'un titre. */
  level = 0;
  bbox: BBox | null = null;
  headers: readonly Element[] = [];
  ref: PdfRef | null = null;
  /** Lien commencé, que la ligne suivante peut continuer. */
  openLink: { readonly key: string; readonly element: Element } | null = null;
  readonly #byTag = new Map<Tag, Element>();

  constructor(tag: Tag, parent: Element | null) {
    this.tag = tag;
    this.parent = parent;
  }

  get type(): TagType {
    return this.tag.type;
  }

  /** Nom de l'élément dans le fichier. */
  get name(): string {
    return this.tag.type === 'H' ? `H${this.level}` : this.tag.type;
  }

  /** L'enfant de cette balise, ouvert au besoin. */
  child(tag: Tag): Element {
    const known = this.#byTag.get(tag);
    if (known !== undefined) return known;
    const made = new Element(tag, this);
    this.#byTag.set(tag, made);
    this.kids.push(made);
    return made;
  }

  /** Le dernier enfant de ce type, ouvert au besoin. */
  part(type: TagType): Element {
    const last = this.children().findLast((one) => one.type === type);
    return last ?? this.child({ type });
  }

  children(): Element[] {
    return this.kids.filter((kid): kid is Element => kid instanceof Element);
  }

  scope(): Scope | undefined {
    return this.tag.scope;
  }
}

export type Owner = Element | Artifact;
