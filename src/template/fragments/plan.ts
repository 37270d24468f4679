import type { Block, Inline, PlanRow } from '../../document/arbre.ts';
import { enumeration, nombre, NBSP } from '../../base/francais.ts';
import { libelle, nomsActeurs, nomThematique } from '../../model/libelles.ts';
import type { Action, Fiche, PlanNode, Projet } from '../../resolve/projet.ts';
import { actionAnchor, ficheAnchor, ficheLabel } from '../renvois.ts';
import { calendrierActions } from './calendrier-actions.ts';
import { type Fragment, type FragmentContext, heading, tableOf, text } from './fragment.ts';

const thematiques = (projet: Projet, action: Action): readonly string[] =>
  [...new Set([action.thematique, ...action.associees])].filter((t) => t !== null).map((t) => nomThematique(projet, t));

/** Indicateurs d'une action : ceux du plan, puis ceux d'indicateurs.yaml. */
const indicateurs = (projet: Projet, action: Action): readonly string[] => [
  ...(action.value.indicateurs ?? []),
  ...projet.indicateurs.filter((i) => i.value.actions?.includes(action.id) === true).map((i) => i.value.libelle),
];

/** `::plan-actions` : le plan, une ligne par action. */
export const planActions: Fragment = ({ projet }) => {
  if (projet.plan.actions.length === 0) return [];
  const { niveaux } = projet.plan;
  // La première fiche qui développe l'action : les dernières sont posées d'abord.
  const fiches = new Map(projet.fiches.toReversed().flatMap((f) => f.actions.map((a) => [a.id, f] as const)));
  const rows = projet.plan.actions.map((action): PlanRow => {
    const fiche = fiches.get(action.id);
    return {
      id: action.id,
      anchor: actionAnchor(action.id),
      path: niveaux.map((niveau) => {
        const node = action.chemin.find((n) => n.niveau === niveau);
        return node === undefined ? null : { id: node.id, number: node.numero, title: node.titre };
      }),
      thematiques: thematiques(projet, action),
      number: action.numero,
      title: action.value.titre,
      pilotes: nomsActeurs(projet, action.pilotes),
      partenaires: nomsActeurs(projet, action.value.partenaires ?? []),
      echeances: action.value.echeances ?? [],
      indicateurs: indicateurs(projet, action),
      offre: action.value.offre ?? null,
      avancement: action.value.avancement ?? null,
      priorite: action.value.priorite ?? null,
      territoires: action.value.territoires ?? [],
      fiche: fiche === undefined ? null : { label: ficheLabel(fiche.numero), anchor: ficheAnchor(fiche.id) },
    };
  });
  const actionLabel = libelle(projet, 'actions');
  return [{ type: 'plan-actions', levels: niveaux.map((n) => libelle(projet, n)), actionLabel, rows }, ...calendrierActions(rows, actionLabel)];
};

/** `::strategie` : l'arbre des axes et objectifs, sans les actions. */
export const strategie: Fragment = ({ projet }) => {
  const synthese = projet.strategie?.value.synthese;
  const items = (nodes: readonly PlanNode[]): readonly (readonly Block[])[] =>
    nodes.map((n) => [
      { type: 'paragraph', children: text(n.titre) },
      ...(n.children.length === 0 ? [] : [{ type: 'list' as const, ordered: false, start: 1, items: items(n.children) }]),
    ]);
  return [
    ...(synthese === undefined ? [] : [{ type: 'paragraph' as const, role: 'lead' as const, children: text(synthese) }]),
    ...projet.plan.racines.flatMap((racine): readonly Block[] => [
      heading(3, `${libelle(projet, racine.niveau)} ${racine.numero} : ${racine.titre}`),
      ...(racine.children.length === 0 ? [] : [{ type: 'list' as const, ordered: false, start: 1, items: items(racine.children) }]),
    ]),
  ];
};

/** `::fiches-actions` : une fiche par page. */
export const fichesActions: Fragment = (context) => context.projet.fiches.map((f) => fiche(f, context));

function fiche(f: Fiche, context: FragmentContext): Block {
  const { projet } = context;
  const facts: { readonly key: string; readonly value: readonly Inline[] }[] = [];
  const fact = (key: string, values: readonly string[]): void => {
    const distinct = [...new Set(values)].filter((v) => v !== '');
    if (distinct.length > 0) facts.push({ key, value: text(distinct.join(' ; ')) });
  };
  for (const niveau of projet.plan.niveaux) fact(libelle(projet, niveau), f.actions.flatMap((a) => a.chemin.filter((n) => n.niveau === niveau).map((n) => n.titre)));
  const titres = f.actions.filter((a) => a.value.titre !== f.titre);
  if (titres.length > 0) {
    const value = titres.flatMap((a, i): Inline[] => [...(i === 0 ? [] : [{ type: 'text', value: ' ; ' } as const]), { type: 'crossref', target: actionAnchor(a.id), children: text(a.value.titre) }]);
    facts.push({ key: titres.length > 1 ? 'Actions du plan' : 'Action du plan', value });
  }
  fact('Pilotes', [enumeration(nomsActeurs(projet, f.value.pilotes ?? [...new Set(f.actions.flatMap((a) => a.pilotes))]))]);
  fact('Partenaires', [enumeration(nomsActeurs(projet, f.value.partenaires ?? [...new Set(f.actions.flatMap((a) => a.value.partenaires ?? []))]))]);
  fact('Échéance', [[...new Set(f.value.echeances ?? f.actions.flatMap((a) => a.value.echeances ?? []))].sort((x, y) => x - y).map(String).join(', ')]);
  fact('Priorité', [f.value.priorite ?? '']);
  return {
    type: 'fiche-action',
    id: f.id,
    anchor: ficheAnchor(f.id),
    label: ficheLabel(f.numero),
    thematique: nomThematique(projet, f.thematique),
    title: f.titre,
    facts,
    sections: [
      ...f.sections.map((s) => ({ id: s.id, title: s.titre, children: context.prose(s.contenu, f.file, 4, f.body.children) })),
      ...budget(f, projet),
      ...mesures(f, projet),
    ],
    span: f.at([]),
  };
}

function budget(f: Fiche, projet: Projet): readonly { readonly id: string; readonly title: string; readonly children: readonly Block[] }[] {
  const children = tableOf(f.value.budget ?? [], [
    { title: 'Poste', width: 40, value: (l) => l.poste },
    { title: 'Montant', width: 20, align: 'right', value: (l) => `${nombre(l.euros)}${NBSP}€`, raw: (l) => l.euros },
    { title: 'Année', width: 15, value: (l) => (l.annee === undefined ? '' : String(l.annee)) },
    { title: 'Financeur', width: 25, value: (l) => (l.financeur === undefined ? '' : nomsActeurs(projet, [l.financeur])) },
  ]);
  return children.length === 0 ? [] : [{ id: 'budget', title: 'Budget prévisionnel', children }];
}

function mesures(f: Fiche, projet: Projet): readonly { readonly id: string; readonly title: string; readonly children: readonly Block[] }[] {
  const own = projet.indicateurs.filter((i) => i.value.actions?.some((id) => f.actions.some((a) => a.id === id)) === true);
  const children = indicateursTable(projet, own);
  return children.length === 0 ? [] : [{ id: 'mesures', title: 'Mesure des résultats', children }];
}

const mesure = (m: { readonly valeur: number; readonly date?: string | undefined } | undefined): string => (m === undefined ? '' : `${nombre(m.valeur)}${m.date === undefined ? '' : ` (${m.date.slice(0, 4)})`}`);

/** Indicateurs : libellé, unité, départ, cible, source, périodicité. */
export const indicateursTable = (projet: Projet, rows: Projet['indicateurs']): readonly Block[] =>
  tableOf(rows, [
    { title: 'Indicateur', width: 38, value: (i) => i.value.libelle },
    { title: 'Unité', width: 14, value: (i) => i.value.unite ?? '' },
    { title: 'Départ', width: 12, value: (i) => mesure(i.value.depart) },
    { title: 'Cible', width: 12, value: (i) => mesure(i.value.cible) },
    { title: 'Source', width: 20, value: (i) => i.value.source ?? '' },
    { title: 'Relevé', width: 14, value: (i) => [i.value.periodicite ?? '', i.value.responsable === undefined ? '' : nomsActeurs(projet, [i.value.responsable])[0] ?? ''].filter((s) => s !== '').join(', ') },
  ]);

/** `::indicateurs` : ceux de la convention entière. */
export const indicateursConvention: Fragment = ({ projet }) => {
  const rows = projet.indicateurs.filter((i) => i.value.actions === undefined);
  const simples = rows.every((i) => i.value.unite === undefined && i.value.depart === undefined && i.value.cible === undefined && i.value.source === undefined && i.value.periodicite === undefined);
  if (rows.length === 0 || !simples) return indicateursTable(projet, rows);
  return [{ type: 'list', ordered: false, start: 1, items: rows.map((i) => [{ type: 'paragraph', children: text(i.value.libelle) }]) }];
};
