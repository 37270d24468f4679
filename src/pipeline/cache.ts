import type { Geographie } from '../geographie/geographie.ts';
import type { FoundFile } from '../sources/types.ts';
import type { FileResult } from './analyze.ts';

/** Mémoire d'un passage à l'autre : l'entrée d'un fichier ne dépend que de son texte, et rejoue ses constats. */
export interface Cache {
  /** La géographie livrée avec ctg ne change pas. */
  geographie(open: () => Geographie | null): Geographie | null;
  file(found: FoundFile, compute: () => FileResult): FileResult;
}

/** Sans mémoire : une exécution, un calcul. */
export const noCache: Cache = { geographie: (open) => open(), file: (_, compute) => compute() };

/** Avec mémoire, pour les passages répétés : même chemin et même texte, même résultat. */
export function memoryCache(): Cache {
  const entries = new Map<string, { readonly text: string; readonly result: FileResult }>();
  let geographie: Geographie | null | undefined;
  return {
    geographie: (open) => (geographie ??= open()),
    file(found, compute) {
      const known = entries.get(found.path);
      if (known !== undefined && known.text === found.source.text) return known.result;
      const result = compute();
      entries.set(found.path, { text: found.source.text, result });
      return result;
    },
  };
}
