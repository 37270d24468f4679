/**
 * Documents joints tels quels. Une image prend sa page. Un PDF réserve ses pages dans la mise en page (avec en-tête et pied),
 * puis les siennes y sont posées à l'échelle, une fois le document écrit (`overlay.ts`). S'il rendrait l'acte non conforme,
 * il y est attaché, et une page le dit.
 */
import type { Block, DocumentTree, Joined } from '../../document/arbre.ts';
import { enIdentifiant, guillemets, megaoctets } from '../../base/francais.ts';
import type { Attachment } from './attachments.ts';
import { line, type RenderContext, type RenderProblem } from './context.ts';
import type { PdfNode } from './definition.ts';

export interface JoinedPage { readonly marker: string; readonly width: number; readonly height: number }
type PdfLib = typeof import('pdf-lib');
type LoadedPdf = Awaited<ReturnType<PdfLib['PDFDocument']['load']>>;
export interface JoinedFile { readonly document: LoadedPdf; readonly pages: readonly JoinedPage[]; /** Ce que montre le document, pour qui ne le voit pas. */ readonly description: string }

const isPdf = (block: Block): block is Joined => block.type === 'joined' && block.media === 'application/pdf';
const attached = (block: Joined): boolean => (block.obstacles ?? []).length > 0;

/** Ouvre les PDF joints ; pdf-lib n'est chargé que s'il y en a. */
export async function openJoined(tree: DocumentTree, problem: (problem: RenderProblem) => void): Promise<ReadonlyMap<Uint8Array, JoinedFile>> {
  const blocks = tree.pieces.flatMap((piece) => piece.children).filter(isPdf).filter((block) => !attached(block));
  const files = new Map<Uint8Array, JoinedFile>();
  if (blocks.length === 0) return files;
  const { PDFDocument } = await import('pdf-lib');
  let count = 0;
  for (const { bytes, name, description, span } of blocks) {
    if (files.has(bytes)) continue;
    try {
      const document = await PDFDocument.load(bytes, { updateMetadata: false });
      const pages = document.getPages().map((page): JoinedPage => {
        count += 1;
        const turned = Math.abs(page.getRotation().angle % 180) === 90;
        const { width, height } = page.getSize();
        return { marker: `t${String(count).padStart(4, '0')}`, width: turned ? height : width, height: turned ? width : height };
      });
      files.set(bytes, { document, pages, description: description === '' ? name : description });
    } catch (error) {
      problem({ kind: 'joined-pdf', detail: `${name} : ${error instanceof Error ? error.message : String(error)}`, span: span ?? null });
    }
  }
  return files;
}

export function renderJoined(context: RenderContext, block: Joined): PdfNode[] {
  const { name, description, media, bytes } = block;
  const { styles } = context.shared;
  const caption = (more: PdfNode): PdfNode => line(context, description === '' ? name : description, styles.small, more);
  if (media === 'application/pdf' && attached(block)) {
    const text = `Ce document n’est pas imprimé ici : il est attaché au fichier PDF de l’acte, sous le nom ${guillemets(attachmentName(name))} (${megaoctets(bytes.byteLength)}). Il s’ouvre par le panneau des pièces jointes du lecteur de PDF.`;
    return [{ ownPages: 'portrait', stack: [caption({ margin: [0, 0, 0, 8] }), line(context, text, styles.body)] }];
  }
  if (media === 'application/pdf') {
    return context.shared.joinedPages(bytes).map((page): PdfNode => ({ ownPages: page.width > page.height ? 'landscape' : 'portrait', stack: [caption({ mark: page.marker })] }));
  }
  const image = context.shared.imageName(bytes);
  if (image === null) return [];
  return [{ ownPages: 'portrait', stack: [caption({ margin: [0, 0, 0, 8] }), { image, alt: description === '' ? name : description, fit: [context.width, 610] as [number, number], alignment: 'center' }] }];
}

const attachmentName = (name: string): string => `${enIdentifiant(name.slice(name.lastIndexOf('/') + 1).replace(/\.pdf$/i, ''))}.pdf`;

/** Les documents que l'acte porte attachés. */
export const attachedDocuments = (tree: DocumentTree): readonly Attachment[] =>
  tree.pieces
    .flatMap((piece) => piece.children)
    .filter(isPdf)
    .filter(attached)
    .map(({ name, description, bytes }) => ({ name: attachmentName(name), description: description === '' ? name : description, media: 'application/pdf', relationship: 'Supplement', bytes }));
