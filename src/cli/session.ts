import { statSync } from 'node:fs';
import path from 'node:path';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { guillemets } from '../base/francais.ts';
import type { Host } from '../host/host.ts';
import { findProject, nodeHost } from '../host/node.ts';
import type { CompileOptions, CompileResult } from '../pipeline/compile.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage.ts';

export type Compile = (host: Host, options: CompileOptions) => Promise<CompileResult>;

/** Le compilateur, chargé au premier besoin : `ctg --help` n'en a pas l'usage. */
export const lazyCompile: Compile = async (host, options) => (await import('../pipeline/compile.ts')).compile(host, options);

export interface Session {
  readonly io: Io;
  readonly compile: Compile;
}

export interface Project {
  readonly root: string;
  readonly host: Host;
}

/** Trouve le territoire en remontant depuis `directory` ; rend le constat CTG0001 s'il n'y en a pas. */
export function openProject(io: Io, directory: string | undefined): Project | Diagnostic {
  const from = path.resolve(io.cwd, directory ?? '.');
  if (directory !== undefined && statSync(from, { throwIfNoEntry: false }) === undefined) {
    throw new UsageError(`${guillemets(directory)} n’existe pas.`, 'Vérifiez le chemin du dossier du territoire, majuscules et accents compris.');
  }
  const root = findProject(from);
  if (root === null) return diagnostic('CTG0001', { dossier: directory ?? from }, null);
  return { root, host: nodeHost(root, { packageRoot: io.packageRoot, env: io.env }) };
}

/** Chemin à montrer : relatif au dossier courant, en barres obliques. */
export const shown = (io: Io, file: string): string => (path.relative(io.cwd, file) || '.').split(path.sep).join('/');
