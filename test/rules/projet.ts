/** Un projet en mémoire : l'exemple minimal, et les fichiers qui en diffèrent. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../../src/host/host.ts';
import { memoryHost } from '../../src/host/memory.ts';
import { nodeHost } from '../../src/host/node.ts';
import { analyze } from '../../src/pipeline/analyze.ts';
import { noCache } from '../../src/pipeline/cache.ts';

export const RACINE = path.resolve(import.meta.dirname, '../..');

function dossier(relatif: string): Record<string, string> {
  const racine = path.join(RACINE, relatif);
  const fichiers = readdirSync(racine, { recursive: true, withFileTypes: true }).filter((e) => e.isFile() && /\.(yaml|md)$/.test(e.name));
  return Object.fromEntries(
    fichiers.map((e) => [path.relative(racine, path.join(e.parentPath, e.name)).split(path.sep).join('/'), readFileSync(path.join(e.parentPath, e.name), 'utf8')]),
  );
}

export type Fichiers = Readonly<Record<string, string>>;
export const MINIMAL: Fichiers = dossier('examples/minimal');
const resources = nodeHost(RACINE, { packageRoot: RACINE, env: {} });

export const hote = (fichiers: Fichiers): Host => memoryHost({ files: fichiers, resources });

/** Les constats d'une règle sur l'exemple minimal ainsi changé : « gravité fichier:ligne ». */
export function constatsDe(code: string, fichiers: Fichiers): readonly string[] {
  const { diagnostics, sources } = analyze(hote({ ...MINIMAL, ...fichiers }), noCache);
  return diagnostics
    .filter((d) => d.code === code)
    .map((d) => `${d.severity} ${d.span?.file ?? ''}:${String(d.span === null ? 0 : sources.get(d.span.file)?.position(d.span.start).line)}`);
}
