/** Ce que la page reçoit : des données, aucune mise en forme. La page n'a que ces types en commun avec le serveur. */
export type Severity = 'erreur' | 'avertissement' | 'information';
export type Stade = 'projet' | 'conseil' | 'signature' | 'bilan';

export const STADES = ['projet', 'conseil', 'signature', 'bilan'] as const satisfies readonly Stade[];

export interface Place {
  readonly file: string;
  /** À partir de 1 ; null si le texte du fichier n'a pas été lu. */
  readonly line: number | null;
  /** La ligne en cause, coupée autour de l'endroit. */
  readonly excerpt: { readonly before: string; readonly marked: string; readonly after: string } | null;
  /** Ouvre l'endroit dans VS Code ; null pour un fichier livré avec ctg. */
  readonly href: string | null;
}

export interface Point {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly hint: string | null;
  readonly place: Place | null;
  readonly related: readonly { readonly message: string; readonly place: Place }[];
}

export interface OutlineEntry {
  readonly anchor: string;
  /** Le même endroit dans le PDF. */
  readonly destination: string | null;
  readonly label: string | null;
  readonly title: string;
  readonly level: 1 | 2;
}

/** Où en est chaque signataire au stade contrôlé ; vide en rédaction. */
export interface Progress {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** Le document montré. */
export interface Shown {
  /** Change avec le contenu ; sert à savoir si le PDF montré est le bon. */
  readonly key: string;
  /** Stade du document : celui du territoire, quand le stade demandé ne permet pas d'en produire un. */
  readonly stade: Stade;
  /** Quand il a été compris pour la dernière fois, en millisecondes depuis 1970. */
  readonly at: number;
  /** Faux quand les sources ont changé depuis et portent une erreur. */
  readonly current: boolean;
}

export interface Update {
  /** Rang du passage : croît à chaque enregistrement. */
  readonly version: number;
  readonly project: string;
  readonly stade: Stade;
  readonly verdict: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly progress: Progress;
  readonly shown: Shown | null;
  /** Une panne de ctg pendant ce passage, ou null. */
  readonly fault: string | null;
  /** Absents quand rien n'y a changé depuis le dernier envoi à cette page. Un nombre est le rang d'un constat de cet envoi. */
  readonly points?: readonly (Point | number)[];
  readonly style?: string;
  readonly document?: { readonly title: string; readonly order: readonly string[]; readonly changed: Readonly<Record<string, string>>; readonly outline: readonly OutlineEntry[] };
  readonly plan?: { readonly html: string | null };
}
