/** Reconnaître les colonnes d'un plan d'actions à leurs titres. Une colonne qu'on ne connaît pas n'est pas devinée : elle est signalée. */
import { enIdentifiant, guillemets } from '../../base/francais.ts';
import { adresse, type Feuille, lettres, Refus, texte } from '../classeur.ts';

/** Les niveaux du plan, du plus haut au plus bas ; l'action est une feuille de l'arbre. */
export const NIVEAUX = ['axes', 'thematiques', 'enjeux', 'objectifs', 'objectifs_operationnels'] as const;
export type NiveauPlan = (typeof NIVEAUX)[number];

/** Ce qu'une colonne peut dire : le mot que la personne emploie avec --colonne, et les titres qui y mènent, au singulier. */
export const CHAMPS = {
  axe: ['axe', 'axe strategique', 'axe de travail', 'axe d intervention', 'orientation', 'orientation strategique', 'ambition'],
  'niveau-thematique': [],
  enjeu: ['enjeu', 'enjeu strategique', 'enjeu identifie'],
  objectif: ['objectif', 'objectif strategique', 'objectif general', 'objectif generaux', 'finalite', 'but'],
  'objectif-operationnel': ['objectif operationnel', 'objectif specifique', 'sous objectif'],
  action: ['action', 'intitule de action', 'intitule', 'titre de action', 'libelle de action', 'nom de action', 'action a mener', 'action a mettre en oeuvre', 'action prevue', 'action proposee', 'action envisagee', 'action operationnelle', 'action prioritaire', 'description de action'],
  thematique: ['thematique', 'theme', 'domaine', 'domaine d intervention', 'champ d intervention', 'thematique ctg', 'volet'],
  pilotes: ['pilote', 'pilotage', 'pilote de action', 'porteur', 'porteur de action', 'porteur de projet', 'responsable', 'responsable de action', 'chef de file', 'maitre d ouvrage', 'referent', 'structure porteuse', 'acteur pilote'],
  partenaires: ['partenaire', 'partenaire associe', 'partenaire mobilise', 'partenaire a mobiliser', 'partenaire potentiel', 'partenariat', 'acteur associe', 'acteur concerne', 'co pilote', 'contributeur'],
  echeances: ['echeance', 'echeancier', 'calendrier', 'calendrier previsionnel', 'annee', 'annee de realisation', 'annee de mise en oeuvre', 'date', 'date de realisation', 'delai', 'periode', 'planning', 'temporalite', 'quand'],
  indicateurs: ['indicateur', 'indicateur de suivi', 'indicateur d evaluation', 'indicateur de resultat', 'indicateur de realisation', 'indicateur de suivi et d evaluation', 'critere d evaluation', 'evaluation'],
  offre: ['offre', 'etat de offre'],
  avancement: ['avancement', 'etat d avancement', 'statut', 'etat'],
  priorite: ['priorite', 'degre de priorite', 'niveau de priorite'],
  secteurs: ['secteur', 'secteur geographique', 'territoire', 'territoire concerne', 'commune concernee', 'lieu', 'perimetre'],
  numero: ['n', 'no', 'numero', 'num', 'n de action', 'numero de action', 'ref', 'reference', 'code'],
  rien: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Champ = keyof typeof CHAMPS;
export const NOMS_DES_CHAMPS = Object.keys(CHAMPS) as readonly Champ[];

export const CHAMP_DU_NIVEAU: Readonly<Record<NiveauPlan, Champ>> = { axes: 'axe', thematiques: 'niveau-thematique', enjeux: 'enjeu', objectifs: 'objectif', objectifs_operationnels: 'objectif-operationnel' };
/** Champs dont deux colonnes peuvent se compléter : ce sont des listes. */
const LISTES: readonly Champ[] = ['pilotes', 'partenaires', 'echeances', 'indicateurs', 'secteurs', 'thematique', 'numero', 'rien'];

/** Un titre sans casse, accents, ponctuation, parenthèses, articles ni pluriels : « Objectifs\nOPÉRATIONNELS (CTG) » → « objectif operationnel ». */
export const cleDeTitre = (titre: string): string =>
  enIdentifiant(titre.replace(/\([^)]*\)/g, ' '))
    .split('-')
    .filter((mot) => !['le', 'la', 'les', 'l', 'du', 'des', 'ctg'].includes(mot))
    .map((mot) => (mot.length > 3 ? mot.replace(/[sx]$/, '') : mot))
    .join(' ');

const PAR_TITRE: ReadonlyMap<string, Champ> = new Map(NOMS_DES_CHAMPS.flatMap((champ) => (CHAMPS[champ] as readonly string[]).map((titre): [string, Champ] => [cleDeTitre(titre), champ])));

export interface Colonne {
  readonly colonne: number;
  readonly champ: Champ;
  /** Colonne d'une année, cochée quand l'action s'y fait. */
  readonly annee: number | null;
}

export interface Entete {
  /** Première ligne après les titres. */
  readonly debut: number;
  readonly colonnes: readonly Colonne[];
  /** Colonnes que rien ne permet de placer, avec leur titre. */
  readonly inconnues: readonly { readonly colonne: number; readonly titre: string; readonly ou: string; readonly raison: string }[];
}

export interface Vocabulaire {
  /** Mots du territoire pour ses niveaux (strategie.yaml). */
  readonly libelles: ReadonlyMap<string, Champ>;
  /** Ce que la personne impose : titre de colonne ou lettre → champ. */
  readonly imposees: ReadonlyMap<string, Champ>;
}

const anneeDe = (titre: string): number | null => (/^(19|20)\d{2}$/.test(titre.trim()) ? Number(titre.trim()) : null);

function champDe(titre: string, colonne: number, { libelles, imposees }: Vocabulaire): Champ | null {
  const cle = cleDeTitre(titre);
  return imposees.get(lettres(colonne)) ?? (cle === '' ? null : (imposees.get(cle) ?? imposees.get(titre) ?? libelles.get(cle) ?? PAR_TITRE.get(cle) ?? null));
}

/** Texte d'une case de titre ; dans une fusion, celui de sa première case. */
export function texteFusionne(feuille: Feuille, ligne: number, colonne: number): string {
  const direct = texte(feuille, ligne, colonne);
  if (direct !== '') return direct;
  const fusion = feuille.fusions.find((f) => ligne >= f.ligne && ligne <= f.derniereLigne && colonne >= f.colonne && colonne <= f.derniereColonne);
  return fusion === undefined ? '' : texte(feuille, fusion.ligne, fusion.colonne);
}

const LIGNES_DE_TITRE = 40;

/** Cherche les titres de colonnes ; null si la feuille n'a pas de colonne « action » et une autre. */
export function trouverEntete(feuille: Feuille, vocabulaire: Vocabulaire): Entete | null {
  const largeur = feuille.lignes.reduce((max, l) => Math.max(max, l.length), 0);
  let meilleure: { ligne: number; connus: number } | null = null;
  for (let ligne = 0; ligne < Math.min(feuille.lignes.length, LIGNES_DE_TITRE); ligne++) {
    const titres = feuille.lignes[ligne] as readonly string[];
    const champs = new Set(titres.flatMap((t, colonne) => (t.length > 80 || t === '' ? [] : (champDe(t, colonne, vocabulaire) ?? []))));
    if (champs.has('action') && champs.size >= 2 && champs.size > (meilleure?.connus ?? 0)) meilleure = { ligne, connus: champs.size };
  }
  if (meilleure === null) return null;
  const haut = meilleure.ligne;
  const suivante = feuille.lignes[haut + 1] ?? [];
  // Une seconde ligne de titres : rien que des titres connus ou des années, sous des titres.
  const double = suivante.some((t) => t !== '') && suivante.every((t, c) => t === '' || anneeDe(t) !== null || (champDe(t, -1, vocabulaire) !== null && texteFusionne(feuille, haut, c) !== t));
  return lireEntete(feuille, haut, double ? haut + 1 : haut, largeur, vocabulaire);
}

function lireEntete(feuille: Feuille, haut: number, bas: number, largeur: number, vocabulaire: Vocabulaire): Entete {
  const colonnes: Colonne[] = [];
  const inconnues: { colonne: number; titre: string; ou: string; raison: string }[] = [];
  const pris = new Set<Champ>();
  for (let colonne = 0; colonne < largeur; colonne++) {
    const dessous = bas === haut ? '' : texte(feuille, bas, colonne);
    const dessus = texteFusionne(feuille, haut, colonne);
    const titre = dessous === '' ? dessus : dessous;
    const ou = adresse(feuille, dessous === '' ? haut : bas, colonne);
    const annee = anneeDe(titre);
    const champ = annee === null ? champDe(titre, colonne, vocabulaire) : 'echeances';
    if (champ === 'rien') continue;
    if (champ !== null && (!pris.has(champ) || LISTES.includes(champ))) {
      pris.add(champ);
      colonnes.push({ colonne, champ, annee });
    } else if (champ !== null) inconnues.push({ colonne, titre, ou, raison: `une autre colonne donne déjà ${guillemets(champ)}` });
    else if (feuille.lignes.slice(bas + 1).some((l) => (l[colonne] ?? '') !== '')) inconnues.push({ colonne, titre, ou, raison: titre === '' ? 'colonne sans titre' : 'titre de colonne inconnu' });
  }
  return { debut: bas + 1, colonnes, inconnues };
}

/** Lit « titre=champ » : ce que la personne dit d'une colonne. Le titre peut être sa lettre. */
export function lireImposee(valeur: string): readonly [string, Champ] {
  const [, titre = '', champ = ''] = /^(.*)=([^=]*)$/s.exec(valeur) ?? [];
  const connu = NOMS_DES_CHAMPS.find((c) => c === champ.trim());
  if (connu === undefined || titre.trim() === '') throw new Refus(`${guillemets(valeur)} ne dit pas ce qu’est une colonne`, `Écrivez son titre ou sa lettre, « = », puis l’un de ces mots : ${NOMS_DES_CHAMPS.join(', ')}. Exemple : --colonne "Structure=pilotes"`);
  const nu = titre.trim();
  return [/^[A-Z]{1,3}$/.test(nu) ? nu : cleDeTitre(nu), connu];
}
