import type { Stade, Target } from '../../pipeline/compile.ts';
import { CIBLES, choices, type Declare, DIRECTORY, formatOption, maxOption, type ReportOptions, sortieOption, stadeOption, TARGET_TEXTS, traceOption, withExamples } from './command.ts';

export interface BuildOptions extends ReportOptions {
  readonly stade?: Stade;
  readonly cible: readonly Target[];
  readonly sortie?: string;
}

export const declareBuild: Declare = (add, run) => {
  const command = add('build', 'contrôle les sources puis écrit les documents, s’il n’y a aucune erreur', [DIRECTORY])
    .addOption(stadeOption())
    .addOption(sortieOption())
    .addOption(choices('--cible <cibles>', `documents voulus, séparés par des virgules (par défaut, tous) : ${CIBLES.map((c) => `${c} (${TARGET_TEXTS[c]})`).join(', ')}`, CIBLES, CIBLES))
    .addOption(formatOption())
    .addOption(maxOption())
    .addOption(traceOption())
    .action((directory: string | undefined, options: BuildOptions) => run(async (session) => (await import('../commands/build.ts')).build(session, directory, options)));
  withExamples(command, 'ctg build', 'ctg build -o ../envoi --cible pdf', 'ctg build --format html=rapport.html', 'ctg build examples/creusot-montceau');
};
