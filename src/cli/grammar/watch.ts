import type { Stade, Target } from '../../pipeline/compile.ts';
import { CIBLES, choices, type Declare, DIRECTORY, formatOption, maxOption, type ReportOptions, sortieOption, stadeOption, traceOption, withExamples } from './command.ts';

export interface WatchOptions extends ReportOptions {
  readonly stade?: Stade;
  readonly cible: readonly Target[];
  readonly sortie?: string;
}

export const declareWatch: Declare = (add, run) => {
  const command = add('watch', 'surveille les sources et, à chaque enregistrement, les contrôle et récrit les documents', [DIRECTORY])
    .addOption(stadeOption())
    .addOption(sortieOption())
    .addOption(choices('--cible <cibles>', `documents tenus à jour, séparés par des virgules (par défaut, html,plan) : ${CIBLES.join(', ')}`, CIBLES, ['html', 'plan']))
    .addOption(formatOption())
    .addOption(maxOption())
    .addOption(traceOption())
    .addHelpText('after', '\nCtrl-C arrête la surveillance.')
    .action((directory: string | undefined, options: WatchOptions) => run(async (session) => (await import('../commands/watch.ts')).watch(session, directory, options)));
  withExamples(command, 'ctg watch', 'ctg watch --cible pdf', 'ctg watch --format html=rapport.html');
};
