/** Écrit l'arbre de structure dans le fichier, une fois toutes les pages dessinées. */
import type { PDFDocumentInstance } from '../flow/types.ts';
import { Element, type Kid, type PdfRef } from './element.ts';
import { reference } from './marks.ts';
import type { TagType } from './tag.ts';

/** Une cellule vide tient sa place dans la grille ; tout autre élément vide n'aurait rien à dire. */
const KEPT: ReadonlySet<TagType> = new Set(['TD', 'TH']);
/** pdfkit écrit une chaîne comme un nom : un texte doit être un objet String. */
const text = (value: string): object => Object(value) as object;

const empty = (kid: Kid): boolean => kid instanceof Element && !KEPT.has(kid.type) && kid.kids.every(empty);

function attributes(element: Element, ids: Ids): object[] {
  const { tag } = element;
  const found: object[] = [];
  if (element.type === 'TH' || element.type === 'TD') {
    const table = {
      ...(tag.scope === undefined ? {} : { Scope: tag.scope }),
      ...((tag.rowSpan ?? 1) > 1 ? { RowSpan: tag.rowSpan } : {}),
      ...((tag.colSpan ?? 1) > 1 ? { ColSpan: tag.colSpan } : {}),
      ...(element.headers.length === 0 ? {} : { Headers: element.headers.map((header) => text(ids.of(header))) }),
    };
    if (Object.keys(table).length > 0) found.push({ O: 'Table', ...table });
  }
  if (element.type === 'L' && tag.numbering !== undefined) found.push({ O: 'List', ListNumbering: tag.numbering });
  if (element.bbox !== null) found.push({ O: 'Layout', Placement: 'Block', BBox: [...element.bbox] });
  return found;
}

/** Noms des cellules d'en-tête que d'autres cellules citent (`h00001`), et des notes (`n00001`), chacune dans leur ordre. */
class Ids {
  readonly names = new Map<Element, string>();
  readonly #counts = { h: 0, n: 0 };

  of(element: Element): string {
    let name = this.names.get(element);
    if (name === undefined) {
      const kind = element.type === 'Note' ? 'n' : 'h';
      name = `${kind}${String((this.#counts[kind] += 1)).padStart(5, '0')}`;
      this.names.set(element, name);
    }
    return name;
  }
}

function kidEntries(doc: PDFDocumentInstance, element: Element): { page: PdfRef | null; entries: unknown[] } {
  let page: PdfRef | null = null;
  const entries = element.kids.filter((kid) => !empty(kid)).map((kid): unknown => {
    if (kid instanceof Element) return reference(doc, kid);
    if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page };
    page ??= kid.page;
    return page === kid.page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
  });
  return { page, entries };
}

/** Écrit tous les éléments et les suspend à la racine ; rend leur nombre. */
export function writeStructure(doc: PDFDocumentInstance, root: Element): number {
  const ids = new Ids();
  const written: Element[] = [];
  const visit = (element: Element): void => {
    written.push(element);
    for (const header of element.headers) ids.of(header);
    // PDF/UA-1, 7.9 : chaque note a un identifiant à elle.
    if (element.type === 'Note') ids.of(element);
    element.children().filter((kid) => !empty(kid)).forEach(visit);
  };
  visit(root);

  const tree = doc.getStructTreeRoot();
  for (const element of written) {
    const ref = reference(doc, element);
    const { tag } = element;
    const { page, entries } = kidEntries(doc, element);
    const shown = attributes(element, ids);
    const id = ids.names.get(element);
    Object.assign(ref.data, {
      P: element.parent === null ? tree : reference(doc, element.parent),
      ...(page === null ? {} : { Pg: page }),
      ...(entries.length === 0 ? {} : { K: entries.length === 1 ? entries[0] : entries }),
      ...(id === undefined ? {} : { ID: text(id) }),
      ...(tag.title === undefined ? {} : { T: text(tag.title) }),
      ...(tag.lang === undefined ? {} : { Lang: text(tag.lang) }),
      ...(tag.alt === undefined ? {} : { Alt: text(tag.alt) }),
      ...(tag.actual === undefined ? {} : { ActualText: text(tag.actual) }),
      ...(tag.expansion === undefined ? {} : { E: text(tag.expansion) }),
      ...(shown.length === 0 ? {} : { A: shown.length === 1 ? shown[0] : shown }),
    });
  }
  for (const element of written) (element.ref as PdfRef).end();

  tree.data['K'] = [root.ref];
  doc.getStructParentTree().limits = false;
  if (ids.names.size > 0) {
    const named = doc.ref({ Names: [...ids.names].sort(([, a], [, b]) => (a < b ? -1 : 1)).flatMap(([element, name]) => [text(name), element.ref]) });
    named.end();
    tree.data['IDTree'] = named;
  }
  return written.length;
}
