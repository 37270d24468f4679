/** Un petit territoire complet, que chaque essai habille à la façon d'un territoire vu. Personnes et communes sont fictives. */
import { blockTexts } from '../../src/document/texte.ts';
import type { Block, DocumentTree, PlanActions } from '../../src/document/arbre.ts';
import type { CompileResult } from '../../src/pipeline/compile.ts';
import { assembler, enLigne, simple, valider } from '../entrees/territoire.ts';

const BASE: Readonly<Record<string, string>> = {
  'ctg.yaml': 'format: 1\n',
  'convention.yaml': "modele: quatorze-articles\nhypothese: 2\nperiode:\n  debut: '2025-01-01'\n  fin: '2028-12-31'\nsignature:\n  lieu: Valbourg\n",
  'territoire.yaml': 'nom: Pays de Valbourg\ntype: communauté de communes\ndepartement: Val-Modèle\ncommunes:\n  - nom: Valbourg\n  - nom: Les Essarts\n  - nom: Le Moulin\n',
  'articles/champs-collectivite.md': '- Petite enfance\n- Enfance\n',
  'signataires/01-caf.yaml':
    'categorie: caf\nnom: Caisse d’allocations familiales du Val-Modèle\nnom_court: la Caf\nrepresentants:\n  - { civilite: Mme, prenom: Anne, nom: Exemple, qualite: directrice }\n',
  'signataires/02-pays.yaml':
    "categorie: epci\nnom: Communauté de communes du Pays de Valbourg\nnom_court: la Communauté\nrepresentants:\n  - { civilite: M., prenom: Paul, nom: Modèle, qualite: président }\ndeliberation:\n  numero: '24-12'\n  date: '2024-11-20'\n",
};

/** Trois actions, une par thématique que le modèle demande ; `marge` est leur retrait. */
export const actions = (marge: number, prefixe = 'a'): string =>
  [
    ['relais', 'Ouvrir un relais petite enfance', 'petite-enfance', '2025'],
    ['mercredi', 'Accueillir les enfants le mercredi', 'enfance', '2026'],
    ['parents', 'Créer un lieu d’accueil enfants-parents', 'parentalite', '2027'],
  ]
    .map(([id, titre, thematique, annee]) => `${' '.repeat(marge)}${prefixe}-${id as string}: { titre: ${titre as string}, thematique: ${thematique as string}, pilotes: [pays], echeances: [${annee as string}], indicateurs: [Fait ou non] }\n`)
    .join('');

const compiler = (fichiers: Readonly<Record<string, string | null>>): Promise<CompileResult> =>
  valider(assembler({ ...BASE, 'plan/plan.yaml': `axes:\n  grandir:\n    titre: Bien grandir\n    objectifs:\n      offre:\n        titre: Une place pour chacun\n        actions:\n${actions(10)}` }, fichiers));

/** Ce que les règles disent déjà du territoire de base : elles s'enrichissent, le format n'y est pour rien. */
const connus = new Set((await compiler({})).diagnostics.map((d) => d.code));

export interface Acte {
  /** Les constats, en une ligne chacun. */
  readonly constats: readonly string[];
  readonly projet: CompileResult['projet'];
  readonly tree: DocumentTree;
  /** Texte d'une pièce (« parties », « annexe:evaluation »…), les espaces insécables en espaces. */
  readonly texte: (piece: string) => string;
  readonly plan: PlanActions;
}

/** Écrit l'acte d'un territoire ; échoue s'il a une erreur. */
export async function ecrire(fichiers: Readonly<Record<string, string | null>>): Promise<Acte> {
  const result = await compiler(fichiers);
  const constats = result.diagnostics.filter((d) => !connus.has(d.code)).map((d) => `${enLigne(d, result.sources)} ${simple(d.message)}`);
  const { tree } = result;
  if (tree === null || result.diagnostics.some((d) => d.severity === 'erreur')) throw new Error(`acte refusé :\n${constats.join('\n')}`);
  const blocs = tree.pieces.flatMap((p) => p.children);
  const plan = trouver(blocs, 'plan-actions');
  return {
    constats,
    projet: result.projet,
    tree,
    plan: plan ?? { type: 'plan-actions', levels: [], actionLabel: '', rows: [] },
    texte: (nom) => {
      const [id = '', kind] = nom.split(':').reverse();
      const piece = tree.pieces.find((p) => p.id === id && (kind === undefined || p.kind === kind));
      if (piece === undefined) throw new Error(`pas de pièce ${nom} : ${tree.pieces.map((p) => p.id).join(', ')}`);
      return simple(piece.children.flatMap((b) => blockTexts(b)).join('\n'));
    },
  };
}

const trouver = <T extends Block['type']>(blocs: readonly Block[], type: T): Extract<Block, { type: T }> | undefined => blocs.find((b): b is Extract<Block, { type: T }> => b.type === type);

/** Une ligne du plan, de haut en bas : « 1 Bien grandir / 1.1 Une place pour chacun / 1.1.1 Ouvrir un relais ». */
export const chemin = (acte: Acte, rang: number): string => {
  const row = acte.plan.rows[rang];
  return simple([...(row?.path ?? []).map((n) => (n === null ? '–' : `${n.number} ${n.title}`)), `${row?.number ?? ''} ${row?.title ?? ''}`].join(' / '));
};
