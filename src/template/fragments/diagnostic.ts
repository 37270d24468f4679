import type { Block, ChiffreItem } from '../../document/arbre.ts';
import { sourceChiffre, valeurChiffre } from '../../model/chiffres.ts';
import { NBSP, nombre } from '../../base/francais.ts';
import type { Chiffre, GroupeChiffres } from '../../resolve/projet.ts';
import { type Fragment, heading, tableOf } from './fragment.ts';

/** `::diagnostic` : les textes du diagnostic, chacun sous son titre. */
export const diagnostic: Fragment = ({ projet, prose }) =>
  projet.textesDiagnostic.flatMap((t) => (t.value.titre === undefined ? prose(t.body.children, t.file, 2) : [heading(2, t.value.titre), ...prose(t.body.children, t.file, 3)]));

/** `::enjeux` : les enjeux par thématique. */
export const enjeux: Fragment = ({ projet, prose }) => projet.enjeux.flatMap((e) => [heading(3, e.titre), ...prose([e.liste], e.span.file)]);

/** `::chiffres` : tous les groupes, ou celui de l'attribut `groupe`. */
export const chiffres: Fragment = ({ projet, attributes }) =>
  projet.diagnostic
    .filter((g) => attributes['groupe'] === undefined || g.id === attributes['groupe'])
    .flatMap((g) => (g.titre === null || attributes['groupe'] !== undefined ? groupeBlocks(g) : [heading(3, g.titre), ...groupeBlocks(g)]));

/** Un groupe : les chiffres comparés en regard, les autres en tableau. */
export function groupeBlocks(groupe: GroupeChiffres): readonly Block[] {
  const compares = groupe.chiffres.filter((c) => c.value.valeur !== null && (c.value.comparaisons?.length ?? 0) > 0);
  const autres = groupe.chiffres.filter((c) => !compares.includes(c));
  return [
    ...(compares.length === 0 ? [] : [{ type: 'chiffres' as const, items: compares.map(item) }]),
    ...tableOf(autres, [
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

function item(chiffre: Chiffre): ChiffreItem {
  const { value } = chiffre;
  return {
    id: chiffre.id,
    label: value.libelle,
    value: valeurChiffre(chiffre) ?? '',
    raw: value.valeur ?? 0,
    unit: value.unite ?? '',
    zone: value.zone ?? '',
    source: sourceChiffre(chiffre),
    comparisons: (value.comparaisons ?? []).map((c) => ({ zone: c.annee === undefined || c.annee === value.annee ? c.zone : `${c.zone} (${String(c.annee)})`, value: nombre(c.valeur), raw: c.valeur })),
  };
}
