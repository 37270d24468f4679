import { type Host, normalizePath } from './host.ts';

/** Ce qui a été lu : fichiers et dossiers du projet, présents ou non. C'est exactement ce qu'il faut surveiller. */
export interface Recording {
  readonly host: Host;
  readonly reads: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  /** Les fichiers du projet qui ont été lus, et leurs octets ; chemins en barres obliques, en NFC. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Enveloppe un hôte et note ce qui lui est demandé. */
export function recordingHost(inner: Host): Recording {
  const reads = new Set<string>();
  const lists = new Set<string>();
  const contents = new Map<string, Uint8Array>();
  return {
    reads,
    lists,
    contents,
    host: {
      label: inner.label,
      epoch: inner.epoch,
      list(directory) {
        lists.add(directory);
        return inner.list(directory);
      },
      read(path, limit) {
        reads.add(path);
        const result = inner.read(path, limit);
        const normalized = normalizePath(path);
        if (result.ok && normalized !== null) contents.set(normalized.normalize('NFC'), result.bytes);
        return result;
      },
      resource: (path) => inner.resource(path),
      resources: (directory) => inner.resources(directory),
      hash: (parts) => inner.hash(parts),
    },
  };
}
