import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block, DocumentTree, Inline } from '../../../src/document/arbre.ts';
import { compile, nodeHost } from '../../../src/index.ts';
import { sansPoppler, textes } from './poppler.ts';

const RACINE = path.resolve(import.meta.dirname, '../../..');

async function exemple(name: string): Promise<{ tree: DocumentTree; pages: string[] }> {
  const host = nodeHost(path.join(RACINE, 'examples', name), { packageRoot: RACINE, env: {} });
  const { outputs, tree, diagnostics } = await compile(host, { targets: ['pdf'] });
  expect(diagnostics.filter(({ severity }) => severity === 'erreur')).toEqual([]);
  return { tree: tree as DocumentTree, pages: textes(outputs[0]?.bytes as Uint8Array) };
}

const enLigne = (inlines: readonly Inline[]): string => inlines.map((one) => ('value' in one ? one.value : 'children' in one ? enLigne(one.children) : ' ')).join('');
const texte = (block: Block): string => {
  if (block.type === 'paragraph') return enLigne(block.children);
  return block.type === 'list' ? block.items.map((item) => item.map(texte).join(' ')).join(' ') : '';
};

/** Ce que disent les cellules des tableaux et du plan d'actions. */
const cellules = (tree: DocumentTree): string[] => tree.pieces.flatMap((piece) => piece.children).flatMap((block) => {
  if (block.type === 'table') return [...block.head, ...block.body].flatMap((row) => row.flatMap((cell) => cell.children.map(texte)));
  if (block.type !== 'plan-actions') return [];
  return block.rows.flatMap((row) => [row.title, ...row.pilotes, ...row.partenaires, ...row.indicateurs, ...row.thematiques, ...row.path.map((node) => node?.title ?? '')]);
});
/** Les mots, un nom composé pouvant se couper à son trait d'union. */
const enMots = (text: string): string[] => text.replace(/\u2011/g, '-').split(/[\s\u00A0-]+/).filter((mot) => mot !== '');

describe.skipIf(sansPoppler)('exemples', () => {
  it.each(['creusot-montceau', 'aubergenville', 'minimal'])('%s : aucun mot coupé dans un tableau', async (name) => {
    const { tree, pages } = await exemple(name);
    const lus = new Set(enMots(pages.join('\n')));
    expect([...new Set(cellules(tree).flatMap(enMots))].filter((mot) => !lus.has(mot))).toEqual([]);
  }, 60_000);

  it('creusot-montceau : une page par fiche-action', async () => {
    const { tree, pages } = await exemple('creusot-montceau');
    const fiches = tree.pieces.flatMap((piece) => piece.children).filter((block) => block.type === 'fiche-action');
    expect(fiches.length).toBeGreaterThan(5);
    const premiere = pages.findIndex((page) => page.includes('Premières fiches-actions') && page.includes('Points de vigilance'));
    expect(pages.length - premiere).toBe(fiches.length);
    fiches.forEach(({ label, sections }, i) => {
      expect(pages[premiere + i]).toContain(label.replace(/\u00A0/g, ' '));
      for (const { title } of sections) expect(pages[premiere + i]).toContain(title);
    });
  }, 60_000);
});
