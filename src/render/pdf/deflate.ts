/**
 * La compression du fichier, en JavaScript : celle de Node dépend de sa version et du processeur, et deux machines
 * donneraient deux fichiers. Voir src/decisions/memes-octets.md.
 */
import { unzlibSync, zlibSync } from 'fflate';
import { demand } from './flow/known.ts';
import type { PDFDocumentInstance } from './flow/types.ts';

interface Stream {
  compress: boolean;
  buffer: Uint8Array[];
  readonly data: Record<string, unknown>;
  finalize(): void;
}

/** Reprend chaque flux de `doc` au moment où pdfkit l'écrit, y compris les images qu'il a déjà comprimées. */
export function portableStreams(doc: PDFDocumentInstance): void {
  const owner = doc as unknown as { ref(data?: object): Stream };
  const make = owner.ref.bind(owner);
  let known = false;
  owner.ref = (data) => {
    const stream = make(data);
    if (!known) demand('PDFReference', stream);
    known = true;
    const finalize = stream.finalize.bind(stream);
    stream.finalize = () => {
      if (stream.buffer.length > 0) {
        const bytes = Buffer.concat(stream.buffer);
        if (isTrueType(bytes)) stream.data['Length1'] = bytes.length;
        if (stream.compress) stream.buffer = [zlibSync(bytes)];
        else if (stream.data['Filter'] === 'FlateDecode') stream.buffer = [again(bytes)];
        stream.compress = false;
      }
      finalize();
    };
    return stream;
  };
}

/** Un fichier de police : la norme veut sa longueur dans le dictionnaire (ISO 32000-1, table 127), et pdfkit ne la dit pas. */
const isTrueType = (bytes: Buffer): boolean => bytes.length > 12 && (bytes.readUInt32BE(0) === 0x00010000 || bytes.toString('latin1', 0, 4) === 'true');

/** Un flux déjà comprimé, refait. Celui d'une image reprise telle quelle peut être hors norme : il ne dépend alors que d'elle. */
function again(bytes: Uint8Array): Uint8Array {
  try {
    return zlibSync(unzlibSync(bytes));
  } catch {
    return bytes;
  }
}
