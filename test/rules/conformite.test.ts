/** Le tableau de conformité au schéma petite enfance, tel que les deux modèles l'impriment. */
import { describe, expect, it } from 'vitest';
import { ELEMENTS_SCHEMA } from '../../schemas/petite-enfance.ts';
import type { Block, Cell, DocumentTree, Inline } from '../../src/document/arbre.ts';
import { arbreDe, net, piece } from '../golden/atelier.ts';
import { commune, territoire } from '../model/territoires.ts';

const bourg = (convention: string) => territoire({ type: 'commune', communes: ['Bourg-Modèle'], signataires: { '02-bourg-modele': commune('Bourg-Modèle') }, convention });
const tables = (tree: DocumentTree, id: string) => piece(tree, id).children.filter((b): b is Extract<Block, { type: 'table' }> => b.type === 'table');
const inline = (cell: Cell | undefined): readonly Inline[] => (cell?.children ?? []).flatMap((b) => (b.type === 'paragraph' ? b.children : []));

describe('tableau de conformité', () => {
  it('dit où se lit chaque élément, par un renvoi', async () => {
    const tree = await arbreDe(bourg('vaut_schema_petite_enfance: true\nschema_petite_enfance:\n  inventaire: annexe:diagnostic\n  qualite: action:relais\n'));
    const rows = tables(tree, 'plan-actions').at(-1)?.body ?? [];
    const tetes = rows.map(([tete]) => inline(tete).map((i) => (i.type === 'text' ? net(i.value) : '?')).join(''));
    expect(tetes).toEqual(Object.values(ELEMENTS_SCHEMA).map(net));
    const lieux = rows.map(([, lieu]) => inline(lieu)[0]);
    expect(lieux[0]).toMatchObject({ type: 'crossref', target: 'annexe-diagnostic' });
    expect(lieux[6]).toMatchObject({ type: 'crossref', target: 'action-relais', children: [{ type: 'text', value: 'Ouvrir un relais petite enfance' }] });
    expect(lieux.filter((l) => l === undefined)).toHaveLength(10);
  });

  it('ne s’imprime pas si la convention ne vaut pas schéma', async () => {
    const sans = await arbreDe(bourg(''));
    const avec = await arbreDe(bourg('vaut_schema_petite_enfance: true\n'));
    expect(tables(avec, 'plan-actions')).toHaveLength(tables(sans, 'plan-actions').length + 1);
  });
});
