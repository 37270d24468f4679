import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { combien } from '../base/francais.ts';
import { fileOf } from './limite.ts';
import { type Stage, stageVerdict } from './stade.ts';

export const SEVERITIES: readonly Severity[] = ['erreur', 'avertissement', 'information'];

/** Les constats par fichier, dans l'ordre où ils paraissent. */
export function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string | null, readonly Diagnostic[]> {
  const files = new Map<string | null, Diagnostic[]>();
  for (const d of diagnostics) files.set(fileOf(d), [...(files.get(fileOf(d)) ?? []), d]);
  return files;
}

/** Nom d'un fichier pour un lecteur ; sans fichier, le constat porte sur tout. */
export const fileTitle = (file: string | null): string => file ?? 'Le territoire dans son ensemble';

/** Ce qu'un rapport conclut, en une phrase pour qui décide : le verdict du stade, s'il en est un. */
export function verdict(errors: number, warnings: number, stage?: Stage): string {
  if (stage !== undefined && stage.stade !== 'projet') return `${stageVerdict(stage, errors)}.`;
  if (errors > 0) return `L’acte ne peut pas être produit\u00A0: ${combien(errors, 'point')} à corriger.`;
  if (warnings > 0) return `L’acte peut être produit\u202F; ${combien(warnings, 'point')} à regarder avant de signer.`;
  return 'L’acte peut être produit\u00A0: rien à corriger.';
}
