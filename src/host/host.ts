/**
 * La seule porte vers le dehors : fichiers du projet, ressources livrées avec ctg, environnement, empreinte.
 * Les chemins sont relatifs à la racine du projet, en barres obliques, sans `..`.
 */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/**
 * Pourquoi une lecture échoue. `outside` : le chemin (ou le lien symbolique) sort du projet ; `not-a-file` : un dossier, un tube,
 * une prise, un périphérique ; `loop` : des liens symboliques qui tournent en rond.
 */
export type ReadFailure = 'absent' | 'denied' | 'outside' | 'not-a-file' | 'too-big' | 'loop' | 'unreadable';

export type ReadResult = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly why: ReadFailure; readonly size?: number };
export type ListResult = { readonly ok: true; readonly entries: readonly Entry[] } | { readonly ok: false; readonly why: ReadFailure };

export interface Host {
  /** Nom du projet pour les messages : le chemin de sa racine. */
  readonly label: string;
  /** Contenu d'un dossier du projet, trié par nom (ordre des points de code). '' pour la racine. */
  list(directory: string): ListResult;
  /** Octets d'un fichier du projet, s'il ne dépasse pas `limit` octets. */
  read(path: string, limit: number): ReadResult;
  /** Octets d'une ressource livrée avec ctg (`templates/clauses/objet.md.hbs`). */
  resource(path: string): Uint8Array | null;
  /** Noms des fichiers d'un dossier de ressources, triés. */
  resources(directory: string): readonly string[];
  /** `SOURCE_DATE_EPOCH` en secondes, ou null. */
  readonly epoch: number | null;
  /** SHA-256 en hexadécimal. */
  hash(parts: readonly (Uint8Array | string)[]): string;
}

/** Compare deux noms par points de code : le même ordre sur toute machine. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Chemin relatif normalisé, ou null s'il est absolu, s'il remonte, ou s'il contient un caractère interdit. */
export function normalizePath(path: string): string | null {
  if (path === '' || /^([a-zA-Z]:|[\\/])/.test(path) || path.includes('\0')) return null;
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') return null;
    parts.push(part);
  }
  return parts.join('/');
}
