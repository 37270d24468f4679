import type { Action as ActionSource, NoeudPlan } from '../../schemas/plan.ts';
import { NIVEAUX, type Niveau } from '../../schemas/strategie.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Path, Span } from '../base/span.ts';
import { located, type ResolveInput, type TypedFile } from './input.ts';
import type { Action, Plan, PlanNode } from './projet.ts';

type NiveauNoeud = Exclude<Niveau, 'actions'>;
const LEVELS = NIVEAUX.filter((n): n is NiveauNoeud => n !== 'actions');

type Children = Partial<Record<NiveauNoeud, Readonly<Record<string, NoeudPlan>>>> & { readonly actions?: Readonly<Record<string, ActionSource>> | undefined };

interface Inherited {
  readonly chemin: readonly PlanNode[];
  readonly thematique: string | null;
  readonly associees: readonly string[];
  readonly pilotes: readonly string[];
  readonly numero: string;
}

/** L'arbre du plan : niveaux dans l'ordre où le territoire les emboîte, numéros, héritage de la thématique et des pilotes. */
export function resolvePlan(input: ResolveInput, thematiques: ReadonlySet<string>, diagnostics: Diagnostic[]): Plan {
  const niveaux: NiveauNoeud[] = [];
  const noeuds: PlanNode[] = [];
  const actions: Action[] = [];
  const taken = new Map<string, Span>();

  const claim = (id: string, span: Span): void => {
    const first = taken.get(id);
    if (first === undefined) taken.set(id, span);
    else diagnostics.push(diagnostic('CTG3002', { id }, span, [{ message: 'déjà pris ici', span: first }]));
  };

  function children(file: TypedFile<unknown>, value: Children, prefix: Path, inherited: Inherited, counter: { n: number }): { nodes: PlanNode[]; own: Action[] } {
    const nodes: PlanNode[] = [];
    for (const niveau of LEVELS) {
      for (const [id, child] of Object.entries(value[niveau] ?? {})) {
        const path = [...prefix, niveau, id];
        claim(id, file.at(path, 'key'));
        place(niveaux, niveau, inherited.chemin.at(-1)?.niveau ?? null);
        counter.n += 1;
        const numero = inherited.numero === '' ? String(counter.n) : `${inherited.numero}.${String(counter.n)}`;
        const thematique = child.thematique ?? (niveau === 'thematiques' && thematiques.has(id) ? id : inherited.thematique);
        const mutable = { id, niveau, titre: child.titre, numero, thematique, children: [] as PlanNode[], actions: [] as Action[], source: child, at: located(file, child, id, path).at, file: file.path };
        noeuds.push(mutable);
        const below = children(file, child as Children, path, { chemin: [...inherited.chemin, mutable], thematique, associees: [...inherited.associees, ...(child.thematiques_associees ?? [])], pilotes: child.pilotes ?? inherited.pilotes, numero }, { n: 0 });
        mutable.children.push(...below.nodes);
        mutable.actions.push(...below.own);
        nodes.push(mutable);
      }
    }
    const own: Action[] = [];
    for (const [id, action] of Object.entries(value.actions ?? {})) {
      const path = [...prefix, 'actions', id];
      claim(id, file.at(path, 'key'));
      counter.n += 1;
      const resolved: Action = {
        ...located(file, action, id, path),
        numero: `${inherited.numero}.${String(counter.n)}`,
        chemin: inherited.chemin,
        thematique: action.thematique ?? inherited.thematique,
        associees: [...new Set([...inherited.associees, ...(action.thematiques_associees ?? [])])],
        pilotes: action.pilotes ?? inherited.pilotes,
      };
      own.push(resolved);
      actions.push(resolved);
    }
    return { nodes, own };
  }

  const racines: PlanNode[] = [];
  const counter = { n: 0 };
  for (const file of input.files('plan')) {
    racines.push(...children(file, file.value as Children, [], { chemin: [], thematique: null, associees: [], pilotes: [], numero: '' }, counter).nodes);
  }
  return { niveaux, racines, noeuds, actions };
}

/** Insère un niveau après celui qui le contient, s'il n'est pas déjà connu. */
function place(niveaux: NiveauNoeud[], niveau: NiveauNoeud, parent: NiveauNoeud | null): void {
  if (niveaux.includes(niveau)) return;
  const after = parent === null ? -1 : niveaux.indexOf(parent);
  niveaux.splice(after + 1, 0, niveau);
}
