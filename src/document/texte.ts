/** Le texte visible d'un arbre, dans l'ordre de lecture : la mesure commune des sorties. */
import type { Block, DocumentTree, Inline, NoteBack } from './arbre.ts';
import { textesDessin } from './dessin.ts';

/** Ce qu'imprime le retour à un appel de note : « ↑ », ou « ↑ 2 » s'il y a plusieurs appels. */
export const retourDeNote = ({ rank }: NoteBack): string => (rank === null ? '↑' : `↑${String(rank)}`);

/** Texte d'une suite en ligne. `pages` remplace le nombre total de pages. */
export function inlineText(inlines: readonly Inline[], pages = ''): string {
  return inlines
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'code':
        case 'blank':
          return node.value;
        case 'break':
          return '\n';
        case 'page-total':
          return pages;
        case 'note-call':
          return String(node.number);
        case 'note-back':
          return retourDeNote(node);
        default:
          return inlineText(node.children, pages);
      }
    })
    .join('');
}

/** Textes d'un bloc, un par ligne imprimée distincte. */
export function blockTexts(block: Block, pages = ''): string[] {
  const all = (blocks: readonly Block[]): string[] => blocks.flatMap((b) => blockTexts(b, pages));
  switch (block.type) {
    case 'heading':
      return [`${block.number === null ? '' : `${block.number} `}${inlineText(block.children, pages)}`];
    case 'paragraph':
      return [inlineText(block.children, pages)];
    case 'list':
      return block.items.flatMap(all);
    case 'table':
      return [...(block.caption === null ? [] : [block.caption]), ...[...block.head, ...block.body].flatMap((row) => row.flatMap((cell) => all(cell.children)))];
    case 'quote':
    case 'partie':
      return all(block.children);
    case 'callout':
      return [...(block.title === null ? [] : [block.title]), ...all(block.children)];
    case 'code-block':
      return [block.value];
    case 'separator':
      return [];
    case 'key-values':
      return block.entries.flatMap((e) => [e.key, ...all(e.value)]);
    case 'figure':
      return block.caption.length === 0 ? [] : [inlineText(block.caption, pages)];
    case 'chiffres':
      // Les barres nomment elles-mêmes la zone du chiffre.
      return block.items.flatMap((i) => [i.label, `${i.value} ${i.unit}`, ...(i.dessin.type === 'barres' ? [] : [i.zone]), ...textesDessin(i.dessin), i.source]);
    case 'graphique':
      return [block.title, ...textesDessin(block.dessin), ...(block.data === null ? [] : blockTexts(block.data, pages)), block.source];
    case 'donnees-graphiques':
      return all(block.tables);
    case 'plan-actions':
      return block.rows.flatMap((row) => [...row.path.flatMap((p) => (p === null ? [] : [p.title])), row.title, ...row.pilotes, ...row.partenaires, ...row.echeances.map(String), ...row.indicateurs]);
    case 'fiche-action':
      return [block.label, block.title, block.thematique, ...block.facts.flatMap((f) => [f.key, inlineText(f.value, pages)]), ...block.sections.flatMap((s) => [s.title, ...all(s.children)]), ...(block.notes === undefined ? [] : blockTexts(block.notes, pages))];
    case 'signatures':
      return [...all(block.closing), ...block.blocks.flatMap((b) => [b.partie, ...b.signers.flatMap((s) => [s.qualite, s.name])])];
    case 'notes':
      return [block.title, ...block.items.flatMap((note) => all(note.children))];
    case 'joined':
      return [block.description];
  }
}

/** Textes de tout l'acte, couverture comprise. */
export const treeTexts = (tree: DocumentTree, pages = ''): readonly string[] => [
  tree.cover.title,
  tree.cover.territoire,
  tree.cover.years,
  ...tree.cover.signataires,
  tree.cover.model,
  ...tree.pieces.flatMap((p) => [...(p.titled ? [...(p.label === null ? [] : [p.label]), p.title] : []), ...p.children.flatMap((b) => blockTexts(b, pages))]),
];
