import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../src/host/node.ts';
import { compile } from '../../src/pipeline/compile.ts';
// @ts-expect-error : les scripts du banc sont en JavaScript.
import { contenu } from './nu.js';
// @ts-expect-error : les scripts du banc sont en JavaScript.
import { source } from './typst.js';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));
interface Noeud { text?: string; table?: { widths: unknown[]; body: Noeud[][] }; stack?: Noeud[]; columns?: Noeud[]; ul?: Noeud[]; ol?: Noeud[] }
let nu: { content: Noeud[] };
const noeuds: Noeud[] = [];

const visiter = (node: Noeud): void => {
  noeuds.push(node);
  for (const enfant of [...(node.stack ?? []), ...(node.columns ?? []), ...(node.ul ?? []), ...(node.ol ?? []), ...(node.table?.body ?? []).flat()]) visiter(enfant);
};

beforeAll(async () => {
  const { tree } = await compile(nodeHost(`${RACINE}/examples/creusot-montceau`, { packageRoot: RACINE, env: {} }), { targets: [] });
  nu = contenu(tree);
  nu.content.forEach(visiter);
}, 60_000);

describe('contenus comparés par le banc', () => {
  it('a une case par colonne dans chaque rangée de chaque tableau', () => {
    const tables = noeuds.flatMap(({ table }) => (table === undefined ? [] : [table]));
    expect(tables.length).toBeGreaterThan(10);
    for (const { widths, body } of tables) for (const row of body) expect(row.length).toBe(widths.length);
  });

  it('donne à Typst les mêmes mots qu’à pdfmake', () => {
    const typst: string = source(nu);
    const mots = noeuds.flatMap(({ text }) => (text ?? '').split('\n')).filter((text) => text !== '');
    expect(mots.length).toBeGreaterThan(500);
    for (const text of mots) expect(typst).toContain(JSON.stringify(text));
  });
});
