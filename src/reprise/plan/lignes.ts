/** Des lignes d'un tableau à l'arbre du plan : niveaux repris vers le bas, fusions comprises, et tout ce qui n'a pas trouvé sa place. */
import { combien, enIdentifiant, guillemets } from '../../base/francais.ts';
import { suggest } from '../../base/suggestion.ts';
import { adresse, type Feuille, texte } from '../classeur.ts';
import type { Annuaire } from './acteurs.ts';
import { cochee, enAnnees, enListe, estPrecision, sansNumeros, titreSimple } from './cases.ts';
import { CHAMP_DU_NIVEAU, type Champ, cleDeTitre, type Entete, NIVEAUX, type NiveauPlan, texteFusionne } from './colonnes.ts';

export interface Remarque {
  /** Feuille et case : « Plan!C12 ». */
  readonly ou: string;
  readonly sorte: 'non repris' | 'à vérifier';
  readonly texte: string;
}

export interface ActionLue {
  titre: string;
  readonly ou: string;
  thematiques: string[];
  pilotes: string[];
  partenaires: string[];
  echeances: number[];
  indicateurs: string[];
  territoires: string[];
  offre?: string;
  avancement?: string;
  priorite?: string;
}

export interface NoeudLu {
  readonly niveau: NiveauPlan;
  titre: string;
  readonly ou: string;
  readonly enfants: NoeudLu[];
  readonly actions: ActionLue[];
}

export interface Contexte {
  readonly annuaire: Annuaire;
  /** Thématiques du projet : identifiant → titre. */
  readonly thematiques: ReadonlyMap<string, string>;
  /** Mots du territoire pour ses niveaux. */
  readonly libelles: ReadonlyMap<string, Champ>;
  /** Valeurs admises de chaque champ à choix. */
  readonly choix: Readonly<Record<'offre' | 'avancement' | 'priorite', readonly string[]>>;
}

const LISTES = { pilotes: 'pilotes', partenaires: 'partenaires', indicateurs: 'indicateurs', secteurs: 'territoires' } as const;
/** Début d'une ligne qui annonce un niveau à elle seule : « AXE 2 : … ». */
const BANDEAUX: readonly (readonly [RegExp, NiveauPlan])[] = [
  [/^(?:axe|orientation|ambition)\b/iu, 'axes'],
  [/^th[ée]m(?:atiqu)?e\b/iu, 'thematiques'],
  [/^enjeu\b/iu, 'enjeux'],
  [/^objectifs? op[ée]rationnel/iu, 'objectifs_operationnels'],
  [/^objectif/iu, 'objectifs'],
];

interface Entree {
  readonly titre: string;
  readonly ou: string;
  suivie: boolean;
}

export class Lecture {
  readonly remarques: Remarque[] = [];
  readonly racines: NoeudLu[] = [];
  /** Actions que nul niveau ne contient. */
  readonly orphelines: ActionLue[] = [];
  readonly #feuille: Feuille;
  readonly #entete: Entete;
  readonly #contexte: Contexte;
  readonly #niveaux = new Map<NiveauPlan, Entree>();
  /** Tous les niveaux rencontrés : un intitulé sous lequel rien ne vient n'est pas repris. */
  readonly #entrees: Entree[] = [];
  readonly #virgules = new Map<number, boolean>();
  #derniere: ActionLue | null = null;

  constructor(feuille: Feuille, entete: Entete, contexte: Contexte) {
    this.#feuille = feuille;
    this.#entete = entete;
    this.#contexte = contexte;
  }

  lire(): this {
    for (const { colonne, titre, ou, raison } of this.#entete.inconnues) {
      const cases = this.#feuille.lignes.flatMap((l, i) => (i >= this.#entete.debut && (l[colonne] ?? '') !== '' ? [adresse({ ...this.#feuille, nom: null }, i, colonne)] : []));
      const montrees = cases.length > 12 ? `${cases.slice(0, 10).join(', ')}… jusqu’à ${cases.at(-1)}` : cases.join(', ');
      this.#dire(ou, 'non repris', `colonne ${guillemets(titreSimple(titre))} : ${raison}${cases.length === 0 ? '' : ` ; ${combien(cases.length, 'case')} (${montrees})`}`);
    }
    for (let ligne = this.#entete.debut; ligne < this.#feuille.lignes.length; ligne++) this.#ligne(ligne);
    for (const { titre, ou, suivie } of this.#entrees) if (!suivie) this.#dire(ou, 'non repris', `${guillemets(titre)} : aucune action ne suit`);
    this.#nettoyer();
    return this;
  }

  #dire(ou: string, sorte: Remarque['sorte'], quoi: string): void {
    this.remarques.push({ ou, sorte, texte: quoi });
  }

  #ou(ligne: number, colonne: number): string {
    return adresse(this.#feuille, ligne, colonne);
  }

  #colonnes(champ: Champ): readonly number[] {
    return this.#entete.colonnes.filter((c) => c.champ === champ).map((c) => c.colonne);
  }

  /** Texte d'une case, ou celui de la fusion qui la couvre quand elle commence dans la même colonne. */
  #texte(ligne: number, colonne: number): string {
    const direct = texte(this.#feuille, ligne, colonne);
    if (direct !== '') return direct;
    return this.#feuille.fusions.some((f) => f.colonne === colonne && ligne >= f.ligne && ligne <= f.derniereLigne) ? texteFusionne(this.#feuille, ligne, colonne) : '';
  }

  #ligne(ligne: number): void {
    const cases = (this.#feuille.lignes[ligne] ?? []).flatMap((t, colonne) => (t === '' ? [] : [{ t, colonne }]));
    const [action = -1] = this.#colonnes('action');
    if (cases.length === 0 && this.#texte(ligne, action) === '') return;
    if (this.#estTitres(cases) || (cases.length === 1 && this.#bandeau(ligne, cases[0] as (typeof cases)[number], action))) return;
    this.#reprendreNiveaux(ligne);
    const titre = this.#texte(ligne, action);
    if (titre !== '' && (texte(this.#feuille, ligne, action) !== '' || this.#derniere === null)) this.#action(ligne, action, titre);
    else if (titre !== '' && this.#derniere !== null) this.#remplir(this.#derniere, ligne, true);
    else this.#sansAction(ligne, cases.map((c) => c.colonne));
  }

  /** Les titres de colonnes, répétés en haut d'une page. */
  #estTitres(cases: readonly { readonly t: string; readonly colonne: number }[]): boolean {
    const titres = this.#feuille.lignes[this.#entete.debut - 1] ?? [];
    return cases.length > 1 && cases.every(({ t, colonne }) => cleDeTitre(t) === cleDeTitre(titres[colonne] ?? ''));
  }

  /** Une ligne d'une seule case qui annonce un niveau ; rend vrai si elle est traitée. */
  #bandeau(ligne: number, { t, colonne }: { readonly t: string; readonly colonne: number }, action: number): boolean {
    const large = this.#feuille.fusions.some((f) => f.ligne === ligne && f.colonne === colonne && f.derniereColonne > colonne);
    const champ = this.#entete.colonnes.find((c) => c.colonne === colonne)?.champ;
    const niveauPropre = NIVEAUX.some((n) => CHAMP_DU_NIVEAU[n] === champ);
    if (!large && (niveauPropre || colonne === action)) return false;
    const propre = [...this.#contexte.libelles].find(([mot]) => `${cleDeTitre(t)} `.startsWith(`${mot} `))?.[1];
    const niveau = NIVEAUX.find((n) => CHAMP_DU_NIVEAU[n] === propre) ?? BANDEAUX.find(([motif]) => motif.test(t))?.[1];
    if (niveau !== undefined) this.#entrer(niveau, titreSimple(t), this.#ou(ligne, colonne));
    else if (niveauPropre || !large) return false;
    else this.#dire(this.#ou(ligne, colonne), 'non repris', `${guillemets(titreSimple(t))} : ligne d’une seule case, qui ne commence ni par « Axe », ni par « Objectif »…`);
    return true;
  }

  /** Entre dans un niveau : ceux d'au-dessous ne valent plus. */
  #entrer(niveau: NiveauPlan, titre: string, ou: string): void {
    if (this.#niveaux.get(niveau)?.titre === titre) return;
    const entree = { titre, ou, suivie: false };
    this.#niveaux.set(niveau, entree);
    this.#entrees.push(entree);
    for (const plusBas of NIVEAUX.slice(NIVEAUX.indexOf(niveau) + 1)) this.#niveaux.delete(plusBas);
  }

  #reprendreNiveaux(ligne: number): void {
    for (const niveau of NIVEAUX) {
      for (const colonne of this.#colonnes(CHAMP_DU_NIVEAU[niveau])) {
        const t = titreSimple(this.#texte(ligne, colonne));
        if (t !== '') this.#entrer(niveau, t, this.#ou(ligne, colonne));
      }
    }
  }

  #action(ligne: number, colonne: number, titre: string): void {
    const ou = this.#ou(ligne, colonne);
    const action: ActionLue = { titre: titreSimple(titre), ou, thematiques: [], pilotes: [], partenaires: [], echeances: [], indicateurs: [], territoires: [] };
    if (enListe(titre).length > 1) this.#dire(ou, 'à vérifier', `${combien(enListe(titre).length, 'ligne')} dans une case : une seule action en est faite`);
    let fratrie = this.racines;
    let parent: NoeudLu | null = null;
    for (const niveau of NIVEAUX) {
      const courant = this.#niveaux.get(niveau);
      if (courant === undefined) continue;
      courant.suivie = true;
      parent = fratrie.find((n) => n.niveau === niveau && n.titre === courant.titre) ?? null;
      if (parent === null) {
        parent = { niveau, titre: courant.titre, ou: courant.ou, enfants: [], actions: [] };
        fratrie.push(parent);
      }
      fratrie = parent.enfants;
    }
    (parent?.actions ?? this.orphelines).push(action);
    this.#derniere = action;
    this.#remplir(action, ligne, false);
  }

  /** Une ligne sans action : la suite de la précédente, ou un niveau seul. */
  #sansAction(ligne: number, colonnes: readonly number[]): void {
    const niveaux: readonly Champ[] = [...NIVEAUX.map((n) => CHAMP_DU_NIVEAU[n]), 'numero'];
    const suite = this.#entete.colonnes.filter((c) => colonnes.includes(c.colonne) && !niveaux.includes(c.champ));
    const commence = this.#entete.colonnes.some((c) => colonnes.includes(c.colonne) && niveaux.includes(c.champ));
    if (suite.length === 0) return;
    if (this.#derniere !== null && !commence) {
      this.#dire(this.#ou(ligne, suite[0]?.colonne ?? 0), 'à vérifier', `ligne sans action : rattachée à ${guillemets(this.#derniere.titre)}`);
      this.#remplir(this.#derniere, ligne, true);
    } else for (const { colonne } of suite) this.#dire(this.#ou(ligne, colonne), 'non repris', `${guillemets(titreSimple(texte(this.#feuille, ligne, colonne)))} : la ligne n’a pas d’action`);
  }

  /** Remplit une action des autres cases de sa ligne ; `suite` : seulement ce que cette ligne-ci écrit. */
  #remplir(action: ActionLue, ligne: number, suite: boolean): void {
    const annees: number[] = [];
    for (const { colonne, champ, annee } of this.#entete.colonnes) {
      const brut = suite ? texte(this.#feuille, ligne, colonne) : this.#texte(ligne, colonne);
      if (brut === '') continue;
      const ou = this.#ou(ligne, colonne);
      if (annee !== null) {
        if (cochee(brut)) annees.push(annee);
        else annees.push(...this.#annees(brut, ou, annee));
      } else if (champ === 'echeances') annees.push(...this.#annees(brut, ou, null));
      else if (champ === 'pilotes' || champ === 'partenaires') action[champ].push(...this.#contexte.annuaire.trouver(enListe(brut), this.#separeParVirgule(colonne), (quoi) => this.#dire(ou, 'à vérifier', quoi)).filter((id) => !action[champ].includes(id)));
      else if (champ === 'indicateurs' || champ === 'secteurs') action[LISTES[champ]].push(...enListe(brut).filter((e) => !action[LISTES[champ]].includes(e)));
      else if (champ === 'thematique') this.#thematiques(action, brut, ou);
      else if (champ === 'offre' || champ === 'avancement' || champ === 'priorite') this.#choix(action, champ, brut, ou);
    }
    action.echeances = [...new Set([...action.echeances, ...annees])].sort((a, b) => a - b);
  }

  /** Une colonne qui n'a ni point-virgule, ni ligne, ni puce sépare par des virgules ; sinon une virgule est dans un nom. */
  #separeParVirgule(colonne: number): boolean {
    const connu = this.#virgules.get(colonne) ?? this.#feuille.lignes.slice(this.#entete.debut).every((l) => enListe(l[colonne] ?? '').length < 2);
    this.#virgules.set(colonne, connu);
    return connu;
  }

  /** Années d'une case ; sous un titre d'année, un autre texte ne se garde pas. */
  #annees(brut: string, ou: string, titre: number | null): readonly number[] {
    const { annees, reste } = enAnnees(brut);
    const dite = guillemets(titreSimple(brut));
    if (titre !== null) {
      this.#dire(ou, 'à vérifier', `${dite} dans la colonne ${titre} : ${titre} est gardé comme échéance, ce texte ne l’est pas`);
      return [titre];
    }
    if (annees.length === 0) this.#dire(ou, 'non repris', `${dite} : aucune année n’y est reconnue`);
    else if (reste !== '' && estPrecision(reste)) this.#dire(ou, 'à vérifier', `${dite} : seule l’année est gardée (${annees.join(', ')})`);
    else if (reste !== '') this.#dire(ou, 'à vérifier', `${dite} : ${annees.join(', ')} gardé, le reste (${guillemets(reste)}) ne l’est pas`);
    return annees;
  }

  #thematiques(action: ActionLue, brut: string, ou: string): void {
    for (const element of enListe(brut)) {
      const id = this.#thematique(element);
      const parts = id === null ? element.split(/\s*[,/+&]\s*|\s+et\s+/u).map((p) => this.#thematique(p)) : [id];
      if (parts.every((p) => p !== null)) action.thematiques.push(...parts.filter((p) => !action.thematiques.includes(p)));
      else this.#dire(ou, 'non repris', `${guillemets(element)} n’est pas une thématique connue : déclarez-la dans strategie.yaml. ${suggest(element, this.#contexte.thematiques.values()) ?? ''}`.trim());
    }
  }

  #thematique(nom: string): string | null {
    const cle = enIdentifiant(nom);
    for (const [id, titre] of this.#contexte.thematiques) if (cle === id || cle === enIdentifiant(titre)) return id;
    return null;
  }

  #choix(action: ActionLue, champ: 'offre' | 'avancement' | 'priorite', brut: string, ou: string): void {
    const admis = this.#contexte.choix[champ];
    const trouve = admis.find((v) => cleDeTitre(v) === cleDeTitre(brut));
    if (trouve === undefined) this.#dire(ou, 'non repris', `${guillemets(titreSimple(brut))} n’est pas une valeur de ${champ} : ${admis.join(', ')}`);
    else action[champ] = trouve;
  }

  /** Ôte les numéros des titres, niveau par niveau : ctg numérote lui-même. */
  #nettoyer(): void {
    const noeuds: NoeudLu[] = [];
    const parcourir = (liste: readonly NoeudLu[]): void => {
      for (const n of liste) {
        noeuds.push(n);
        parcourir(n.enfants);
      }
    };
    parcourir(this.racines);
    const actions = [...noeuds.flatMap((n) => n.actions), ...this.orphelines];
    for (const groupe of [...NIVEAUX.map((niveau) => noeuds.filter((n) => n.niveau === niveau)), actions]) {
      const nu = sansNumeros(groupe.map((n) => n.titre));
      for (const n of groupe) n.titre = nu(n.titre);
    }
  }
}
