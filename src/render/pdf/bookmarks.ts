/** Les signets d'un PDF joint, greffés sous celui de son annexe. */
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef, PDFString } from 'pdf-lib';

interface Bookmark { readonly title: string; readonly page: number; readonly children: readonly Bookmark[] }

const name = (text: string): PDFName => PDFName.of(text);
/** Signets gardés par document : au-delà, le panneau ne se lit plus. */
const LIMIT = 500;

/** Les signets d'un document ; chacun à sa page, à partir de 0. Ceux qui ne mènent à aucune page ne laissent que leurs enfants. */
function bookmarksOf(document: PDFDocument): readonly Bookmark[] {
  const { context, catalog } = document;
  const pages = new Map(document.getPages().map((page, i) => [page.ref.toString(), i]));
  const names = namedDestinations(document);
  const seen = new Set<PDFObject>();
  const pageOf = (destination: PDFObject | undefined): number | undefined => {
    const found = context.lookup(destination);
    if (found instanceof PDFArray) return pages.get(String(found.get(0)));
    if (found instanceof PDFDict) return pageOf(found.get(name('D')));
    const key = found instanceof PDFName || found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined;
    const named = key === undefined ? undefined : names.get(key);
    return named === undefined || seen.has(named) ? undefined : pageOf(named);
  };
  const level = (first: PDFObject | undefined): readonly Bookmark[] => {
    const found: Bookmark[] = [];
    for (let item = context.lookup(first); item instanceof PDFDict && !seen.has(item) && seen.size < LIMIT; item = context.lookup(item.get(name('Next')))) {
      seen.add(item);
      const title = context.lookup(item.get(name('Title')));
      const action = context.lookup(item.get(name('A')));
      const page = pageOf(item.get(name('Dest')) ?? (action instanceof PDFDict ? action.get(name('D')) : undefined));
      const children = level(item.get(name('First')));
      const text = title instanceof PDFString || title instanceof PDFHexString ? title.decodeText().trim() : '';
      if (page === undefined || text === '') found.push(...children);
      else found.push({ title: text, page, children });
    }
    return found;
  };
  const outlines = catalog.lookup(name('Outlines'));
  return outlines instanceof PDFDict ? level(outlines.get(name('First'))) : [];
}

function namedDestinations({ context, catalog }: PDFDocument): ReadonlyMap<string, PDFObject> {
  const found = new Map<string, PDFObject>();
  const old = catalog.lookup(name('Dests'));
  if (old instanceof PDFDict) for (const [key, value] of old.entries()) found.set(key.decodeText(), value);
  const names = catalog.lookup(name('Names'));
  const stack: (PDFObject | undefined)[] = names instanceof PDFDict ? [names.get(name('Dests'))] : [];
  const seen = new Set<PDFObject>();
  while (stack.length > 0) {
    const node = context.lookup(stack.pop());
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const couples = node.lookup(name('Names'));
    const kids = node.lookup(name('Kids'));
    if (couples instanceof PDFArray) for (let i = 0; i + 1 < couples.size(); i += 2) {
      const key = couples.lookup(i);
      if (key instanceof PDFString || key instanceof PDFHexString) found.set(key.decodeText(), couples.get(i + 1));
    }
    if (kids instanceof PDFArray) stack.push(...kids.asArray());
  }
  return found;
}

/** Greffe les signets de `source`, dont la page `i` est devenue la page `places[i]` de `target`. */
export function graftBookmarks(target: PDFDocument, source: PDFDocument, places: readonly PDFRef[]): void {
  const bookmarks = bookmarksOf(source);
  const host = hostOf(target, places[0]);
  if (bookmarks.length === 0 || host === null) return;
  append(target, host, bookmarks, places);
}

/** Le dernier signet qui mène à la première page jointe, ou avant elle : celui de l'annexe. */
function hostOf(target: PDFDocument, first: PDFRef | undefined): PDFRef | null {
  const { context, catalog } = target;
  const rank = new Map(target.getPages().map((page, i) => [page.ref.toString(), i]));
  const limit = first === undefined ? -1 : (rank.get(first.toString()) ?? -1);
  const names = namedDestinations(target);
  let host: PDFRef | null = null;
  const outlines = catalog.lookup(name('Outlines'));
  const walk = (item: PDFObject | undefined): void => {
    for (let ref = item; ref instanceof PDFRef; ) {
      const dict = context.lookup(ref, PDFDict);
      const destination = context.lookup(dict.get(name('Dest')));
      const key = destination instanceof PDFName || destination instanceof PDFString || destination instanceof PDFHexString ? destination.decodeText() : null;
      const place = context.lookup(key === null ? dict.get(name('Dest')) : names.get(key));
      const page = place instanceof PDFArray ? rank.get(String(place.get(0))) : undefined;
      if (page !== undefined && page <= limit) host = ref;
      walk(dict.get(name('First')));
      ref = dict.get(name('Next')) as PDFRef;
    }
  };
  if (outlines instanceof PDFDict) walk(outlines.get(name('First')));
  return host;
}

function append(target: PDFDocument, parent: PDFRef, bookmarks: readonly Bookmark[], places: readonly PDFRef[]): void {
  const { context } = target;
  const above = context.lookup(parent, PDFDict);
  let last = above.get(name('Last'));
  for (const { title, page, children } of bookmarks) {
    const place = places[page];
    if (place === undefined) continue;
    const item = context.obj({ Parent: parent, Dest: [place, 'Fit'] });
    item.set(name('Title'), PDFHexString.fromText(title));
    const ref = context.register(item);
    if (last instanceof PDFRef) {
      item.set(name('Prev'), last);
      context.lookup(last, PDFDict).set(name('Next'), ref);
    } else above.set(name('First'), ref);
    above.set(name('Last'), ref);
    last = ref;
    append(target, ref, children, places);
  }
  // Un compte négatif : le signet s'ouvre replié.
  const count = above.lookup(name('Count'));
  if (!(count instanceof PDFNumber && count.asNumber() > 0)) above.set(name('Count'), PDFNumber.of(-bookmarks.length));
}
