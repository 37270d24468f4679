import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RACINE } from '../cli/outils.ts';

export interface Import {
  /** Fichier qui importe, relatif au dépôt. */
  readonly from: string;
  /** Fichier importé relatif au dépôt, ou nom de paquet (`zod`, `node:fs`). */
  readonly to: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

/** Fichiers de code sous un dossier du dépôt, en barres obliques. */
export const codeFiles = (directory: string): string[] =>
  readdirSync(path.join(RACINE, directory), { recursive: true, encoding: 'utf8' })
    .map((f) => `${directory}/${f.split(path.sep).join('/')}`)
    .filter((f) => /\.[jt]s$/.test(f) && !f.endsWith('.d.ts'))
    .sort();

export const read = (file: string): string => readFileSync(path.join(RACINE, file), 'utf8');

const IMPORT = /^\s*(import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

const paquet = (name: string): string => (name.startsWith('node:') ? name : name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));

/** Tous les imports d'un fichier : statiques, dynamiques, de types, réexports. */
export function importsOf(file: string): Import[] {
  return [...read(file).matchAll(IMPORT)].map((m): Import => {
    const name = m[3] ?? m[4] ?? '';
    const dynamic = m[4] !== undefined;
    // `typeof import('x')` ne charge rien.
    const typeOnly = m[2] !== undefined || (dynamic && /typeof\s*$/.test(m.input.slice(0, m.index)));
    const to = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : paquet(name);
    return { from: file, to, typeOnly, dynamic: dynamic && !typeOnly };
  });
}

/** Pièce d'un fichier : `src/render/pdf/x.ts` → `render/pdf`, `schemas/x.ts` → `schemas` ; null pour un paquet. */
export function roomOf(file: string): string | null {
  if (file.startsWith('schemas/')) return 'schemas';
  if (!file.startsWith('src/')) return null;
  const [, first = '', second, third] = file.split('/');
  if (second === undefined) return 'api';
  return third !== undefined && (first === 'render' || `${first}/${second}` === 'preview/page') ? `${first}/${second}` : first;
}
