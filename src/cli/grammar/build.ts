import type { Stade, Target } from '../../pipeline/compile.ts';
import type { ReportFormat } from '../../report/index.ts';
import { CIBLES, choice, choices, type Declare, DIRECTORY, sortieOption, stadeOption, TARGET_TEXTS, traceOption, withExamples } from './command.ts';

export interface BuildOptions {
  readonly stade?: Stade;
  readonly format: ReportFormat;
  readonly cible: readonly Target[];
  readonly sortie?: string;
}

const FORMATS = ['codeframe', 'json'] as const satisfies readonly ReportFormat[];

export const declareBuild: Declare = (add, run) => {
  const command = add('build', 'contrôle les sources puis écrit les documents, s’il n’y a aucune erreur', [DIRECTORY])
    .addOption(stadeOption())
    .addOption(sortieOption())
    .addOption(choices('--cible <cibles>', `documents voulus, séparés par des virgules (par défaut, tous) : ${CIBLES.map((c) => `${c} (${TARGET_TEXTS[c]})`).join(', ')}`, CIBLES, CIBLES))
    .addOption(choice('--format <format>', 'codeframe, à lire dans un terminal (par défaut), ou json, pour un autre logiciel', FORMATS, 'codeframe'))
    .addOption(traceOption())
    .action((directory: string | undefined, options: BuildOptions) => run(async (session) => (await import('../commands/build.ts')).build(session, directory, options)));
  withExamples(command, 'ctg build', 'ctg build -o ../envoi --cible pdf', 'ctg build examples/creusot-montceau');
};
