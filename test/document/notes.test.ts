/** Les notes dans l'arbre : numérotées par pièce et par fiche, rangées à la fin de ce qui les appelle, liées dans les deux sens. */
import { describe, expect, it } from 'vitest';
import type { Block, DocumentTree, FicheAction, NoteBack, NoteCall, Notes, Piece } from '../../src/document/arbre.ts';
import { blockTexts } from '../../src/document/texte.ts';
import { arbreDe, compiler, fichiersExemple, net, piece } from '../golden/atelier.ts';
import { fourreTout } from '../parite/fourre-tout.ts';

const article = (texte: string, nom = 'essai'): Record<string, string> => ({ [`articles/${nom}.md`]: `---\ntitre: Essai\napres: objectifs\n---\n${texte}` });
const arbre = (texte: string): Promise<DocumentTree> => arbreDe({ ...fichiersExemple('minimal'), ...article(texte) });

/** Tous les nœuds d'un type, dans l'ordre de lecture. */
function tous<T>(de: unknown, type: string): readonly T[] {
  const found: T[] = [];
  const visite = (node: unknown): void => {
    if (node === null || typeof node !== 'object' || node instanceof Uint8Array) return;
    if ((node as { type?: unknown }).type === type) found.push(node as T);
    for (const value of Object.values(node)) visite(value);
  };
  visite(de);
  return found;
}
const notesDe = (p: Piece): Notes => {
  const found = p.children.find((b): b is Notes => b.type === 'notes');
  if (found === undefined) throw new Error('pas de notes');
  return found;
};
const texte = (blocks: readonly Block[]): string => net(blocks.flatMap((b) => blockTexts(b)).join(' | '));

describe('les notes d’un article', () => {
  it('se numérotent dans l’ordre des appels, non des définitions, et finissent l’article', async () => {
    const essai = piece(await arbre('Un[^b]. Deux[^a].\n\n[^a]: Alpha.\n[^b]: Bêta.\n\nTrois.\n'), 'essai');
    expect(texte(essai.children)).toBe('Un 1. Deux 2. | Trois. | Notes | Bêta. ↑ | Alpha. ↑');
    expect(essai.children.at(-1)?.type).toBe('notes');
    expect(notesDe(essai)).toMatchObject({ title: 'Notes', items: [{ number: 1, id: 'note-1-article-essai' }, { number: 2, id: 'note-2-article-essai' }] });
    expect(net(notesDe(essai).said)).toBe('Notes : Article 5');
  });

  it('n’ont qu’un numéro pour plusieurs appels, et un retour pour chacun', async () => {
    const essai = piece(await arbre('Un[^a]. Deux[^a].\n\n[^a]: Alpha.\n'), 'essai');
    expect(texte(essai.children)).toBe('Un 1. Deux 1. | Note | Alpha. ↑1 ↑2');
    const [un, deux] = tous<NoteCall>(essai, 'note-call');
    expect(un?.id).not.toBe(deux?.id);
    expect(tous<NoteBack>(essai, 'note-back').map(({ target, said }) => [target, net(said)])).toEqual([[un?.id, 'Retour à l’appel 1 de la note 1'], [deux?.id, 'Retour à l’appel 2 de la note 1']]);
  });

  it('ne laissent jamais le numéro se coller à une année, ni quitter son mot', async () => {
    const [un] = piece(await arbre('En 2024[^a], en 2025 [^b][^a].\n\n[^a]: Alpha.\n[^b]: Bêta.\n'), 'essai').children;
    expect(blockTexts(un as Block)).toEqual(['En 2024\u202F1, en 2025\u202F2\u202F1.']);
  });

  it('repartent de 1 dans chaque pièce, même si deux fichiers emploient la même clé', async () => {
    const tree = await arbreDe({ ...fichiersExemple('minimal'), ...article('Un[^1].\n\n[^1]: Premier.\n', 'premier'), ...article('Un[^1].\n\n[^1]: Second.\n', 'second') });
    expect([piece(tree, 'premier'), piece(tree, 'second')].map((p) => texte([notesDe(p)]))).toEqual(['Note | Premier. ↑', 'Note | Second. ↑']);
    expect(new Set(tous<NoteCall>(tree, 'note-call').map(({ id }) => id)).size).toBe(2);
  });

  it('gardent leurs retours quand elles finissent par une liste', async () => {
    expect(texte([notesDe(piece(await arbre('Un[^a].\n\n[^a]: Deux points :\n\n    - un\n    - deux\n'), 'essai'))])).toBe('Note | Deux points : | un | deux | ↑');
  });

  it('laissent tel quel l’appel échappé ou écrit comme du code', async () => {
    expect(texte(piece(await arbre('Un \\[^a] et `[^b]`.\n'), 'essai').children)).toBe('Un [^a] et [^b].');
  });
});

describe('les notes d’une clause', () => {
  const clause = (texte: string): Record<string, string | Uint8Array> => ({ ...fichiersExemple('minimal'), 'modeles/clauses/recours.md.hbs': `---\ntitre: Recours\n---\n${texte}` });

  it('se numérotent avec celles du texte du territoire qu’elle reçoit', async () => {
    const tree = await arbreDe({ ...clause('Devant le tribunal[^1].\n\n::texte-local\n\n[^1]: Article {{#if comptes.actions}}2{{/if}} du code.\n'), 'articles/recours.md': 'Après médiation[^1].\n\n[^1]: De la Caf.\n' });
    expect(texte(piece(tree, 'recours').children)).toBe('Devant le tribunal 1. | Après médiation 2. | Notes | Article 2 du code. ↑ | De la Caf. ↑');
  });

  it('sans définition, sont une erreur ; jamais appelées parce qu’une donnée manque, non', async () => {
    const codes = async (texteClause: string): Promise<readonly string[]> => (await compiler(clause(texteClause), { targets: ['html'] })).diagnostics.filter((d) => d.code.startsWith('CTG301')).map((d) => `${d.code} ${d.span?.file ?? ''}`);
    expect(await codes('Un recours[^1].\n')).toEqual(['CTG3014 modeles/clauses/recours.md.hbs']);
    expect(await codes('Un recours.\n\n[^1]: Note.\n')).toEqual([]);
  });
});

describe('les notes du fourre-tout', () => {
  it('vont à la fin de la fiche qui les appelle, et avant un document joint', async () => {
    const tree = await arbreDe(await fourreTout());
    const [fiche] = tous<FicheAction>(tree, 'fiche-action');
    expect(texte(fiche?.notes === undefined ? [] : [fiche.notes])).toBe('Note | D’au moins 80 m². ↑');
    expect(net(fiche?.notes?.said ?? '')).toBe('Notes : Fiche-action 1');
    expect(piece(tree, 'portrait').children.map((b) => b.type)).toEqual(['paragraph', 'notes', 'joined', 'joined']);
  });

  it('mènent chacune à ses appels, et chaque appel à sa note', async () => {
    const tree = await arbreDe(await fourreTout());
    const appels = tous<NoteCall>(tree, 'note-call');
    const notes = tous<Notes>(tree, 'notes').flatMap((n) => n.items);
    expect(appels).toHaveLength(8);
    expect(notes).toHaveLength(7);
    expect(appels.map((a) => a.target).every((t) => notes.some(({ id }) => id === t))).toBe(true);
    expect(tous<NoteBack>(tree, 'note-back').map((b) => b.target).sort()).toEqual(appels.map((a) => a.id).sort());
  });
});
