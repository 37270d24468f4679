/**
 * Les marques du contenu d'une page. Une marque reste ouverte tant que son propriétaire ne change pas : un paragraphe n'en a
 * qu'une par page, et une suite de filets aussi.
 */
import type { PDFDocumentInstance } from '../flow/types.ts';
import { Element, type Owner, type PdfRef } from './element.ts';

export class Marks {
  readonly #doc: PDFDocumentInstance;
  #open: Owner | null = null;

  constructor(doc: PDFDocumentInstance) {
    this.#doc = doc;
  }

  /** Ce qui se dessine ensuite appartient à `owner`. */
  to(owner: Owner): void {
    if (owner === this.#open) return;
    this.close();
    this.#open = owner;
    if (!(owner instanceof Element)) {
      this.#doc.addContent(`/Artifact <</Type /${owner.artifact}${owner.subtype === undefined ? '' : ` /Subtype /${owner.subtype}`}>> BDC`);
      return;
    }
    const { page } = this.#doc;
    const parents = this.#doc.getStructParentTree().get(page.structParentTreeKey);
    const mcid = parents.length;
    parents.push(reference(this.#doc, owner));
    owner.kids.push({ page: page.dictionary, mcid });
    this.#doc.addContent(`/${owner.name} <</MCID ${mcid}>> BDC`);
  }

  /** Ferme la marque : fin de page, ou opération qui ne doit pas tomber dedans. */
  close(): void {
    if (this.#open === null) return;
    this.#doc.addContent('EMC');
    this.#open = null;
  }
}

/** L'objet du fichier qui portera cet élément. */
export function reference(doc: PDFDocumentInstance, element: Element): PdfRef {
  element.ref ??= doc.ref({ Type: 'StructElem', S: element.name });
  return element.ref;
}
