import type { Block } from '../../document/arbre.ts';
import { sourceChiffre, valeurChiffre } from '../../model/chiffres.ts';
import { NBSP } from '../../base/francais.ts';
import type { GroupeChiffres, Projet } from '../../resolve/projet.ts';
import { type Fragment, heading, tableOf } from './fragment.ts';
import { dessiner, graphiquesDe } from './graphiques.ts';

/** `::diagnostic` : les textes du diagnostic, chacun sous son titre. */
export const diagnostic: Fragment = ({ projet, prose }) =>
  projet.textesDiagnostic.flatMap((t) => (t.value.titre === undefined ? prose(t.body.children, t.file, 2) : [heading(2, t.value.titre), ...prose(t.body.children, t.file, 3)]));

/** `::enjeux` : les enjeux par thématique. */
export const enjeux: Fragment = ({ projet, prose }) => projet.enjeux.flatMap((e) => [heading(3, e.titre), ...prose([e.liste], e.span.file, 2, e.texte)]);

/** `::chiffres` : tous les groupes, ou celui de l'attribut `groupe`. */
export const chiffres: Fragment = ({ projet, attributes }) =>
  projet.diagnostic
    .filter((g) => attributes['groupe'] === undefined || g.id === attributes['groupe'])
    .flatMap((g) => (g.titre === null || attributes['groupe'] !== undefined ? groupeBlocks(projet, g) : [heading(3, g.titre), ...groupeBlocks(projet, g)]));

/** Un groupe : les chiffres qui se dessinent, puis les autres en tableau. */
export function groupeBlocks(projet: Projet, groupe: GroupeChiffres): readonly Block[] {
  const dessines = dessiner(projet, groupe.chiffres);
  return [
    ...graphiquesDe(dessines),
    ...tableOf(dessines.autres, [
      { title: 'Indicateur', width: 40, value: (c) => c.value.libelle },
      {
        title: 'Valeur',
        width: 20,
        align: 'right',
        value: (c) => {
          const valeur = valeurChiffre(c);
          return valeur === null ? (c.value.motif ?? 'non disponible') : c.value.unite === undefined ? valeur : `${valeur}${NBSP}${c.value.unite}`;
        },
        raw: (c) => c.value.valeur ?? undefined,
      },
      { title: 'Zone', width: 22, value: (c) => c.value.zone ?? '' },
      { title: 'Source', width: 28, value: sourceChiffre },
    ]),
  ];
}
