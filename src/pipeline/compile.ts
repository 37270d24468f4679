/**
 * La route, de haut en bas : lire, analyser, valider, résoudre, contrôler (`analyze`), puis modéliser, composer le
 * document, rendre. Une erreur avant le rendu arrête tout : aucun document n'est produit.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { sortDiagnostics } from '../base/diagnostic.ts';
import type { SourceText } from '../base/span.ts';
import type { Host } from '../host/host.ts';
import type { Projet } from '../resolve/projet.ts';
import { analyze } from './analyze.ts';
import { type Cache, noCache } from './cache.ts';

export const TARGETS = ['pdf', 'html', 'plan'] as const;
export type Target = (typeof TARGETS)[number];

export interface Output {
  readonly target: Target;
  /** Nom du fichier, relatif au dossier de sortie. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface CompileOptions {
  /** Sorties voulues ; aucune : valider seulement. */
  readonly targets: readonly Target[];
  readonly cache?: Cache;
}

export interface CompileResult {
  /** Vide dès qu'il y a une erreur. */
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  readonly projet: Projet;
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Compile un territoire. Ne lance rien pour une faute de l'auteur : tout est dans `diagnostics`. */
export async function compile(host: Host, options: CompileOptions): Promise<CompileResult> {
  const { projet, sources, diagnostics } = analyze(host, options.cache ?? noCache);
  return { outputs: [], diagnostics: sortDiagnostics(diagnostics), projet, sources };
}
