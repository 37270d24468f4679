/** Le texte d'un PDF de convention, page par page, et ce qui y est courant : pied, filigrane, sommaire. */
import type { DocumentTree } from '../../src/document/arbre.ts';
import { blockTexts } from '../../src/document/texte.ts';

const serre = (texte: string): string => texte.replace(/[\s\u00A0\u202F]+/g, '');
const motif = (texte: string): string => [...serre(texte)].map((c) => c.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s*');

export interface PagesPdf {
  readonly couverture: string;
  readonly sommaire: readonly string[];
  readonly corps: readonly string[];
  /** Rang de la première page du corps, à partir de 1. */
  readonly premiere: number;
}

/** Retire le pied et le filigrane de chaque page, en vérifiant qu'ils y sont avec le bon rang. */
export function pagesPdf(tree: DocumentTree, pages: readonly string[]): PagesPdf {
  const projet = tree.stade === 'projet';
  const filigrane = projet ? '(?:\\s*P\\s*R\\s*O\\s*J\\s*E\\s*T)?' : '';
  const nues = pages.map((page, i) => {
    const pied = i === 0 ? new RegExp(`${filigrane}\\s*$`) : new RegExp(`${motif(tree.shortTitle)}${projet ? '\\s*PROJET' : ''}\\s*${tree.fingerprint}\\s*Page\\s*${String(i + 1)}\\s*/\\s*${String(pages.length)}(?:\\s*Paraphes)?${filigrane}\\s*$`);
    if (!pied.test(page)) throw new Error(`pied de page inattendu, page ${String(i + 1)} : ${page.slice(-200)}`);
    // Le numéro d'une étape est dessiné après la première ligne de son texte : il n'est pas du texte.
    return page.replace(pied, '').replace(/^\d+\.\n/gm, '');
  });
  const premier = tree.pieces[0]?.children.flatMap((b) => blockTexts(b))[0] ?? '';
  const premiere = nues.findIndex((p, i) => i > 0 && serre(p).startsWith(serre(premier).slice(0, 40)));
  if (premiere < 1) throw new Error('début du corps introuvable');
  return { couverture: nues[0] ?? '', sommaire: nues.slice(1, premiere), corps: nues.slice(premiere), premiere: premiere + 1 };
}

/** Entrées du sommaire attendues, rang et intitulé. */
export const entrees = (tree: DocumentTree): readonly { readonly label: string; readonly title: string }[] =>
  tree.pieces.flatMap((p) => (p.titled ? [{ label: p.label ?? '', title: p.title }] : []));
