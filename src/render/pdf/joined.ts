/**
 * Documents joints tels quels. Une image prend sa page. Un PDF réserve ses pages dans la mise en page (avec en-tête et pied),
 * puis les siennes y sont posées à l'échelle, une fois le document écrit.
 */
import type { DocumentTree, Joined } from '../../document/arbre.ts';
import { line, type RenderContext, type RenderProblem } from './context.ts';
import type { PdfNode } from './definition.ts';
import { A4, mm } from './styles.ts';
import type { ThemeMargins } from '../theme.ts';

export interface JoinedPage { readonly marker: string; readonly width: number; readonly height: number }
type PdfLib = typeof import('pdf-lib');
type LoadedPdf = Awaited<ReturnType<PdfLib['PDFDocument']['load']>>;
export interface JoinedFile { readonly document: LoadedPdf; readonly pages: readonly JoinedPage[] }

/** Place laissée à la légende, en haut de la page. */
const CAPTION = 20;

/** Ouvre les PDF joints ; pdf-lib n'est chargé que s'il y en a. */
export async function openJoined(tree: DocumentTree, problem: (problem: RenderProblem) => void): Promise<ReadonlyMap<Uint8Array, JoinedFile>> {
  const blocks = tree.pieces.flatMap((piece) => piece.children).filter((block): block is Joined => block.type === 'joined' && block.media === 'application/pdf');
  const files = new Map<Uint8Array, JoinedFile>();
  if (blocks.length === 0) return files;
  const { PDFDocument } = await import('pdf-lib');
  let count = 0;
  for (const { bytes, name, span } of blocks) {
    if (files.has(bytes)) continue;
    try {
      const document = await PDFDocument.load(bytes, { updateMetadata: false });
      const pages = document.getPages().map((page): JoinedPage => {
        count += 1;
        const turned = Math.abs(page.getRotation().angle % 180) === 90;
        const { width, height } = page.getSize();
        return { marker: `t${String(count).padStart(4, '0')}`, width: turned ? height : width, height: turned ? width : height };
      });
      files.set(bytes, { document, pages });
    } catch (error) {
      problem({ kind: 'joined-pdf', detail: `${name} : ${error instanceof Error ? error.message : String(error)}`, span: span ?? null });
    }
  }
  return files;
}

export function renderJoined(context: RenderContext, { name, description, media, bytes }: Joined): PdfNode[] {
  const { styles } = context.shared;
  const caption = (more: PdfNode): PdfNode => line(context, description === '' ? name : description, styles.small, more);
  if (media === 'application/pdf') {
    return context.shared.joinedPages(bytes).map((page): PdfNode => ({ ownPages: page.width > page.height ? 'landscape' : 'portrait', stack: [caption({ mark: page.marker })] }));
  }
  const image = context.shared.imageName(bytes);
  if (image === null) return [];
  return [{ ownPages: 'portrait', stack: [caption({ margin: [0, 0, 0, 8] }), { image, alt: description === '' ? name : description, fit: [context.width, 610] as [number, number], alignment: 'center' }] }];
}

/** Pose les pages jointes sur celles qui leur ont été réservées. */
export async function overlayJoined(bytes: Uint8Array, files: ReadonlyMap<Uint8Array, JoinedFile>, pageOf: ReadonlyMap<string, number>, margins: { readonly portrait: ThemeMargins; readonly landscape: ThemeMargins }): Promise<Uint8Array> {
  const { PDFDocument, degrees } = await import('pdf-lib');
  const target = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const { document, pages } of files.values()) {
    const embedded = await target.embedPages(document.getPages());
    pages.forEach((page, index) => {
      const number = pageOf.get(page.marker);
      const source = embedded[index];
      if (number === undefined || source === undefined) throw new Error(`page réservée introuvable : ${page.marker}`);
      const landscape = page.width > page.height;
      const margin = landscape ? margins.landscape : margins.portrait;
      const [width, height] = landscape ? [A4.height, A4.width] : [A4.width, A4.height];
      const box = { x: mm(margin.left), y: mm(margin.bottom), width: width - mm(margin.left + margin.right), height: height - mm(margin.top + margin.bottom) - CAPTION };
      const scale = Math.min(box.width / page.width, box.height / page.height, 1);
      const x = box.x + (box.width - page.width * scale) / 2;
      const top = box.y + box.height;
      const angle = ((document.getPages()[index]?.getRotation().angle ?? 0) % 360 + 360) % 360;
      const w = page.width * scale;
      const h = page.height * scale;
      // Une page tournée dans le fichier joint est redressée : on tourne le dessin, puis on ramène son coin dans la boîte.
      const corner = { 0: [x, top - h], 90: [x, top], 180: [x + w, top], 270: [x + w, top - h] }[angle] ?? [x, top - h];
      target.getPage(number - 1).drawPage(source, { x: corner[0] as number, y: corner[1] as number, xScale: scale, yScale: scale, rotate: degrees(-angle) });
    });
  }
  return target.save({ updateFieldAppearances: false });
}
