import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { byCodePoint, type Entry, type Host, type ListResult, normalizePath, type ReadFailure, type ReadResult } from './host.ts';

const failure = (error: unknown): ReadFailure => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'absent';
  if (code === 'EACCES' || code === 'EPERM') return 'denied';
  if (code === 'EISDIR' || code === 'ENXIO') return 'not-a-file';
  if (code === 'ELOOP') return 'loop';
  return 'unreadable';
};

/** Le projet sur disque. Un lien symbolique qui mène hors de la racine est refusé, jamais suivi. */
export function nodeHost(root: string, options: { readonly packageRoot: string; readonly env: NodeJS.ProcessEnv }): Host {
  const realRoot = realpathSync(root);
  const inside = (relative: string): string | ReadFailure => {
    const normalized = relative === '' ? '' : normalizePath(relative);
    if (normalized === null) return 'outside';
    try {
      const real = realpathSync(path.join(realRoot, normalized));
      return real === realRoot || real.startsWith(realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep) ? real : 'outside';
    } catch (error) {
      return failure(error);
    }
  };
  const epochText = options.env['SOURCE_DATE_EPOCH'];

  return {
    label: root,
    epoch: epochText !== undefined && /^\d{1,12}$/.test(epochText) ? Number(epochText) : null,
    list(directory): ListResult {
      const real = inside(directory);
      if (!path.isAbsolute(real)) return { ok: false, why: real as ReadFailure };
      try {
        const entries: Entry[] = [];
        for (const entry of readdirSync(real, { withFileTypes: true })) {
          // Un tube, une prise ou un périphérique passe pour un fichier : sa lecture dira que ce n'en est pas un.
          const kind = entry.isSymbolicLink() ? linkKind(path.join(real, entry.name)) : entry.isDirectory() ? 'directory' : 'file';
          entries.push({ name: entry.name.normalize('NFC'), kind });
        }
        return { ok: true, entries: entries.sort((a, b) => byCodePoint(a.name, b.name)) };
      } catch (error) {
        return { ok: false, why: failure(error) };
      }
    },
    read(relative, limit): ReadResult {
      let real = inside(relative);
      // Un nom accentué peut être enregistré composé ou décomposé (macOS), et cité de même : on essaie les deux formes.
      for (const form of ['NFC', 'NFD'] as const) if (real === 'absent') real = inside(relative.normalize(form));
      if (!path.isAbsolute(real)) return { ok: false, why: real as ReadFailure };
      let fd: number | undefined;
      try {
        // Un tube ouvert sans cela attendrait un écrivain pour toujours.
        fd = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
        const stat = fstatSync(fd);
        if (!stat.isFile()) return { ok: false, why: 'not-a-file' };
        if (stat.size > limit) return { ok: false, why: 'too-big', size: stat.size };
        return { ok: true, bytes: readFileSync(fd) };
      } catch (error) {
        return { ok: false, why: failure(error) };
      } finally {
        if (fd !== undefined) closeSync(fd);
      }
    },
    resource(relative) {
      try {
        return readFileSync(path.join(options.packageRoot, relative));
      } catch {
        return null;
      }
    },
    resources(directory) {
      try {
        return readdirSync(path.join(options.packageRoot, directory)).sort(byCodePoint);
      } catch {
        return [];
      }
    },
    hash(parts) {
      const hash = createHash('sha256');
      for (const part of parts) hash.update(part);
      return hash.digest('hex');
    },
  };
}

/** Nature de la cible d'un lien ; une cible cassée ou hors projet se révèle à la lecture, avec un message. */
function linkKind(link: string): Entry['kind'] {
  try {
    return statSync(link).isDirectory() ? 'directory' : 'file';
  } catch {
    return 'file';
  }
}

/** Remonte du dossier donné jusqu'à celui qui contient ctg.yaml ; null si aucun. */
export function findProject(from: string): string | null {
  for (let directory = path.resolve(from); ; directory = path.dirname(directory)) {
    try {
      if (statSync(path.join(directory, 'ctg.yaml')).isFile()) return directory;
    } catch {
      // pas ici : on remonte
    }
    if (path.dirname(directory) === directory) return null;
  }
}
