import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../src/host/node.ts';
import type { Block, Inline } from '../../src/document/arbre.ts';
import { finish, reprendre } from '../../src/document/passes.ts';
import { typographier } from '../../src/document/typographie.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { RACINE } from '../cli/outils.ts';

const p = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });

describe('les passes sur le texte', () => {
  it('surlignent les blancs, chacun seul, et laissent le reste de la phrase', () => {
    expect(reprendre(p('Le XX/XX/2024, lieu [à définir] : ici.'), true)).toEqual({
      type: 'paragraph',
      children: [
        { type: 'text', value: 'Le ' },
        { type: 'blank', value: 'XX/XX/2024' },
        { type: 'text', value: ', lieu ' },
        { type: 'blank', value: '[à définir]' },
        { type: 'text', value: '\u00A0: ici.' },
      ],
    });
    expect(reprendre(p('à compléter'), true)).toEqual({ type: 'paragraph', children: [{ type: 'blank', value: 'à compléter' }] });
    expect(reprendre(p('Là à préciserait'), true)).toEqual(p('Là à préciserait'));
    expect(reprendre(p('XX'), true)).toEqual({ type: 'paragraph', children: [{ type: 'blank', value: 'XX' }] });
    expect(reprendre(p('Le XX : ici'), false)).toEqual(p('Le XX\u00A0: ici'));
  });

  it('ne touchent ni au code, ni aux adresses, ni aux ancres', () => {
    const blocs: readonly Block[] = [{ type: 'code-block', value: 'a : "b" XX' }, { type: 'paragraph', children: [{ type: 'code', value: 'l\'x ?' }, { type: 'crossref', target: 'article-XX', children: [{ type: 'text', value: 'l’article' }] }] }];
    expect(reprendre(blocs, true)).toBe(blocs);
  });

  it('laissent sa typographie à une langue étrangère, non à ce qui l’entoure', () => {
    const langue: Inline = { type: 'langue', lang: 'en', children: [{ type: 'text', value: '"Really?" XX: don\'t...' }] };
    const faite = reprendre<Block>({ type: 'paragraph', children: [{ type: 'text', value: 'L\'affiche « ' }, langue, { type: 'text', value: ' » : "oui" ?' }] }, true);
    expect(faite).toEqual({ type: 'paragraph', children: [{ type: 'text', value: 'L’affiche «\u00A0' }, langue, { type: 'text', value: '\u00A0»\u00A0: «\u00A0oui\u00A0»\u202F?' }] });
  });

  it('rendent le même objet quand rien n’y change, et ne recopient que ce qui change', () => {
    const [propre, sale] = [p('Rien à reprendre.'), p("L'usager")];
    const liste: Block = { type: 'list', ordered: false, start: 1, items: [[propre], [sale]] };
    const faite = reprendre(liste, true) as Extract<Block, { type: 'list' }>;
    expect(faite.items[0]).toBe(liste.items[0]);
    expect(faite.items[1]).toEqual([p('L’usager')]);
    expect(reprendre(faite, true)).toBe(faite);
  });

  it('sur un acte entier : aucun texte n’est laissé, et une seconde fois ne change rien', async () => {
    const { tree } = await compile(nodeHost(`${RACINE}/examples/creusot-montceau`, { packageRoot: RACINE, env: {} }), { targets: [] });
    if (tree === null) throw new Error('l’exemple a des erreurs');
    expect(finish(tree)).toBe(tree);
    let textes = 0;
    const voir = (node: unknown): void => {
      if (node === null || typeof node !== 'object' || node instanceof Uint8Array) return;
      const { type, value } = node as { type?: unknown; value?: unknown };
      if (type === 'text' && typeof value === 'string') {
        textes += 1;
        expect(typographier(value)).toBe(value);
      }
      for (const child of Object.values(node)) voir(child);
    };
    voir(tree.pieces);
    expect(textes).toBeGreaterThan(1000);
  });
});
