/** Ce que l'acte dit de sa propre preuve : en petit avant les signatures, et dans ses métadonnées. */
import { guillemets } from '../base/francais.ts';
import type { Block, DocumentTree, Paragraph } from '../document/arbre.ts';

export interface Preuve {
  readonly empreinte: string;
  readonly version: string;
  /** Des fichiers privés ne sont pas joints : le PDF ne peut pas être recompilé à partir de ce qu'il contient. */
  readonly prives: boolean;
}

const PRIVE = 'Des fichiers privés n’y sont pas joints : ce PDF ne peut pas être recompilé à partir de ce qu’il contient.';

const DEBUT = 'Empreinte de l’acte';
/** Ce texte est-il la mention ? Elle change avec tout, et ne dit rien de ce qui est convenu. */
export const estMention = (texte: string): boolean => texte.startsWith(DEBUT);

function phrase({ empreinte, version, prives }: Preuve): string {
  const porte = prives ? `Le PDF contient une partie des sources dont il est tiré. ${PRIVE}` : `Le PDF contient les sources dont il est tiré : ${guillemets('ctg verify')} les recompile et compare.`;
  return `${DEBUT} : ${empreinte} (ctg ${version}). ${porte}`;
}

/** Pose l'empreinte et sa mention dans l'arbre. */
export function mentionner(tree: DocumentTree, preuve: Preuve): DocumentTree {
  const mention: Paragraph = { type: 'paragraph', role: 'note', children: [{ type: 'text', value: phrase(preuve) }], span: null };
  const poser = (block: Block): Block => (block.type === 'signatures' ? { ...block, closing: [...block.closing, mention] } : block);
  return {
    ...tree,
    fingerprint: preuve.empreinte,
    keywords: [...tree.keywords, `empreinte ${preuve.empreinte}`, ...(preuve.prives ? ['ne peut pas être recompilé : des fichiers privés ne sont pas joints'] : [])],
    pieces: tree.pieces.map((piece) => (piece.kind === 'signatures' ? { ...piece, children: piece.children.map(poser) } : piece)),
  };
}
