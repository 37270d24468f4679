/** Fichiers joints au PDF, comme PDF/A-3 les veut : deux noms, une nature, une date, un lien depuis le catalogue. */
import type { PDFDocumentInstance } from './flow/types.ts';

export interface Attachment {
  /** Nom du fichier ; en ASCII, pour que tout lecteur l'affiche. */
  readonly name: string;
  readonly description: string;
  readonly media: 'application/zip' | 'application/json' | 'application/pdf';
  /** `Source` : ce dont le document est tiré. `Data` : ce qu'il dit, pour un logiciel. `Supplement` : une annexe. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
  readonly bytes: Uint8Array;
}

interface Reference { compress: boolean; end(chunk?: Uint8Array): void }
interface Internals {
  ref(data: object): Reference;
  addNamedEmbeddedFile(name: string, spec: Reference): void;
  readonly _root: { readonly data: { AF?: Reference[] } };
}

/** Un texte, pour pdfkit qui prend une chaîne ordinaire pour un nom. */
const string = (text: string): object => new String(text);

/** Joint les fichiers à `doc` ; `date` est celle du document, jamais l'horloge. */
export function attach(doc: PDFDocumentInstance, files: readonly Attachment[], date: Date): void {
  const inner = doc as unknown as Internals;
  for (const { name, description, media, relationship, bytes } of files) {
    const file = inner.ref({ Type: 'EmbeddedFile', Subtype: media.replace('/', '#2F'), Params: { Size: bytes.byteLength, CreationDate: date, ModDate: date } });
    if (media === 'application/zip') file.compress = false;
    file.end(bytes);
    const spec = inner.ref({ Type: 'Filespec', F: string(name), UF: string(name), Desc: string(description), AFRelationship: relationship, EF: { F: file, UF: file } });
    spec.end();
    inner.addNamedEmbeddedFile(name, spec);
    inner._root.data.AF = [...(inner._root.data.AF ?? []), spec];
  }
}
