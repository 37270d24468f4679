/**
 * Les notes : numérotées dans l'ordre de leurs appels, depuis 1 dans chaque pièce et chaque fiche-action, et rangées à leur fin. La
 * note y gagne ses retours, un par appel. Voir src/decisions/notes.md.
 */
import { NBSP } from '../base/francais.ts';
import type { Block, FicheAction, Inline, Note, NoteBack, NoteCall, Notes, Piece } from './arbre.ts';

/** Blocs de chaque note, sous le nom que portent ses appels (`NoteCall.target`) avant cette passe. */
export type Contenus = ReadonlyMap<string, readonly Block[]>;

/** `id` : « 3-article-duree », la fin de ses ancres. */
interface Ouverte { readonly number: number; readonly id: string; readonly name: string; calls: number }

/** Une suite de blocs dont les notes se numérotent ensemble. */
class Porteur {
  readonly #anchor: string;
  readonly #notes = new Map<string, Ouverte>();

  constructor(anchor: string) {
    this.#anchor = anchor;
  }

  readonly call = ({ target }: NoteCall): NoteCall => {
    const number = this.#notes.size + 1;
    const note = this.#notes.get(target) ?? { number, id: `${String(number)}-${this.#anchor}`, name: target, calls: 0 };
    this.#notes.set(target, note);
    note.calls += 1;
    return { type: 'note-call', id: appel(note, note.calls), target: `note-${note.id}`, number: note.number, said: `Note${NBSP}${String(note.number)}` };
  };

  /** Les notes appelées, ou null s'il n'y en a pas. `of` : « Article 5 ». */
  list(contenus: Contenus, of: string): Notes | null {
    const items = [...this.#notes.values()].map((note): Note => ({ id: `note-${note.id}`, number: note.number, children: withBacks(contenus.get(note.name) ?? [], backs(note)) }));
    return items.length === 0 ? null : { type: 'notes', title: items.length === 1 ? 'Note' : 'Notes', said: `Notes${NBSP}: ${of}`, items };
  }
}

/** Ancre du n-ième appel d'une note : `appel-3-article-duree`, puis `appel-2-3-article-duree`. */
const appel = ({ id }: Ouverte, rank: number): string => `appel-${rank === 1 ? '' : `${String(rank)}-`}${id}`;

const backs = (note: Ouverte): readonly NoteBack[] =>
  Array.from({ length: note.calls }, (_, i) => ({
    type: 'note-back',
    target: appel(note, i + 1),
    rank: note.calls === 1 ? null : i + 1,
    said: note.calls === 1 ? `Retour à l’appel de la note${NBSP}${String(note.number)}` : `Retour à l’appel ${String(i + 1)} de la note${NBSP}${String(note.number)}`,
  }));

/** Les retours finissent le dernier paragraphe, sans jamais le quitter ; ou en font un. */
function withBacks(blocks: readonly Block[], links: readonly NoteBack[]): readonly Block[] {
  const last = blocks.at(-1);
  const added = links.flatMap((link): Inline[] => [{ type: 'text', value: NBSP }, link]);
  if (last?.type !== 'paragraph') return [...blocks, { type: 'paragraph', children: added.slice(1) }];
  return [...blocks.slice(0, -1), { ...last, children: [...last.children, ...added] }];
}

const estAppel = (node: object): node is NoteCall => (node as { type?: unknown }).type === 'note-call';

/** La même chose, appels remplacés dans l'ordre de lecture ; l'objet lui-même s'il n'en contient pas. */
function remplacer<T>(node: T, sur: (call: NoteCall) => NoteCall): T {
  if (node === null || typeof node !== 'object' || node instanceof Uint8Array) return node;
  if (estAppel(node)) return sur(node) as T;
  if (Array.isArray(node)) {
    const made = node.map((item: unknown) => remplacer(item, sur));
    return made.some((item, i) => item !== node[i]) ? (made as T) : node;
  }
  const changes: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    const next: unknown = remplacer(value as unknown, sur);
    if (next !== value) changes[key] = next;
  }
  return Object.keys(changes).length === 0 ? node : { ...node, ...changes };
}

function fiche(node: FicheAction, contenus: Contenus): FicheAction {
  const porteur = new Porteur(node.anchor);
  const made = remplacer(node, porteur.call);
  const notes = porteur.list(contenus, node.label);
  return notes === null ? made : { ...made, notes };
}

/** Commence une page à soi : les notes de ce qui précède se lisent avant. */
const propre = (block: Block): boolean => block.type === 'fiche-action' || block.type === 'joined';

/** Numérote et range les notes d'une pièce. */
export function placerNotes(piece: Piece, contenus: Contenus): Piece {
  if (contenus.size === 0) return piece;
  const porteur = new Porteur(piece.anchor);
  let last = -1;
  const children = piece.children.map((block, i) => {
    if (block.type === 'fiche-action') return fiche(block, contenus);
    const made = remplacer(block, porteur.call);
    if (made !== block) last = i;
    return made;
  });
  const notes = porteur.list(contenus, piece.label ?? piece.title);
  if (notes === null) return { ...piece, children };
  const next = children.findIndex((block, i) => i > last && propre(block));
  const at = next === -1 ? children.length : next;
  return { ...piece, children: [...children.slice(0, at), notes, ...children.slice(at)] };
}
