import type { Stade } from '../../pipeline/compile.ts';
import { FAIL_ON, type FailOn } from '../exit.ts';
import { choice, type Declare, DIRECTORY, formatOption, maxOption, type ReportOptions, stadeOption, traceOption, withExamples } from './command.ts';

export interface ValidateOptions extends ReportOptions {
  readonly failOn: FailOn;
  readonly stade?: Stade;
  /** Appliquer les corrections sûres. */
  readonly fix?: true;
  /** Montrer ce que --fix changerait, sans rien écrire. */
  readonly dryRun?: true;
}

export const declareValidate: Declare = (add, run) => {
  const command = add('validate', 'contrôle les sources et dit tout ce qui ne va pas', [DIRECTORY])
    .addOption(formatOption())
    .addOption(stadeOption())
    .option('--fix', 'applique les corrections qui ne changent pas le sens (guillemets, dates, nombres, noms de communes), en gardant commentaires et mise en page')
    .option('--dry-run', 'avec --fix : montre ce qui changerait, sans rien écrire')
    .addOption(maxOption())
    .addOption(choice('--fail-on <gravité>', 'gravité à partir de laquelle la commande échoue : erreur (par défaut), avertissement ou jamais', FAIL_ON, 'erreur'))
    .addOption(traceOption())
    .action((directory: string | undefined, options: ValidateOptions) => run(async (session) => (await import('../commands/validate.ts')).validate(session, directory, options)));
  withExamples(command, 'ctg validate', 'ctg validate --stade conseil', 'ctg validate --fix --dry-run', 'ctg validate --format json > rapport.json', 'ctg validate --format codeframe --format sarif=rapport.sarif --format html=rapport.html');
};
