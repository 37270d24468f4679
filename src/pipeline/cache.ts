import type { FoundFile } from '../sources/types.ts';
import type { FileResult } from './analyze.ts';

/** Mémoire d'un fichier à l'autre passage : une entrée ne dépend que d'un texte, et rejoue ses constats. */
export interface Cache {
  file(found: FoundFile, compute: () => FileResult): FileResult;
}

/** Sans mémoire : une exécution, un calcul. */
export const noCache: Cache = { file: (_, compute) => compute() };

/** Avec mémoire, pour les passages répétés : même chemin et même texte, même résultat. */
export function memoryCache(): Cache {
  const entries = new Map<string, { readonly text: string; readonly result: FileResult }>();
  return {
    file(found, compute) {
      const known = entries.get(found.path);
      if (known !== undefined && known.text === found.source.text) return known.result;
      const result = compute();
      entries.set(found.path, { text: found.source.text, result });
      return result;
    },
  };
}
