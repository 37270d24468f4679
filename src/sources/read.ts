import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { enIdentifiant } from '../base/francais.ts';
import { SourceText } from '../base/span.ts';
import { closest } from '../base/suggestion.ts';
import { byCodePoint, type Host, type ReadFailure } from '../host/host.ts';
import { DIRECTORIES, type Kind, LIMITS, nameParts, ROOT_FILES } from './places.ts';
import type { FoundFile } from './types.ts';

const REASONS: Readonly<Record<Exclude<ReadFailure, 'outside' | 'too-big'>, string>> = {
  absent: 'le fichier a disparu pendant la lecture',
  denied: 'l’accès est refusé',
  'not-a-file': 'c’est un dossier',
  unreadable: 'le disque ne le rend pas',
};

export interface Found {
  readonly files: readonly FoundFile[];
  /** Tous les textes lus, pour situer les constats. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Sortes dont un fichier n'a pas pu être lu : leurs absences ne sont pas des fautes de plus. */
  readonly unread: ReadonlySet<Kind>;
}

/** Cherche les fichiers aux endroits convenus et lit leurs textes. */
export function readSources(host: Host): Outcome<Found> {
  const diagnostics: Diagnostic[] = [];
  const files: FoundFile[] = [];
  const sources = new Map<string, SourceText>();
  const unread = new Set<Kind>();

  const take = (path: string, kind: Kind, id: string, order: number): void => {
    const text = readText(host, path, diagnostics);
    if (text === null) {
      unread.add(kind);
      return;
    }
    const source = new SourceText(path, text);
    sources.set(path, source);
    if (text.trim() === '') {
      diagnostics.push(diagnostic('CTG0006', { fichier: path }, { file: path, start: 0, end: 0 }));
      unread.add(kind);
      return;
    }
    files.push({ path, id, order, kind, source });
  };

  const root = host.list('');
  const names = root.ok ? root.entries.filter((e) => e.kind === 'file').map((e) => e.name) : [];
  if (!root.ok) diagnostics.push(failed(host.label, root.why));
  for (const place of ROOT_FILES) {
    if (names.includes(place.file)) take(place.file, place.kind, place.file.replace(/\.\w+$/, ''), 0);
    else if (place.required !== null && root.ok) {
      diagnostics.push(diagnostic('CTG0002', { fichier: place.file, role: place.required }, null));
      unread.add(place.kind);
    }
  }
  for (const name of names) {
    if (!/\.ya?ml$/i.test(name) || ROOT_FILES.some((p) => p.file === name)) continue;
    const attendu = closest(name.replace(/\.ya?ml$/i, ''), ROOT_FILES.map((p) => p.file.replace(/\.\w+$/, '')));
    diagnostics.push(diagnostic('CTG0008', { fichier: name, attendu: attendu === null ? null : `${attendu}.yaml` }, { file: name, start: 0, end: 0 }));
  }

  const directories = new Map(
    DIRECTORIES.map((place): [string, ReturnType<Host['list']>] => [place.directory, root.ok && root.entries.some((e) => e.kind === 'directory' && e.name === place.directory) ? host.list(place.directory) : { ok: true, entries: [] }]),
  );
  for (const [directory, listed] of directories) {
    if (!listed.ok) {
      diagnostics.push(failed(directory, listed.why));
      for (const place of DIRECTORIES) if (place.directory === directory) unread.add(place.kind);
    } else if (listed.entries.length > LIMITS.files) {
      diagnostics.push(diagnostic('CTG0010', { dossier: directory, limite: LIMITS.files }, null));
    }
  }
  for (const place of DIRECTORIES) {
    const listed = directories.get(place.directory);
    if (listed === undefined || !listed.ok || listed.entries.length > LIMITS.files) continue;
    const found: { name: string; order: number; id: string }[] = [];
    for (const entry of listed.entries) {
      if (entry.kind !== 'file' || !entry.name.endsWith(place.extension) || entry.name.startsWith('.')) continue;
      const parts = nameParts(entry.name, place.extension);
      if (enIdentifiant(parts.id) !== parts.id) {
        diagnostics.push(diagnostic('CTG0009', { fichier: `${place.directory}/${entry.name}` }, { file: `${place.directory}/${entry.name}`, start: 0, end: 0 }));
        continue;
      }
      found.push({ name: entry.name, ...parts });
    }
    found.sort((a, b) => (a.order === b.order ? byCodePoint(a.name, b.name) : a.order - b.order));
    const seen = new Map<string, string>();
    for (const { name, order, id } of found) {
      const path = `${place.directory}/${name}`;
      const first = seen.get(id);
      if (first !== undefined) {
        diagnostics.push(diagnostic('CTG0014', { premier: first, second: path, id }, { file: path, start: 0, end: 0 }));
        continue;
      }
      seen.set(id, path);
      take(path, place.kind, id, order);
    }
    for (const entry of listed.entries) {
      if (entry.kind === 'file' && /\.yml$/i.test(entry.name) && place.extension === '.yaml') {
        diagnostics.push(diagnostic('CTG0008', { fichier: `${place.directory}/${entry.name}`, attendu: entry.name.replace(/\.yml$/i, '.yaml') }, { file: `${place.directory}/${entry.name}`, start: 0, end: 0 }));
      }
    }
  }
  return [{ files, sources, unread }, diagnostics];
}

function failed(path: string, why: ReadFailure, size = 0): Diagnostic {
  const span = { file: path, start: 0, end: 0 };
  if (why === 'outside') return diagnostic('CTG0007', { chemin: path, raison: 'mène hors du dossier du territoire' }, span);
  if (why === 'too-big') return diagnostic('CTG0004', { fichier: path, taille: megaoctets(size), limite: megaoctets(LIMITS.text) }, span);
  return diagnostic('CTG0003', { fichier: path, raison: REASONS[why] }, span);
}

const megaoctets = (octets: number): string => `${String(Math.ceil(octets / 100_000) / 10).replace('.', ',')}\u00A0Mo`;

function readText(host: Host, path: string, diagnostics: Diagnostic[]): string | null {
  const result = host.read(path, LIMITS.text);
  if (!result.ok) {
    diagnostics.push(failed(path, result.why, result.size));
    return null;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(result.bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // pas de l'UTF-8 : dit ci-dessous
  }
  diagnostics.push(diagnostic('CTG0005', { fichier: path }, { file: path, start: 0, end: 0 }));
  return null;
}
