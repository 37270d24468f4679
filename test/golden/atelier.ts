/** Compiler un territoire en mémoire : les exemples livrés, ou des fichiers faits pour l'essai. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentTree, Piece } from '../../src/document/arbre.ts';
import { byCodePoint, type Host } from '../../src/host/host.ts';
import { memoryHost } from '../../src/host/memory.ts';
import { type CompileOptions, type CompileResult, compile } from '../../src/pipeline/compile.ts';

export const RACINE = fileURLToPath(new URL('../../', import.meta.url));
export const EXEMPLES = ['minimal', 'aubergenville', 'creusot-montceau'] as const;
export type Exemple = (typeof EXEMPLES)[number];
export type Fichiers = Readonly<Record<string, string | Uint8Array>>;

const memoire = new Map<string, Uint8Array | null>();

/** Ressources livrées avec ctg, lues une fois. */
export const ressources: Pick<Host, 'resource' | 'resources'> = {
  resource(nom) {
    const connu = memoire.get(nom);
    if (connu !== undefined) return connu;
    let lu: Uint8Array | null = null;
    try {
      lu = readFileSync(path.join(RACINE, nom));
    } catch {
      lu = null;
    }
    memoire.set(nom, lu);
    return lu;
  },
  resources(dossier) {
    try {
      return readdirSync(path.join(RACINE, dossier)).sort(byCodePoint);
    } catch {
      return [];
    }
  },
};

/** Les fichiers d'un exemple, sans ce qu'on en attend. */
export function fichiersExemple(nom: Exemple): Readonly<Record<string, Uint8Array>> {
  const racine = path.join(RACINE, 'examples', nom);
  const noms = readdirSync(racine, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => path.relative(racine, path.join(e.parentPath, e.name)).split(path.sep).join('/'))
    .filter((f) => !f.startsWith('attendu/') && !f.startsWith('sortie/'));
  if (!noms.includes('ctg.yaml')) throw new Error(`l’exemple ${nom} n’a pas de ctg.yaml`);
  return Object.fromEntries(noms.sort(byCodePoint).map((f) => [f, readFileSync(path.join(racine, f))]));
}

export const hote = (files: Fichiers, label = '/territoire'): Host => memoryHost({ files, resources: ressources, label });

export const compiler = (files: Fichiers, options: Partial<CompileOptions> = {}): Promise<CompileResult> => compile(hote(files), { targets: [], ...options });

/** Compile des fichiers qui doivent être sans faute ; une faute s'affiche telle quelle. */
export async function arbreDe(files: Fichiers): Promise<DocumentTree> {
  const { tree, diagnostics } = await compiler(files);
  const fautes = diagnostics.filter((d) => d.severity === 'erreur');
  if (tree === null || fautes.length > 0) throw new Error(fautes.map((d) => `${d.code} ${d.span?.file ?? ''} ${d.message}`).join('\n') || 'pas d’arbre');
  return tree;
}

export function piece(tree: DocumentTree, id: string): Piece {
  const found = tree.pieces.find((p) => p.id === id);
  if (found === undefined) throw new Error(`pas de pièce ${id} parmi ${tree.pieces.map((p) => p.id).join(', ')}`);
  return found;
}

/** Espaces insécables ramenées à des espaces : pour écrire une attente lisible. */
export const net = (texte: string): string => texte.replace(/[\s\u00A0\u202F]+/g, ' ').trim();
