import type { Diagnostic } from '../base/diagnostic.ts';

/** Les codes de sortie, documentés dans docs/reference/commandes.md et testés un par un. */
export const EXIT = { sound: 0, sources: 1, usage: 2, fault: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_TEXTS: Readonly<Record<ExitCode, string>> = {
  0: 'Tout est en ordre.',
  1: 'Les sources contiennent des erreurs (ou des avertissements, avec --fail-on avertissement), le PDF contrôlé n’est pas conforme, ou le PDF vérifié n’est pas prouvé.',
  2: 'La commande est mal employée, aucun territoire n’est trouvé, le dossier de sortie est inutilisable, ou le PDF donné ne se lit pas.',
  3: 'Panne interne de ctg.',
};

export const FAIL_ON = ['erreur', 'avertissement', 'jamais'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Code de sortie d'une lecture des sources. */
export function exitFor(diagnostics: readonly Diagnostic[], failOn: FailOn): ExitCode {
  const fails = (d: Diagnostic): boolean => d.severity === 'erreur' || (failOn === 'avertissement' && d.severity === 'avertissement');
  return failOn !== 'jamais' && diagnostics.some(fails) ? EXIT.sources : EXIT.sound;
}
