/**
 * Poser les pages jointes sur celles qui leur ont été réservées. Chacune devient une figure de l'arbre de structure, avec
 * la description que sa source donne ; les balises de son document d'origine restent derrière (voir src/decisions/conformite.md).
 */
import { decodePDFRawStream, degrees, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFOperator, type PDFOperatorNames, type PDFPage, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib';
import { sansMarques } from '../../conformite/greffe.ts';
import type { ThemeMargins } from '../theme.ts';
import { graftBookmarks } from './bookmarks.ts';
import type { JoinedFile } from './joined.ts';
import { A4, mm } from './styles.ts';

/** Place laissée à la légende, en haut de la page. */
const CAPTION = 20;
const name = (text: string): PDFName => PDFName.of(text);

export async function overlayJoined(bytes: Uint8Array, files: ReadonlyMap<Uint8Array, JoinedFile>, pageOf: ReadonlyMap<string, number>, margins: { readonly portrait: ThemeMargins; readonly landscape: ThemeMargins }): Promise<Uint8Array> {
  const target = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const { document, pages, description } of files.values()) {
    const embedded = await target.embedPages(document.getPages());
    const places: PDFRef[] = [];
    for (const [index, page] of pages.entries()) {
      const number = pageOf.get(page.marker);
      const source = embedded[index];
      if (number === undefined || source === undefined) throw new Error(`page réservée introuvable : ${page.marker}`);
      await source.embed();
      untag(target, source.ref, new Set());
      const landscape = page.width > page.height;
      const margin = landscape ? margins.landscape : margins.portrait;
      const [width, height] = landscape ? [A4.height, A4.width] : [A4.width, A4.height];
      const box = { x: mm(margin.left), y: mm(margin.bottom), width: width - mm(margin.left + margin.right), height: height - mm(margin.top + margin.bottom) - CAPTION };
      const scale = Math.min(box.width / page.width, box.height / page.height, 1);
      const x = box.x + (box.width - page.width * scale) / 2;
      const top = box.y + box.height;
      const angle = (((document.getPages()[index]?.getRotation().angle ?? 0) % 360) + 360) % 360;
      const w = page.width * scale;
      const h = page.height * scale;
      // Une page tournée dans le fichier joint est redressée : on tourne le dessin, puis on ramène son coin dans la boîte.
      const corner = { 0: [x, top - h], 90: [x, top], 180: [x + w, top], 270: [x + w, top - h] }[angle] ?? [x, top - h];
      const reserved = target.getPage(number - 1);
      const mcid = figure(target, reserved, pages.length === 1 ? description : `${description}, page ${index + 1} sur ${pages.length}`, [x, top - h, x + w, top]);
      reserved.pushOperators(PDFOperator.of('BDC' as PDFOperatorNames, [name('Figure'), `<</MCID ${mcid}>>`]));
      reserved.drawPage(source, { x: corner[0] as number, y: corner[1] as number, xScale: scale, yScale: scale, rotate: degrees(-angle) });
      reserved.pushOperators(PDFOperator.of('EMC' as PDFOperatorNames));
      places.push(reserved.ref);
    }
    graftBookmarks(target, document, places);
  }
  return target.save({ updateFieldAppearances: false });
}

/** Ajoute une figure après la légende de la page, et rend le numéro de son contenu. */
function figure({ context, catalog }: PDFDocument, page: PDFPage, alt: string, box: readonly number[]): number {
  const parents = catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray);
  const key = page.node.lookup(name('StructParents'), PDFNumber).asNumber();
  const at = parents.asArray().findIndex((entry, i) => i % 2 === 0 && entry instanceof PDFNumber && entry.asNumber() === key);
  const contents = parents.lookup(at + 1, PDFArray);
  const captionRef = contents.asArray().findLast((entry) => entry instanceof PDFRef);
  const parentRef = captionRef === undefined ? undefined : (context.lookup(captionRef, PDFDict).get(name('P')) as PDFRef | undefined);
  if (captionRef === undefined || parentRef === undefined) throw new Error('légende d’une page jointe introuvable dans l’arbre de structure');
  const alternative = context.obj({ Type: 'StructElem', S: 'Figure', P: parentRef, Pg: page.ref, K: contents.size(), A: { O: 'Layout', BBox: [...box], Placement: 'Block' } });
  alternative.set(name('Alt'), PDFHexString.fromText(alt));
  const ref = context.register(alternative);
  const parent = context.lookup(parentRef, PDFDict);
  const kids = parent.lookup(name('K'));
  const list = kids instanceof PDFArray ? kids : context.obj([parent.get(name('K')) as PDFObject]);
  list.insert(list.asArray().indexOf(captionRef) + 1, ref);
  if (kids !== list) parent.set(name('K'), list);
  contents.push(ref);
  return contents.size() - 1;
}

/** Retire d'un dessin, et de ceux qu'il emploie, les marques de leurs balises d'origine. */
function untag(target: PDFDocument, object: PDFObject | undefined, seen: Set<PDFObject>): void {
  const { context } = target;
  const stream = context.lookup(object);
  if (!(stream instanceof PDFStream) || seen.has(stream)) return;
  seen.add(stream);
  for (const key of ['StructParents', 'StructParent', 'Metadata', 'OC']) stream.dict.delete(name(key));
  if (stream.dict.get(name('Subtype')) !== name('Form')) return;
  const resources = stream.dict.lookup(name('Resources'));
  const drawings = resources instanceof PDFDict ? resources.lookup(name('XObject')) : undefined;
  if (drawings instanceof PDFDict) for (const [, drawing] of drawings.entries()) untag(target, drawing, seen);
  if (!(stream instanceof PDFRawStream) || !(object instanceof PDFRef)) return;
  const plain = decodePDFRawStream(stream).decode();
  const clean = sansMarques(plain);
  if (clean === plain) return;
  const rewritten = context.flateStream(clean);
  for (const [key, value] of stream.dict.entries()) if (!['/Filter', '/DecodeParms', '/Length'].includes(key.toString())) rewritten.dict.set(key, value);
  context.assign(object, rewritten);
}
