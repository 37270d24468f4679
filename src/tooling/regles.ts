/** docs/regles/ : la page de chaque règle, livrée avec ctg, et leur index. Les originaux sont à côté des règles, où ils servent d'essais. */
import { nombre } from '../base/francais.ts';
import { RULES } from '../rules/index.ts';
import { type FixePar, LISTES_DECLAREES, SEUILS_DECLARES } from '../rules/reglages.ts';
import { code, GENERATED, page, table } from './markdown.ts';

const QUI: Readonly<Record<FixePar, string>> = {
  loi: 'personne : la loi le fixe',
  modele: 'le modèle de convention',
  territoire: 'le modèle, ou ctg.yaml',
};
const jour = (iso: string): string => iso.split('-').reverse().join('/');

/** La section d'une page qui dit les seuils et les listes de la règle ; vide si elle n'en a pas. */
function reglages(regle: string): readonly string[] {
  const seuils = [...(SEUILS_DECLARES.get(regle) ?? [])];
  const listes = [...(LISTES_DECLAREES.get(regle) ?? [])];
  if (seuils.length + listes.length === 0) return [];
  const [premier] = seuils.filter(([, s]) => s.fixe_par === 'territoire');
  const [liste] = listes;
  const exemple = [
    ...(premier === undefined ? [] : ['    seuils:', `      ${premier[0]}: ${String(premier[1].valeur)}`]),
    ...(liste === undefined ? [] : ['    listes:', `      ${liste[0]}: [un mot à ajouter]`]),
  ];
  return [
    '## Seuils et listes',
    ...(seuils.length === 0
      ? []
      : [
          table(
            ['Seuil', 'Valeur', 'Bornes', 'Qui peut le changer'],
            seuils.map(([nom, s]) => [code(nom), `${nombre(s.valeur)} ${s.unite}`, s.min === s.max ? '' : `${nombre(s.min)} à ${nombre(s.max)}`, QUI[s.fixe_par]]),
          ),
          seuils.map(([nom, s]) => `- ${code(nom)} : ${s.description} ${s.source} Relevé le ${jour(s.releve_le)}.`).join('\n'),
        ]),
    ...listes.flatMap(([nom, l]) => [
      `Liste ${code(nom)} (le modèle ou ctg.yaml peuvent y ajouter) : ${l.description} ${l.source} Relevé le ${jour(l.releve_le)}.`,
      l.valeurs.length === 0 ? 'Vide par défaut.' : l.valeurs.map(code).join(', '),
    ]),
    ...(exemple.length === 0 ? [] : ['Dans `ctg.yaml` :', ['```yaml', 'regles:', `  ${regle}:`, ...exemple, '    motif: pourquoi ce territoire s’en écarte', '```'].join('\n')]),
  ];
}

/** La page, avec la section des réglages avant « Comment corriger ». */
const withSettings = (text: string, regle: string): string => {
  const parts = reglages(regle);
  return parts.length === 0 ? text : text.replace(/^(?=## Comment corriger$)/m, `${parts.join('\n\n').replaceAll('$', '$$$$')}\n\n`);
};

export function pagesDesRegles(readPage: (name: string) => string): ReadonlyMap<string, string> {
  const pages = RULES.map(({ code: regle, slug }): [string, string] => [`docs/regles/${regle}-${slug}.md`, page(GENERATED, withSettings(readPage(`${regle}-${slug}.md`).trimEnd(), regle))]);
  const index = page(
    GENERATED,
    '# Les règles de fond',
    'Chaque page dit ce que la règle vérifie, pourquoi, et comment corriger. `ctg explain CTG4001` affiche la même page dans un terminal. Les autres codes sont dans [reference/diagnostics.md](../reference/diagnostics.md).',
    table(['Code', 'Règle'], RULES.map(({ code: regle, slug, title }) => [`[${regle}](${regle}-${slug}.md)`, title])),
  );
  return new Map([...pages, ['docs/regles/README.md', index]]);
}
