import type { PdfNode } from '../definition.ts';
import type { Tag } from './tag.ts';

/** Le nœud, dans un élément de plus. */
export const within = (node: PdfNode, outer: Tag): PdfNode => ({ ...node, within: [outer, ...(node.within ?? [])] });
