/**
 * L'arbre du document : fermé, sémantique, commun à toutes les sorties. Numéros et renvois y sont déjà résolus quand il
 * arrive aux rendus ; ceux-ci n'écrivent aucun mot qui n'y soit pas, sauf leurs propres en-têtes, pieds et sommaire.
 */
import type { Span } from '../base/span.ts';
import type { Barres, Dessin, Evolution } from './dessin.ts';

/* ───────── En ligne ───────── */

export interface Text { readonly type: 'text'; readonly value: string }
export interface Strong { readonly type: 'strong'; readonly children: readonly Inline[] }
export interface Emphasis { readonly type: 'emphasis'; readonly children: readonly Inline[] }
export interface InlineCode { readonly type: 'code'; readonly value: string }
/** Lien externe (http, https, mailto). */
export interface Link { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
/** Renvoi interne : `target` est un identifiant d'ancre (`article-duree`, `annexe-plan`, `action-guichet-unique`). */
export interface CrossRef { readonly type: 'crossref'; readonly target: string; readonly children: readonly Inline[] }
export interface Break { readonly type: 'break' }
/** Passage dans une autre langue que l'acte. `lang` : « en », « pt-BR » (BCP 47). Ses textes gardent leur typographie. */
export interface Langue { readonly type: 'langue'; readonly lang: string; readonly children: readonly Inline[] }
/** Blanc à compléter, surligné dans un projet. */
export interface Blank { readonly type: 'blank'; readonly value: string }
/** Nombre total de pages : connu du seul rendu PDF, donné au rendu HTML. */
export interface PageTotal { readonly type: 'page-total' }
/**
 * Appel de note : un numéro en exposant. `id` est son ancre, `target` celle de la note, `said` ce qu'en dit un lecteur d'écran.
 * À la composition, `target` n'est encore que le nom du contenu de la note (`document/notes.ts` fait le reste).
 */
export interface NoteCall { readonly type: 'note-call'; readonly id: string; readonly target: string; readonly number: number; readonly said: string }
/** Retour d'une note à l'un de ses appels. `rank` : rang de l'appel, s'il y en a plusieurs. */
export interface NoteBack { readonly type: 'note-back'; readonly target: string; readonly rank: number | null; readonly said: string }
export type Inline = Text | Strong | Emphasis | InlineCode | Link | CrossRef | Langue | Break | Blank | PageTotal | NoteCall | NoteBack;

/* ───────── Blocs ───────── */

interface Placed {
  /** Endroit de la source dont vient le bloc, pour qu'un défaut au rendu y ramène. */
  readonly span?: Span | null;
}
/** Sous-titre : niveau 2 dans un article ou une annexe, 3 et 4 en dessous. `number` « 4.1 » s'il est numéroté. */
export interface Heading extends Placed { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly id: string; readonly number: string | null; readonly children: readonly Inline[] }
/** `role` : `visa` (retrait suspendu), `lead` (chapeau), `note` (petit, gris), `closing` (formule finale). */
export interface Paragraph extends Placed { readonly type: 'paragraph'; readonly role?: 'visa' | 'lead' | 'note' | 'closing'; readonly children: readonly Inline[] }
export interface List extends Placed { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
export interface Cell { readonly children: readonly Block[]; readonly rowspan?: number; readonly colspan?: number; readonly align?: 'left' | 'center' | 'right'; /** En-tête de sa rangée ; « discret » : lu comme tel, dessiné comme le reste. */ readonly header?: boolean | 'discret'; /** Case pleine d'un calendrier. */ readonly mark?: boolean; /** Valeur brute, pour un tableur. */ readonly raw?: number | string }
export type Row = readonly Cell[];
/** Tableau : `widths` sont des parts relatives, une par colonne ; `headerColumns` colonnes d'en-tête à gauche. */
export interface Table extends Placed { readonly type: 'table'; readonly caption: string | null; readonly widths: readonly number[]; readonly head: readonly Row[]; readonly body: readonly Row[]; readonly headerColumns: number }
export interface Quote extends Placed { readonly type: 'quote'; readonly children: readonly Block[] }
export interface CodeBlock extends Placed { readonly type: 'code-block'; readonly value: string }
export interface Separator extends Placed { readonly type: 'separator' }
/** Suite de libellés et de valeurs. */
export interface KeyValues extends Placed { readonly type: 'key-values'; readonly entries: readonly { readonly key: string; readonly value: readonly Block[] }[] }
export interface Figure extends Placed { readonly type: 'figure'; readonly image: Image; readonly alt: string; readonly caption: readonly Inline[] }
/** Encadré. */
export interface Callout extends Placed { readonly type: 'callout'; readonly title: string | null; readonly children: readonly Block[] }
/** Une partie à la convention, gardée d'un bloc. */
export interface Partie extends Placed { readonly type: 'partie'; readonly children: readonly Block[] }
/** Chiffres marquants du diagnostic. */
export interface Chiffres extends Placed { readonly type: 'chiffres'; readonly items: readonly ChiffreItem[] }
export interface ChiffreItem {
  readonly id: string;
  readonly label: string;
  /** « 71,8 » ; « plus de 5 000 ». */
  readonly value: string;
  readonly raw: number;
  readonly unit: string;
  readonly zone: string;
  /** « Insee, recensement de la population, 2019 ». */
  readonly source: string;
  /** Ce qui se dessine sous la valeur, et le texte qui le remplace. */
  readonly dessin: Barres | Evolution;
  readonly alt: string;
  readonly indicator: string;
}
/**
 * Un graphique en pleine largeur. `data` : le tableau imprimé dessous, quand le dessin ne porte pas tous ses mots. `indicator` : ce
 * qu'il mesure, comme un tableau de données le nomme (« Revenu médian (€ par an, 2018) »).
 */
export interface Graphique extends Placed { readonly type: 'graphique'; readonly id: string; readonly title: string; readonly dessin: Dessin; readonly alt: string; readonly data: Table | null; readonly source: string; readonly indicator: string }
/** Les données des graphiques qui précèdent, en tableaux. La page HTML ne les redit pas : chaque dessin y a le sien. */
export interface DonneesGraphiques extends Placed { readonly type: 'donnees-graphiques'; readonly tables: readonly Table[] }
/** Le plan d'actions, tel que le tableur le veut aussi. */
export interface PlanActions extends Placed {
  readonly type: 'plan-actions';
  /** Libellé de chaque niveau, du plus haut au plus bas (« Axe », « Objectif stratégique »). */
  readonly levels: readonly string[];
  /** Libellé d'une action. */
  readonly actionLabel: string;
  readonly rows: readonly PlanRow[];
}
export interface PlanRow {
  readonly id: string;
  /** Ancre de la ligne (`action-guichet-unique`). */
  readonly anchor: string;
  /** Un nœud par niveau, de même longueur que `levels` ; null si la branche n'a pas ce niveau. `number` « 1 », « 1.2 ». */
  readonly path: readonly ({ readonly id: string; readonly number: string; readonly title: string } | null)[];
  readonly thematiques: readonly string[];
  readonly number: string;
  readonly title: string;
  readonly pilotes: readonly string[];
  readonly partenaires: readonly string[];
  readonly echeances: readonly number[];
  readonly indicateurs: readonly string[];
  readonly offre: string | null;
  readonly avancement: string | null;
  readonly priorite: string | null;
  readonly territoires: readonly string[];
  /** Fiche-action qui développe l'action. */
  readonly fiche: { readonly label: string; readonly anchor: string } | null;
}
/** Une fiche-action : commence une page. */
export interface FicheAction extends Placed {
  readonly type: 'fiche-action';
  readonly id: string;
  readonly anchor: string;
  /** « Fiche-action 3 ». */
  readonly label: string;
  readonly thematique: string;
  readonly title: string;
  readonly facts: readonly { readonly key: string; readonly value: readonly Inline[] }[];
  readonly sections: readonly { readonly id: string; readonly title: string; readonly children: readonly Block[] }[];
  readonly notes?: Notes;
}
/** Blocs de signature, jamais coupés ; `closing` reste avec le premier. */
export interface Signatures extends Placed {
  readonly type: 'signatures';
  readonly closing: readonly Block[];
  readonly blocks: readonly SignatureBlock[];
}
export interface SignatureBlock {
  /** « La Commune du Creusot ». */
  readonly partie: string;
  readonly signers: readonly { readonly qualite: string; readonly name: string }[];
}
/** Les notes d'une pièce ou d'une fiche-action, à la fin de ce qui les appelle ; numérotées de suite. `said` : « Notes : Article 5 ». */
export interface Notes extends Placed { readonly type: 'notes'; readonly title: string; readonly said: string; readonly items: readonly Note[] }
/** Une note : des paragraphes et des listes, que finissent les retours à ses appels. */
export interface Note { readonly id: string; readonly number: number; readonly children: readonly Block[] }
/** Document joint tel quel (PDF ou image pleine page). */
export interface Joined extends Placed { readonly type: 'joined'; readonly name: string; readonly description: string; readonly media: 'application/pdf' | 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array; readonly pages: number;
  /** Ce qui empêche d'en joindre les pages à l'acte : il y est alors attaché, fichier dans le fichier. */
  readonly obstacles?: readonly string[] }

export type Block =
  | Heading | Paragraph | List | Table | Quote | CodeBlock | Separator | KeyValues | Figure | Callout
  | Partie | Chiffres | Graphique | DonneesGraphiques | PlanActions | FicheAction | Signatures | Notes | Joined;

/** Image lue une fois ; `svg` est du texte. Dimensions naturelles en pixels. */
export type Image =
  | { readonly media: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly media: 'image/svg+xml'; readonly svg: string; readonly width: number; readonly height: number };

/* ───────── Pièces ───────── */

/** Liminaire, article ou annexe. `label` « Article 7 », « Annexe 2 », null pour un liminaire. */
export interface Piece {
  readonly kind: 'liminaire' | 'article' | 'annexe' | 'signatures';
  readonly id: string;
  /** Ancre : `article-duree`, `annexe-plan`, `preambule`. */
  readonly anchor: string;
  readonly label: string | null;
  readonly title: string;
  /** Le titre s'imprime-t-il ? (faux pour les parties, les visas et les signatures). */
  readonly titled: boolean;
  readonly children: readonly Block[];
}

export interface Cover {
  readonly title: string;
  readonly territoire: string;
  /** « 2024-2027 ». */
  readonly years: string;
  readonly signataires: readonly string[];
  readonly logos: readonly { readonly image: Image; readonly alt: string }[];
  /** Nom et version du modèle. */
  readonly model: string;
}

export interface DocumentTree {
  readonly title: string;
  /** Court, pour l'en-tête courant. */
  readonly shortTitle: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly lang: 'fr-FR';
  readonly stade: 'projet' | 'conseil' | 'signature' | 'bilan';
  /** Empreinte courte de l'acte, imprimée en pied de page ; vide tant que l'arbre n'est que composé. */
  readonly fingerprint: string;
  /** Date portée dans les métadonnées (ISO 8601), jamais l'horloge. */
  readonly date: string;
  /** Forme développée de chaque sigle, que dit un lecteur d'écran. */
  readonly sigles?: Readonly<Record<string, string>>;
  readonly cover: Cover;
  readonly pieces: readonly Piece[];
}

export type Node = Inline | Block;
export type NodeType = Node['type'];
/** Une fonction par type de nœud : un nœud nouveau ne compile pas tant qu'un rendu l'ignore. */
export type InlineHandlers<R> = { readonly [T in Inline['type']]: (node: Extract<Inline, { type: T }>) => R };
export type BlockHandlers<R> = { readonly [T in Block['type']]: (node: Extract<Block, { type: T }>) => R };
