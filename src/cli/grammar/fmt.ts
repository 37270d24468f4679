import { type Declare, DIRECTORY, traceOption, withExamples } from './command.ts';

export interface FmtOptions {
  /** Dire ce qui changerait, sans rien écrire. */
  readonly check?: true;
}

export const declareFmt: Declare = (add, run) => {
  const command = add('fmt', 'met les sources en forme (retraits, guillemets, lignes vides), sans changer ni leur sens ni leurs commentaires', [DIRECTORY])
    .option('--check', 'nomme les fichiers à mettre en forme, sans rien écrire ; échoue s’il y en a')
    .addOption(traceOption())
    .action((directory: string | undefined, options: FmtOptions) => run(async (session) => (await import('../commands/fmt.ts')).fmt(session, directory, options)));
  withExamples(command, 'ctg fmt', 'ctg fmt --check');
};
