/** docs/regles/ : la page de chaque règle, livrée avec ctg, et leur index. Les originaux sont à côté des règles, où ils servent d'essais. */
import { nombre } from '../base/francais.ts';
import { RULES } from '../rules/index.ts';
import { DATES_DECLAREES, type FixePar, LISTES_DECLAREES, type Seuil, SEUILS_DECLARES, type Table, TABLES_DECLAREES } from '../rules/reglages.ts';
import { code, GENERATED, page, table } from './markdown.ts';

const QUI: Readonly<Record<FixePar, string>> = {
  loi: 'personne : la loi le fixe',
  modele: 'le modèle de convention',
  territoire: 'le modèle, ou ctg.yaml',
};
const qui = (s: Seuil): string => (s.hausse_seulement === true ? `${QUI[s.fixe_par]}, qui ne peut que monter` : QUI[s.fixe_par]);
const jour = (iso: string): string => iso.split('-').reverse().join('/');

const cellule = (v: unknown): string => (Array.isArray(v) ? v.join(', ') : v === true ? 'oui' : v === false ? 'non' : String(v));
/** Une table, sans ses expressions régulières, qui ne se lisent pas. */
function lignes({ lignes: rows }: Table): string {
  const colonnes = Object.keys(rows[0] ?? {}).filter((c) => c !== 'forme');
  return table(colonnes.map((c) => c.replaceAll('_', ' ')), rows.map((r) => colonnes.map((c) => cellule(r[c]))));
}

/** La section d'une page qui dit les seuils et les listes de la règle ; vide si elle n'en a pas. */
function reglages(regle: string): readonly string[] {
  const seuils = [...(SEUILS_DECLARES.get(regle) ?? [])];
  const listes = [...(LISTES_DECLAREES.get(regle) ?? [])];
  const dates = [...(DATES_DECLAREES.get(regle) ?? [])];
  const tables = [...TABLES_DECLAREES].filter(([, t]) => t.regles.includes(regle));
  if (seuils.length + listes.length + dates.length + tables.length === 0) return [];
  const [premier] = seuils.filter(([, s]) => s.fixe_par === 'territoire');
  const [liste] = listes;
  const exemple = [
    ...(premier === undefined ? [] : ['    seuils:', `      ${premier[0]}: ${String(premier[1].valeur)}`]),
    ...(liste === undefined ? [] : ['    listes:', `      ${liste[0]}: [${liste[1].exemple ?? 'un mot à ajouter'}]`]),
  ];
  return [
    '## Seuils et listes',
    ...(seuils.length === 0
      ? []
      : [
          table(
            ['Seuil', 'Valeur', 'Bornes', 'Qui peut le changer'],
            seuils.map(([nom, s]) => [code(nom), `${nombre(s.valeur)} ${s.unite}`, s.min === s.max ? '' : `${nombre(s.min)} à ${nombre(s.max)}`, qui(s)]),
          ),
          seuils.map(([nom, s]) => `- ${code(nom)} : ${s.description} ${s.source} Relevé le ${jour(s.releve_le)}.`).join('\n'),
        ]),
    ...listes.flatMap(([nom, l]) => [
      `Liste ${code(nom)} (le modèle ou ctg.yaml peuvent y ajouter) : ${l.description} ${l.source} Relevé le ${jour(l.releve_le)}.`,
      l.valeurs.length === 0 ? 'Vide par défaut.' : l.valeurs.map(code).join(', '),
    ]),
    ...(dates.length === 0 ? [] : [dates.map(([nom, d]) => `- ${code(nom)} : ${jour(d.valeur)}. ${d.description} ${d.source} Relevé le ${jour(d.releve_le)}.`).join('\n')]),
    ...tables.flatMap(([nom, t]) => [`Table ${code(nom)} : ${t.description} ${t.source} Relevé le ${jour(t.releve_le)}.`, lignes(t)]),
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
