/** Écrire les rapports demandés : les fichiers sont vérifiés avant de compiler, et chacun est écrit d'un coup. */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { guillemets, NBSP } from '../base/francais.ts';
import { isShipped, REPORTERS, type ReportContext, type Sources, type Stage } from '../report/index.ts';
import { DIRECTORIES, ROOT_FILES } from '../sources/places.ts';
import { codeDescriptions } from './codes.ts';
import type { ReportRequest } from './formats.ts';
import { type Io, type Stream, wantsColor } from './io.ts';
import { shown } from './session.ts';
import { UsageError } from './usage.ts';
import { VERSION } from './version.ts';
import { writeOutputs } from './write-outputs.ts';

const SOURCE_DIRECTORIES: ReadonlySet<string> = new Set(DIRECTORIES.map((d) => d.directory));

/** Refuse une demande qui ne pourrait pas être servie, ou qui écraserait une source. `root` : le territoire, s'il est trouvé. */
export function checkReports(io: Io, requests: readonly ReportRequest[], root: string | null): void {
  const seen = new Set<string>();
  for (const { format, file } of requests) {
    if (file === null) continue;
    const target = path.resolve(io.cwd, file);
    const parent = path.dirname(target);
    const stat = statSync(parent, { throwIfNoEntry: false });
    if (stat?.isDirectory() !== true) throw new UsageError(`Le rapport ${format} ne peut pas être écrit${NBSP}: le dossier ${guillemets(shown(io, parent))} n’existe pas.`, 'Créez ce dossier, ou donnez un autre chemin.');
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true) throw new UsageError(`Le rapport ${format} ne peut pas être écrit${NBSP}: ${guillemets(file)} est un dossier.`, `Donnez un nom de fichier${NBSP}: --format ${format}=${file.replace(/[\\/]+$/, '')}/rapport`);
    const real = path.join(realpathSync.native(parent), path.basename(target));
    if (seen.has(real)) throw new UsageError(`Deux rapports iraient dans ${guillemets(file)}.`, 'Donnez un fichier à chacun.');
    seen.add(real);
    const inside = root === null ? '' : path.relative(realpathSync.native(root), real).split(path.sep).join('/');
    if (ROOT_FILES.some((place) => place.file === inside) || (inside.includes('/') && SOURCE_DIRECTORIES.has(inside.split('/', 1)[0] as string))) {
      throw new UsageError(`${guillemets(file)} est une source, ou dans un dossier de sources${NBSP}: un rapport n’y a pas sa place.`, 'Donnez un autre chemin.');
    }
  }
}

/**
 * Chemin d'un fichier du territoire depuis la racine du dépôt : celle que dit l'intégration continue, sinon le dossier
 * courant. Hors de cette racine, il reste relatif au territoire.
 */
export function repositoryPath(io: Io, root: string | null): ReportContext['path'] {
  if (root === null) return (file) => file;
  const inside = (from: string): string | null => {
    const base = path.relative(from, root);
    return base === '..' || base.startsWith(`..${path.sep}`) || path.isAbsolute(base) ? null : base.split(path.sep).join('/');
  };
  const stated = [io.env['GITHUB_WORKSPACE'], io.env['CI_PROJECT_DIR']].filter((v) => v !== undefined && path.isAbsolute(v));
  const base = [...(stated as string[]), io.cwd].map(inside).find((b) => b !== null) ?? '';
  return (file) => (base === '' || isShipped(file) ? file : `${base}/${file}`);
}

/** Ce dont un rapport rend compte. */
export interface Reported {
  /** Le territoire, s'il est trouvé. */
  readonly root: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  readonly max: number | null;
  readonly stage?: Stage;
  /** Documents écrits, s'il s'agit d'une compilation. */
  readonly outputs?: readonly string[];
}

/** Fichiers que ces rapports écrivent. */
export const reportFiles = (io: Io, requests: readonly ReportRequest[]): readonly string[] => requests.flatMap(({ file }) => (file === null ? [] : [path.resolve(io.cwd, file)]));

/** Refuse un rapport qui prendrait la place d'un document. `documents` : chemins absolus. */
export function checkPlaces(io: Io, requests: readonly ReportRequest[], documents: readonly string[]): void {
  const taken = reportFiles(io, requests).find((file) => documents.includes(file));
  if (taken !== undefined) throw new UsageError(`Le rapport et un document iraient tous deux dans ${guillemets(shown(io, taken))}.`, 'Donnez un autre chemin au rapport.');
}

/** Écrit chaque rapport demandé : d'abord celui que l'on regarde (`out`), puis les fichiers. */
export async function writeReports(io: Io, requests: readonly ReportRequest[], found: Reported, out: Stream = io.stdout): Promise<void> {
  const { root, diagnostics, sources, max, stage, outputs } = found;
  const codes = requests.some((r) => r.format === 'sarif') ? await codeDescriptions(io.packageRoot) : [];
  const context: ReportContext = { version: VERSION, color: false, max, project: root === null ? null : path.basename(root), path: repositoryPath(io, root), codes, ...(stage === undefined ? {} : { stage }), ...(outputs === undefined ? {} : { outputs }) };
  for (const { format, file } of [...requests].sort((a, b) => Number(a.file !== null) - Number(b.file !== null))) {
    if (file === null) {
      out.write(REPORTERS[format](diagnostics, sources, { ...context, color: wantsColor(io, out) }));
      continue;
    }
    const target = path.resolve(io.cwd, file);
    const bytes = new TextEncoder().encode(REPORTERS[format](diagnostics, sources, context));
    const [, [failure]] = writeOutputs(path.dirname(target), [{ path: path.basename(target), bytes }], (f) => shown(io, f));
    if (failure !== undefined) throw new UsageError(failure.message, failure.hint);
    if (io.stderr.isTTY) io.stderr.write(`Rapport ${format} dans ${shown(io, target)}\n`);
  }
}
