/** « ctg import plan » : d'un tableau à plan/*.yaml et acteurs.yaml, en mémoire. Rien n'est lu ni écrit ici. */
import { guillemets, nombre } from '../../base/francais.ts';
import { type Feuille, Refus } from '../classeur.ts';
import { enYaml, versSchema } from '../ecrire.ts';
import { type ActeurConnu, Annuaire, identifiantLibre } from './acteurs.ts';
import { type Champ, type Entete, NIVEAUX, trouverEntete } from './colonnes.ts';
import { type ActionLue, type Contexte, Lecture, type NoeudLu, type Remarque } from './lignes.ts';

export type { ActeurConnu } from './acteurs.ts';
export { type Champ, cleDeTitre, lireImposee, NOMS_DES_CHAMPS } from './colonnes.ts';
export type { Remarque } from './lignes.ts';

/** Ce que le territoire sait déjà. */
export interface Territoire {
  readonly acteurs: readonly ActeurConnu[];
  readonly thematiques: ReadonlyMap<string, string>;
  readonly libelles: ReadonlyMap<string, Champ>;
  /** Identifiants déjà pris par le plan, les signataires, les acteurs. */
  readonly pris: Iterable<string>;
  readonly choix: Contexte['choix'];
  /** Texte de ctg.yaml, pour sa ligne d'éditeur. */
  readonly ctgYaml: string | null;
}

export interface Demande {
  /** Noms des feuilles voulues ; aucune : la seule qui ait un tableau. */
  readonly feuilles: readonly string[];
  readonly imposees: ReadonlyMap<string, Champ>;
}

export interface Reprise {
  /** Chemin dans le territoire → texte. */
  readonly fichiers: ReadonlyMap<string, string>;
  readonly acteurs: ReadonlyMap<string, string>;
  readonly remarques: readonly Remarque[];
  readonly comptes: { readonly niveaux: number; readonly actions: number };
}

/** Reprend un plan d'actions ; refuse un tableau sans colonne d'actions, ou plusieurs feuilles sans choix. */
export function reprendrePlan(feuilles: readonly Feuille[], territoire: Territoire, demande: Demande): Reprise {
  const pris = new Set(territoire.pris);
  const annuaire = new Annuaire(territoire.acteurs, pris);
  const contexte: Contexte = { annuaire, thematiques: territoire.thematiques, libelles: territoire.libelles, choix: territoire.choix };
  const lectures = choisir(feuilles, territoire, demande).map(([feuille, entete]) => new Lecture(feuille, entete, contexte).lire());
  const remarques = lectures.flatMap((l) => l.remarques);
  const racines = lectures.flatMap((l) => l.racines);
  const orphelines = lectures.flatMap((l) => l.orphelines);
  for (const { titre, ou } of orphelines) remarques.push({ ou, sorte: 'non repris', texte: `${guillemets(titre)} : l’action n’est sous aucun axe ni objectif` });
  const ids = new Set(pris);
  const fichiers = new Map<string, string>();
  let niveaux = 0;
  let actions = 0;
  const enValeur = (noeud: NoeudLu): Record<string, unknown> => {
    niveaux += 1;
    actions += noeud.actions.length;
    const valeur: Record<string, unknown> = { titre: noeud.titre };
    for (const niveau of NIVEAUX) {
      const enfants = noeud.enfants.filter((e) => e.niveau === niveau);
      if (enfants.length > 0) valeur[niveau] = Object.fromEntries(enfants.map((e) => [identifiantLibre(e.titre, ids, 'objectif'), enValeur(e)]));
    }
    if (noeud.actions.length > 0) valeur['actions'] = Object.fromEntries(noeud.actions.map((a) => [identifiantLibre(a.titre, ids, 'action'), actionEnValeur(a)]));
    return valeur;
  };
  for (const [rang, racine] of racines.entries()) {
    const id = identifiantLibre(racine.titre, ids, 'axe');
    const niveau = racine.niveau === 'objectifs_operationnels' ? 'objectifs' : racine.niveau;
    fichiers.set(`plan/${rang + 1}-${id}.yaml`, enYaml(versSchema(territoire.ctgYaml, 'plan', '../'), { [niveau]: { [id]: enValeur(racine) } }));
  }
  if (actions === 0) throw new Refus('aucune action n’y est placée sous un axe ou un objectif', remarques[0] === undefined ? 'Vérifiez que le tableau a une colonne « Axe » ou « Objectif », remplie.' : `Première difficulté, ${remarques[0].ou} : ${remarques[0].texte}`);
  return { fichiers, acteurs: annuaire.nouveaux, remarques, comptes: { niveaux, actions } };
}

function actionEnValeur(action: ActionLue): Record<string, unknown> {
  const [thematique, ...associees] = action.thematiques;
  const liste = (nom: string, valeurs: readonly unknown[]): Record<string, unknown> => (valeurs.length === 0 ? {} : { [nom]: valeurs });
  return {
    titre: action.titre,
    ...(thematique === undefined ? {} : { thematique }),
    ...liste('thematiques_associees', associees),
    ...liste('pilotes', action.pilotes),
    ...liste('partenaires', action.partenaires),
    ...liste('echeances', action.echeances),
    ...liste('indicateurs', action.indicateurs),
    ...(action.offre === undefined ? {} : { offre: action.offre }),
    ...(action.avancement === undefined ? {} : { avancement: action.avancement }),
    ...(action.priorite === undefined ? {} : { priorite: action.priorite }),
    ...liste('territoires', action.territoires),
  };
}

/** acteurs.yaml neuf, ou les lignes à y ajouter. */
export const acteursEnYaml = (acteurs: ReadonlyMap<string, string>, ctgYaml: string | null): string =>
  enYaml(versSchema(ctgYaml, 'acteurs', ''), Object.fromEntries([...acteurs].map(([id, nom]) => [id, { nom }])), ['Acteurs nommés par le tableau repris : complétez leur nom, réunissez ceux qui n’en font qu’un.']);

function choisir(feuilles: readonly Feuille[], { libelles }: Territoire, { feuilles: voulues, imposees }: Demande): readonly (readonly [Feuille, Entete])[] {
  const noms = feuilles.flatMap((f) => f.nom ?? []);
  const inconnue = voulues.find((v) => !noms.includes(v));
  if (inconnue !== undefined) throw new Refus(noms.length === 0 ? 'un CSV n’a pas de feuilles' : `il n’a pas de feuille ${guillemets(inconnue)}`, noms.length === 0 ? 'Retirez --feuille.' : `Ses feuilles : ${noms.join(', ')}.`);
  const trouvees = feuilles
    .filter((f) => voulues.length === 0 || (f.nom !== null && voulues.includes(f.nom)))
    .flatMap((f): (readonly [Feuille, Entete])[] => {
      const entete = trouverEntete(f, { libelles, imposees });
      return entete === null ? [] : [[f, entete]];
    });
  if (voulues.length > 0 && trouvees.length < voulues.length) {
    const sans = voulues.filter((v) => !trouvees.some(([f]) => f.nom === v));
    throw new Refus(`la feuille ${guillemets(sans.join(', '))} n’a pas de ligne de titres avec une colonne « Action »`, TITRES);
  }
  if (trouvees.length > 1 && voulues.length === 0) throw new Refus(`${nombre(trouvees.length)} de ses feuilles ont un plan d’actions`, `Dites laquelle ou lesquelles, dans l’ordre : ${trouvees.map(([f]) => `--feuille "${f.nom}"`).join(' ')}`);
  if (trouvees.length === 0) throw new Refus('aucune ligne de titres avec une colonne « Action » et une autre colonne connue n’y est trouvée', TITRES);
  return voulues.length === 0 ? trouvees : voulues.flatMap((v) => trouvees.filter(([f]) => f.nom === v));
}

const TITRES = 'Donnez aux colonnes des titres comme « Axe », « Objectif stratégique », « Action », « Pilotes », « Échéance », ou dites ce que sont les vôtres : --colonne "Intitulé du projet=action"';
