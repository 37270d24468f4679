import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { RACINE } from '../cli/outils.ts';

export interface Execution {
  readonly code: number | null;
  readonly sortie: string;
  readonly erreur: string;
}

/** Lance un programme, sans couleur ni réglage hérité, et rend ce qu'il a dit. */
export function lancer(programme: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Execution {
  const { FORCE_COLOR: _, NODE_OPTIONS: __, ...herite } = process.env;
  const { status, stdout, stderr, error } = spawnSync(programme, args, { cwd, encoding: 'utf8', env: { ...herite, NO_COLOR: '1', ...env }, shell: process.platform === 'win32' });
  if (error !== undefined) throw error;
  return { code: status, sortie: stdout, erreur: stderr };
}

/** Le paquet se vérifie tel qu'il vient d'être bâti : sans dist/, il n'y a rien à vérifier. */
export function exigerBati(): void {
  if (!existsSync(path.join(RACINE, 'dist/cli.js'))) throw new Error('dist/ manque : lancez « npm run build » avant ces essais.');
}
