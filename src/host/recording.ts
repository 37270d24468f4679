import type { Host } from './host.ts';

/** Ce qui a été lu : fichiers et dossiers du projet, présents ou non. C'est exactement ce qu'il faut surveiller. */
export interface Recording {
  readonly host: Host;
  readonly reads: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

/** Enveloppe un hôte et note ce qui lui est demandé. */
export function recordingHost(inner: Host): Recording {
  const reads = new Set<string>();
  const lists = new Set<string>();
  return {
    reads,
    lists,
    host: {
      label: inner.label,
      epoch: inner.epoch,
      list(directory) {
        lists.add(directory);
        return inner.list(directory);
      },
      read(path, limit) {
        reads.add(path);
        return inner.read(path, limit);
      },
      resource: (path) => inner.resource(path),
      resources: (directory) => inner.resources(directory),
      hash: (parts) => inner.hash(parts),
    },
  };
}
