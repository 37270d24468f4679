import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { enIdentifiant, megaoctets } from '../base/francais.ts';
import { SourceText, type Span } from '../base/span.ts';
import { closest } from '../base/suggestion.ts';
import { byCodePoint, type Entry, type Host, type ReadFailure } from '../host/host.ts';
import { ASSET_DIRECTORIES, DIRECTORIES, type DirectoryPlace, intendedExtension, type Kind, LIMITS, nameParts, ROOT_FILES, stem } from './places.ts';
import type { FoundFile } from './types.ts';

const REASONS: Readonly<Record<Exclude<ReadFailure, 'outside' | 'too-big'>, string>> = {
  absent: 'il a disparu pendant la lecture, ou c’est un lien qui ne mène nulle part',
  denied: 'l’accès est refusé',
  'not-a-file': 'ce n’est pas un fichier, mais un dossier, un tube ou un périphérique',
  loop: 'c’est un lien qui tourne en rond',
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
  const reading = new Reading(host);
  const root = host.list('');
  if (root.ok) {
    reading.rootFiles(root.entries);
    reading.directories(root.entries);
    reading.confused(root.entries);
  } else {
    reading.diagnostics.push(failed(host.label, root.why, 'le dossier'));
    for (const place of [...ROOT_FILES, ...DIRECTORIES]) reading.unread.add(place.kind);
  }
  return [reading, reading.diagnostics];
}

const start = (file: string): Span => ({ file, start: 0, end: 0 });

class Reading implements Found {
  readonly diagnostics: Diagnostic[] = [];
  readonly files: FoundFile[] = [];
  readonly sources = new Map<string, SourceText>();
  readonly unread = new Set<Kind>();
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Les fichiers de la racine, et ceux qui portent presque leur nom. */
  rootFiles(entries: readonly Entry[]): void {
    // Un fichier caché n'est pas une source : `.gitlab-ci.yml`, réglages d'éditeurs.
    const names = entries.filter((e) => e.kind === 'file' && !e.name.startsWith('.')).map((e) => e.name);
    const strays = new Map<string, string>();
    for (const name of names) {
      const extension = intendedExtension(name);
      if (extension === null || ROOT_FILES.some((p) => p.file === name)) continue;
      const place = ROOT_FILES.find((p) => p.file === `${stem(name).toLowerCase()}${extension}`);
      if (place !== undefined && !names.includes(place.file)) strays.set(place.file, name);
      else if (extension === '.yaml') {
        const attendu = closest(stem(name), ROOT_FILES.map((p) => stem(p.file)));
        const voulu = ROOT_FILES.find((p) => p.file === `${attendu ?? ''}.yaml`);
        // « conventions.yaml » explique l'absence de convention.yaml : une seule faute, un seul constat.
        if (voulu !== undefined && voulu.required !== null && !names.includes(voulu.file) && !strays.has(voulu.file)) strays.set(voulu.file, name);
        else this.diagnostics.push(diagnostic('CTG0008', { fichier: name, attendu: attendu === null ? null : `${attendu}.yaml` }, start(name)));
      }
    }
    for (const { file, kind, required } of ROOT_FILES) {
      const semblable = strays.get(file) ?? null;
      if (names.includes(file)) this.#take(file, kind, stem(file), 0);
      else if (required !== null) this.#refuse(kind, diagnostic('CTG0002', { fichier: file, role: required, suggestion: semblable }, semblable === null ? null : start(semblable)));
      else if (semblable !== null) this.#refuse(kind, diagnostic('CTG0015', { fichier: semblable, extension: file.slice(file.lastIndexOf('.')), nouveau: file }, start(semblable)));
    }
  }

  directories(entries: readonly Entry[]): void {
    const known = new Set(DIRECTORIES.map((p) => p.directory));
    for (const { name, kind } of entries) {
      if (kind !== 'directory') continue;
      if (known.has(name)) this.#directory(name);
      else if (name !== 'sortie' && !(ASSET_DIRECTORIES as readonly string[]).includes(name)) {
        const attendu = closest(name, known);
        if (attendu !== null && !entries.some((e) => e.name === attendu)) this.diagnostics.push(diagnostic('CTG0016', { dossier: `${name}/`, attendu: `${attendu}/` }, start(name)));
      }
    }
  }

  /** Les noms de la racine et des dossiers convenus qui n'en font qu'un sur un disque sans casse. */
  confused(root: readonly Entry[]): void {
    const conventional = new Set<string>([...DIRECTORIES.map((p) => p.directory), ...ASSET_DIRECTORIES]);
    const look = (directory: string, entries: readonly Entry[]): void => {
      const seen = new Map<string, string>();
      for (const { name } of entries) {
        const path = directory === '' ? name : `${directory}/${name}`;
        const folded = name.normalize('NFC').toLowerCase();
        const premier = seen.get(folded);
        if (premier === undefined) seen.set(folded, path);
        else this.diagnostics.push(diagnostic('CTG0020', { premier, second: path }, start(path)));
      }
    };
    look('', root);
    for (const { name } of root.filter((e) => e.kind === 'directory' && conventional.has(e.name))) {
      const listed = this.#host.list(name);
      if (listed.ok && listed.entries.length <= LIMITS.files) look(name, listed.entries);
    }
  }

  #directory(directory: string): void {
    const places = DIRECTORIES.filter((p) => p.directory === directory);
    const listed = this.#host.list(directory);
    if (!listed.ok || listed.entries.length > LIMITS.files) {
      const found = listed.ok ? diagnostic('CTG0010', { dossier: directory, limite: LIMITS.files }, null) : failed(directory, listed.why, 'le dossier');
      this.diagnostics.push(found);
      for (const place of places) this.unread.add(place.kind);
      return;
    }
    for (const place of places) this.#place(place, listed.entries);
    const free = (ASSET_DIRECTORIES as readonly string[]).includes(directory);
    for (const { name, kind } of listed.entries) {
      const path = `${directory}/${name}`;
      if (name.startsWith('.')) continue;
      if (kind === 'directory') {
        if (!free && directory !== 'modeles') this.diagnostics.push(diagnostic('CTG0016', { dossier: `${path}/`, attendu: null }, start(path)));
      } else if (!places.some((p) => name.endsWith(p.extension))) {
        const meant = places.find((p) => p.extension === intendedExtension(name));
        if (meant !== undefined) this.#refuse(meant.kind, diagnostic('CTG0015', { fichier: path, extension: meant.extension, nouveau: `${enIdentifiant(stem(name)) || 'nom'}${meant.extension}` }, start(path)));
        else if (!free) this.diagnostics.push(diagnostic('CTG0008', { fichier: path, attendu: null }, start(path)));
      }
    }
  }

  /** Les fichiers d'un dossier convenu, dans l'ordre de leurs numéros. */
  #place(place: DirectoryPlace, entries: readonly Entry[]): void {
    const found: { name: string; order: number; id: string }[] = [];
    for (const { name, kind } of entries) {
      if (kind !== 'file' || !name.endsWith(place.extension) || name.startsWith('.')) continue;
      const parts = nameParts(name, place.extension);
      const path = `${place.directory}/${name}`;
      if (enIdentifiant(parts.id) === parts.id) found.push({ name, ...parts });
      else {
        const propose = `${enIdentifiant(name.slice(0, -place.extension.length)) || 'nom'}${place.extension}`;
        this.#refuse(place.kind, diagnostic('CTG0009', { fichier: path, propose }, start(path)));
      }
    }
    found.sort((a, b) => (a.order === b.order ? byCodePoint(a.name, b.name) : a.order - b.order));
    const seen = new Map<string, string>();
    for (const { name, order, id } of found) {
      const path = `${place.directory}/${name}`;
      const premier = seen.get(id);
      if (premier === undefined) {
        seen.set(id, path);
        this.#take(path, place.kind, id, order);
      } else this.diagnostics.push(diagnostic('CTG0014', { premier, second: path, id }, start(path)));
    }
  }

  /** Un fichier qui ne sera pas lu : les absences qui en découlent ne sont pas des fautes de plus. */
  #refuse(kind: Kind, found: Diagnostic): void {
    this.diagnostics.push(found);
    this.unread.add(kind);
  }

  #take(path: string, kind: Kind, id: string, order: number): void {
    const result = this.#host.read(path, LIMITS.text);
    if (!result.ok) return this.#refuse(kind, failed(path, result.why, '', result.size));
    const { text, nature } = decode(result.bytes);
    const source = new SourceText(path, text);
    this.sources.set(path, source);
    if (nature !== 'UTF-8') {
      // La première lettre perdue montre la ligne à l'auteur ; d'un fichier binaire, rien n'est à montrer.
      const lost = Math.max(0, text.indexOf('\uFFFD'));
      if (nature !== 'ancien') this.sources.delete(path);
      this.#refuse(kind, diagnostic('CTG0005', { fichier: path, nature }, nature === 'ancien' ? { file: path, start: lost, end: lost + 1 } : start(path)));
    } else if (text.trim() === '') this.#refuse(kind, diagnostic('CTG0006', { fichier: path }, start(path)));
    else this.files.push({ path, id, order, kind, source });
  }
}

type Nature = 'UTF-8' | 'UTF-16' | 'ancien' | 'binaire';

/** Texte d'un fichier et son encodage, tel qu'on peut le deviner. Une marque d'ordre des octets est retirée. */
function decode(bytes: Uint8Array): { readonly text: string; readonly nature: Nature } {
  const [first, second] = bytes;
  const text = new TextDecoder('utf-8').decode(bytes);
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { text, nature: 'UTF-16' };
  if (text.includes('\0')) return { text, nature: 'binaire' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), nature: 'UTF-8' };
  } catch {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: des commandes trahissent un fichier qui n'est pas du texte
    return { text, nature: /[\u0001-\u0008\u000E-\u001F]/.test(text) ? 'binaire' : 'ancien' };
  }
}

function failed(path: string, why: ReadFailure, quoi = '', size = 0): Diagnostic {
  if (why === 'outside') return diagnostic('CTG0007', { chemin: path, raison: 'mène hors du dossier du territoire' }, start(path));
  if (why === 'too-big') return diagnostic('CTG0004', { fichier: path, taille: megaoctets(size), limite: megaoctets(LIMITS.text) }, start(path));
  return diagnostic('CTG0003', { fichier: quoi === '' ? path : `${quoi} ${path}`, raison: REASONS[why] }, start(path));
}
