import type { RootContent } from 'mdast';
import type { Block } from '../../document/arbre.ts';
import { elementsDuSchema } from '../../resolve/schema-petite-enfance.ts';
import { cell, type Fragment } from './fragment.ts';

/** `::conformite-petite-enfance` : où se lit chaque élément du schéma dont la convention tient lieu. */
export const conformitePetiteEnfance: Fragment = ({ projet, prose }) => {
  const { convention } = projet;
  if (convention?.value.vaut_schema_petite_enfance !== true) return [];
  // Un lien vide, comme l'auteur l'écrirait : le renvoi s'imprime, et mène à la pièce.
  const renvoi = (lieu: string): readonly Block[] => {
    const link: RootContent = { type: 'paragraph', children: [{ type: 'link', url: lieu, children: [] }] };
    return prose([link], convention.file);
  };
  return [
    {
      type: 'table',
      caption: null,
      widths: [64, 36],
      head: [['Élément du schéma', 'Où il se lit'].map((title) => cell(title, { header: true }))],
      body: elementsDuSchema(projet).map(({ libelle, lieu }) => [cell(libelle, { header: true }), { children: lieu === null ? [] : renvoi(lieu) }]),
      headerColumns: 1,
    },
  ];
};
