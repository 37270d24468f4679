import type { Host } from './host.ts';

/** Le même hôte, qui ne lit qu'une fois chaque fichier livré avec ctg : pour un processus qui dure, où ils ne changent pas. */
export function residentHost(inner: Host): Host {
  const files = new Map<string, Uint8Array | null>();
  const directories = new Map<string, readonly string[]>();
  return {
    ...inner,
    resource: (path) => kept(files, path, inner.resource),
    resources: (directory) => kept(directories, directory, inner.resources),
  };
}

function kept<V>(known: Map<string, V>, key: string, read: (key: string) => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = read(key);
  known.set(key, value);
  return value;
}
