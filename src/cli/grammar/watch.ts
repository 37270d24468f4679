import { Option } from 'commander';
import type { Stade, Target } from '../../pipeline/compile.ts';
import { parsePort } from '../formats.ts';
import { CIBLES, choices, type Declare, DIRECTORY, formatOption, maxOption, type ReportOptions, sortieOption, stadeOption, traceOption, withExamples } from './command.ts';

export interface WatchOptions extends ReportOptions {
  readonly stade?: Stade;
  readonly port: number;
  readonly sansNavigateur?: true;
  /** Absents tous deux : la page seule, aucun fichier écrit. */
  readonly cible?: readonly Target[];
  readonly sortie?: string;
}

/** Port de la page, s'il est libre. */
const PORT = 4810;

export const declareWatch: Declare = (add, run) => {
  const command = add('watch', 'montre la convention dans le navigateur, et la tient à jour à chaque enregistrement', [DIRECTORY])
    .addOption(new Option('--port <nombre>', `port de la page, sur cette machine seulement (par défaut, ${PORT}, ou le premier libre après lui)`).argParser(parsePort).default(PORT))
    .addOption(new Option('--sans-navigateur', 'n’ouvre pas le navigateur ; l’adresse de la page est affichée'))
    .addOption(stadeOption())
    .addOption(choices('--cible <cibles>', `documents à récrire aussi à chaque enregistrement sain, séparés par des virgules (par défaut, aucun ; html,plan avec --sortie) : ${CIBLES.join(', ')}`, CIBLES))
    .addOption(sortieOption())
    .addOption(formatOption())
    .addOption(maxOption())
    .addOption(traceOption())
    .addHelpText('after', '\nCtrl-C arrête la surveillance.')
    .action((directory: string | undefined, options: WatchOptions) => run(async (session) => (await import('../commands/watch.ts')).watch(session, directory, options)));
  withExamples(command, 'ctg watch', 'ctg watch --sans-navigateur --port 5000', 'ctg watch --cible html,plan', 'ctg watch --format html=rapport.html');
};
