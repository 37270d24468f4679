/** Ce que l'on sait du territoire à un stade : les derniers constats, et le dernier document sain. */
import { hasErrors } from '../base/diagnostic.ts';
import type { DocumentTree } from '../document/arbre.ts';
import type { Apercu, Theme } from '../pipeline/apercu.ts';
import type { CompileResult } from '../pipeline/compile.ts';
import { stageCell, stageColumns, summarize, verdict } from '../report/index.ts';
import type { Acte } from './background.ts';
import { toPoints } from './points.ts';
import type { Point, Progress, Stade, Update } from './state.ts';

export interface Sound extends Omit<Acte, 'attachments'> {
  readonly key: string;
  readonly attachments: CompileResult['attachments'];
  readonly apercu: Apercu;
}

export interface View {
  /** Sans le document, le plan ni les constats, que chaque page reçoit selon ce qu'elle en a déjà. */
  readonly update: Omit<Update, 'document' | 'plan' | 'points'>;
  readonly points: readonly Point[];
  readonly sound: Sound | null;
}

/** Nom d'un document : il ne change que si l'acte change. */
export const keyOf = (tree: DocumentTree): string => `${tree.fingerprint}-${tree.stade}`;

export interface ViewInput {
  readonly version: number;
  readonly at: number;
  readonly root: string;
  readonly project: string;
  readonly result: CompileResult;
  readonly before: View | null;
  /** La vue du stade du territoire : son document se montre quand celui du stade demandé ne peut pas être produit. */
  readonly base: View | null;
  readonly render: (tree: DocumentTree, theme: Theme) => Apercu;
}

/** La vue d'après une lecture des sources. Avec une erreur, le document d'avant reste, et n'est plus dit à jour. */
export function makeView({ version, at, root, project, result, before, base, render }: ViewInput): View {
  const { diagnostics, sources, avancement, projet } = result;
  const { errors, warnings, notes } = summarize(diagnostics);
  const stage = { stade: projet.stade, signataires: avancement };
  const tree = hasErrors(diagnostics) ? null : result.tree;
  const last = tree === null && base !== null ? base : before;
  let sound = last?.sound ?? null;
  if (tree !== null && sound?.key !== keyOf(tree)) sound = { key: keyOf(tree), tree, attachments: result.attachments, theme: projet.habillage, apercu: render(tree, projet.habillage) };
  const current = tree !== null;
  return {
    sound,
    points: toPoints(diagnostics, sources, root),
    update: {
      version,
      project: sound?.tree.cover.territoire ?? project,
      stade: projet.stade,
      verdict: verdict(errors, warnings, stage),
      counts: { erreur: errors, avertissement: warnings, information: notes },
      progress: progress(projet.stade, stage),
      shown: sound === null ? null : { key: sound.key, stade: sound.tree.stade, at: current ? at : (last?.update.shown?.at ?? at), current: current || (base?.update.shown?.current ?? false) },
      fault: null,
    },
  };
}

/** La même vue après une panne de ctg : rien de neuf, sinon la panne, et le document n'est plus dit à jour. */
export function faulty(before: View | null, version: number, project: string, stade: Stade, fault: string): View {
  const empty = { project, stade, verdict: '', counts: { erreur: 0, avertissement: 0, information: 0 }, progress: { columns: [], rows: [] } };
  const shown = before?.update.shown ?? null;
  return { sound: before?.sound ?? null, points: before?.points ?? [], update: { ...(before?.update ?? empty), version, shown: shown === null ? null : { ...shown, current: false }, fault } };
}

function progress(stade: Stade, stage: Parameters<typeof stageColumns>[0]): Progress {
  if (stade === 'projet') return { columns: [], rows: [] };
  const columns = stageColumns(stage);
  return { columns, rows: stage.signataires.map((s) => ({ name: s.nom, cells: columns.map((c) => stageCell(s.etapes.find((e) => e.nom === c))) })) };
}
