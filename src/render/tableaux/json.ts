import type { DocumentTree, PlanRow } from '../../document/arbre.ts';
import { findPlan } from './plan.ts';

/**
 * Le plan d'actions en données, pour un autre logiciel. `format` augmente quand un champ disparaît ou change de sens ; un
 * champ de plus ne l'augmente pas.
 */
export interface PlanJson {
  readonly format: 1;
  readonly titre: string;
  readonly territoire: string;
  /** « 2024-2027 ». */
  readonly periode: string;
  /** Empreinte des sources, celle du pied de page. */
  readonly empreinte: string;
  /** Libellés des niveaux, du plus haut au plus bas. */
  readonly niveaux: readonly string[];
  readonly libelle_action: string;
  readonly actions: readonly ActionJson[];
}

export interface ActionJson {
  readonly id: string;
  readonly numero: string;
  readonly titre: string;
  /** Un élément par niveau ; null si la branche n'a pas ce niveau. */
  readonly niveaux: readonly ({ readonly id: string; readonly numero: string; readonly titre: string } | null)[];
  readonly thematiques: readonly string[];
  readonly pilotes: readonly string[];
  readonly partenaires: readonly string[];
  /** Années, en nombres. */
  readonly echeances: readonly number[];
  readonly indicateurs: readonly string[];
  readonly offre: string | null;
  readonly avancement: string | null;
  readonly priorite: string | null;
  readonly territoires: readonly string[];
  readonly fiche: string | null;
}

/** Rend le plan d'actions en JSON ; null si la convention n'en a pas. */
export function planJson(tree: DocumentTree): string | null {
  const plan = findPlan(tree);
  if (plan === undefined) return null;
  const json: PlanJson = {
    format: 1,
    titre: tree.title,
    territoire: tree.cover.territoire,
    periode: tree.cover.years,
    empreinte: tree.fingerprint,
    niveaux: plan.levels,
    libelle_action: plan.actionLabel,
    actions: plan.rows.map(actionJson),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function actionJson(row: PlanRow): ActionJson {
  return {
    id: row.id,
    numero: row.number,
    titre: row.title,
    niveaux: row.path.map((node) => (node === null ? null : { id: node.id, numero: node.number, titre: node.title })),
    thematiques: row.thematiques,
    pilotes: row.pilotes,
    partenaires: row.partenaires,
    echeances: row.echeances,
    indicateurs: row.indicateurs,
    offre: row.offre,
    avancement: row.avancement,
    priorite: row.priorite,
    territoires: row.territoires,
    fiche: row.fiche?.label ?? null,
  };
}
