import { createHash } from 'node:crypto';
import { byCodePoint, type Entry, type Host, normalizePath, type ReadFailure } from './host.ts';

export interface MemoryOptions {
  /** Chemin → contenu. Les clés peuvent être en style Windows (`signataires\\01-caf.yaml`). */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Ressources de ctg, par défaut aucune. */
  readonly resources?: Pick<Host, 'resource' | 'resources'>;
  /** Fichiers dont la lecture échoue, et pourquoi. */
  readonly failures?: Readonly<Record<string, ReadFailure>>;
  readonly epoch?: number | null;
  readonly label?: string;
}

/** Un projet en mémoire, pour les tests : mêmes réponses que le disque, sur un système posix ou Windows. */
export function memoryHost(options: MemoryOptions): Host {
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(options.files)) {
    const path = normalizePath(name)?.normalize('NFC');
    if (path !== undefined) files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  const failures = new Map(Object.entries(options.failures ?? {}));
  return {
    label: options.label ?? '/territoire',
    epoch: options.epoch ?? null,
    list(directory) {
      const base = directory === '' ? '' : `${normalizePath(directory)}/`;
      const why = failures.get(directory);
      if (why !== undefined) return { ok: false, why };
      const entries = new Map<string, Entry>();
      for (const path of files.keys()) {
        if (!path.startsWith(base)) continue;
        const [name = '', ...rest] = path.slice(base.length).split('/');
        entries.set(name, { name, kind: rest.length === 0 ? 'file' : 'directory' });
      }
      if (entries.size === 0 && base !== '') return { ok: false, why: 'absent' };
      return { ok: true, entries: [...entries.values()].sort((a, b) => byCodePoint(a.name, b.name)) };
    },
    read(name, limit) {
      const path = normalizePath(name)?.normalize('NFC');
      if (path === undefined) return { ok: false, why: 'outside' };
      const why = failures.get(path);
      if (why !== undefined) return { ok: false, why };
      const bytes = files.get(path);
      if (bytes === undefined) return { ok: false, why: 'absent' };
      return bytes.byteLength > limit ? { ok: false, why: 'too-big', size: bytes.byteLength } : { ok: true, bytes };
    },
    resource: (path) => options.resources?.resource(path) ?? null,
    resources: (directory) => options.resources?.resources(directory) ?? [],
    hash(parts) {
      const hash = createHash('sha256');
      for (const part of parts) hash.update(part);
      return hash.digest('hex');
    },
  };
}
