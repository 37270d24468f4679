/** Un territoire sain en mémoire, que chaque cas abîme d'une seule façon. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { ReadFailure } from '../../src/host/host.ts';
import { memoryHost } from '../../src/host/memory.ts';
import { nodeHost } from '../../src/host/node.ts';
import { type CompileResult, compile } from '../../src/pipeline/compile.ts';

export const RACINE = fileURLToPath(new URL('../../', import.meta.url));

/** Contenu par chemin ; null retire le fichier. */
export type Fichiers = Readonly<Record<string, string | Uint8Array | null>>;

/** Tous les fichiers d'un dossier. */
export function lireDossier(base: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    found[path.relative(base, file).split(path.sep).join('/')] = readFileSync(file, 'utf8');
  }
  return found;
}

/** Les ressources livrées avec ctg, lues par l'hôte du disque. */
export const ressources = nodeHost(RACINE, { packageRoot: RACINE, env: {} });

export function assembler(base: Readonly<Record<string, string>>, fichiers: Fichiers): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = { ...base };
  for (const [nom, contenu] of Object.entries(fichiers)) {
    if (contenu === null) delete files[nom];
    else files[nom] = contenu;
  }
  return files;
}

/** Compile un territoire en mémoire, sans rendu. */
export const valider = (files: Readonly<Record<string, string | Uint8Array>>, failures: Readonly<Record<string, ReadFailure>> = {}): Promise<CompileResult> =>
  compile(memoryHost({ files, failures, resources: ressources }), { targets: [] });

/** « erreur CTG1001 plan/plan.yaml:3:5 » : ce qu'un constat affirme, endroit compris. */
export function enLigne(d: Diagnostic, sources: CompileResult['sources']): string {
  if (d.span === null) return `${d.severity} ${d.code}`;
  const position = sources.get(d.span.file)?.position(d.span.start);
  return `${d.severity} ${d.code} ${d.span.file}${position === undefined ? '' : `:${String(position.line)}:${String(position.column)}`}`;
}

/** Espaces insécables ramenées à des espaces, pour que les attentes se lisent. */
export const simple = (texte: string): string => texte.replace(/[\u00A0\u202F]/g, ' ');
