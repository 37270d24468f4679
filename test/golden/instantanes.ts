/**
 * Instantanés : ce qu'un exemple doit donner, dans `attendu/` à côté de ses sources. Un instantané absent ou en trop est un
 * échec. `CTG_MAJ=1` les réécrit, jamais en intégration continue : la relecture du `git diff` est le contrôle.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Exemple, RACINE } from './atelier.ts';

/** Tous les instantanés d'un exemple ; un fichier hors de cette liste n'a rien à faire là. */
export const ATTENDUS = ['arbre.txt', 'convention.html', 'convention.txt', 'diagnostics.txt', 'empreinte.txt', 'plan-actions.csv', 'plan-actions.json', 'structure.txt'] as const;
export type Attendu = (typeof ATTENDUS)[number];

export type Environnement = Readonly<Record<string, string | undefined>>;

export const dossierAttendu = (exemple: Exemple): string => path.join(RACINE, 'examples', exemple, 'attendu');

/** Faut-il réécrire ? Lance en intégration continue : un instantané ne s'y met jamais à jour tout seul. */
export function metAJour(env: Environnement): boolean {
  if (env['CTG_MAJ'] !== '1') return false;
  if (env['CI'] === 'true') throw new Error('CTG_MAJ=1 est refusé en intégration continue : mettez les instantanés à jour sur un poste et relisez leur différence.');
  return true;
}

/** Un texte sans l'empreinte de l'acte, qui change avec la moindre source : `empreinte.txt` la tient pour tous. */
export const sansEmpreinte = (texte: string): string => texte.replace(/\b[0-9a-f]{4}(?:-[0-9a-f]{4}){3}\b/g, 'xxxx-xxxx-xxxx-xxxx');

/** Rend ce qui est attendu ; réécrit d'abord l'instantané si c'est demandé. */
export function attendu(dossier: string, nom: string, obtenu: string, env: Environnement = process.env): string {
  const fichier = path.join(dossier, nom);
  if (metAJour(env)) {
    mkdirSync(dossier, { recursive: true });
    writeFileSync(fichier, obtenu);
  }
  if (!existsSync(fichier)) throw new Error(`instantané absent : ${fichier}. S’il est nouveau, relancez avec CTG_MAJ=1 et relisez-le.`);
  return readFileSync(fichier, 'utf8');
}

/** Fichiers présents qui ne sont l'instantané de rien, et instantanés absents. */
export function ecarts(dossier: string, noms: readonly string[]): { readonly absents: readonly string[]; readonly orphelins: readonly string[] } {
  const presents = existsSync(dossier) ? readdirSync(dossier) : [];
  return { absents: noms.filter((n) => !presents.includes(n)), orphelins: presents.filter((n) => !noms.includes(n)) };
}
