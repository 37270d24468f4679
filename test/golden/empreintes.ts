/** Empreintes des sorties. Celle du PDF est prise flux décompressés : deux zlib peuvent comprimer autrement le même acte. */
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { Output } from '../../src/pipeline/compile.ts';

const sha256 = (parts: readonly (Uint8Array | string)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** Le PDF sans compression ni ce qui en dépend : longueurs et table des positions. */
export function pdfDecompresse(bytes: Uint8Array): readonly (string | Uint8Array)[] {
  const pdf = Buffer.from(bytes);
  const parts: (string | Uint8Array)[] = [];
  let at = 0;
  for (;;) {
    const debut = pdf.indexOf('stream\n', at, 'latin1');
    if (debut === -1) break;
    const entete = pdf.toString('latin1', at, debut);
    const longueur = Number(/\/Length (\d+)(?! \d+ R)(?![\s\S]*\/Length )/.exec(entete)?.[1]);
    if (!Number.isInteger(longueur)) throw new Error(`flux sans longueur directe : ${entete.slice(-200)}`);
    const contenu = pdf.subarray(debut + 7, debut + 7 + longueur);
    // Seul le dictionnaire de l'objet courant compte, pas ce qui le précède.
    const dictionnaire = entete.slice(entete.lastIndexOf(' obj'));
    parts.push(entete.replace(/\/Length \d+/g, '/Length'), /\/FlateDecode/.test(dictionnaire) ? inflateSync(contenu) : contenu);
    at = pdf.indexOf('endstream', debut + 7 + longueur, 'latin1') + 9;
  }
  const fin = pdf.toString('latin1', at);
  parts.push(fin.slice(0, fin.lastIndexOf('xref\n')), fin.slice(fin.indexOf('trailer')).replace(/startxref\s+\d+/, 'startxref'));
  return parts;
}

/** Une ligne par sortie. */
export const empreintes = (outputs: readonly Output[]): string =>
  outputs.map((o) => `${sha256(o.path.endsWith('.pdf') ? pdfDecompresse(o.bytes) : [o.bytes])}  ${o.path}${o.path.endsWith('.pdf') ? ' (flux décompressés)' : ''}\n`).join('');
