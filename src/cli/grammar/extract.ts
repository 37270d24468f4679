import { Option } from 'commander';
import { type Declare, traceOption, withExamples } from './command.ts';

export interface ExtractOptions {
  readonly sortie?: string;
}

export const declareExtract: Declare = (add, run) => {
  const command = add('extract', 'rend les sources qu’un PDF contient, dans un dossier neuf', [{ name: 'fichier', meaning: 'PDF fait par ctg, signé ou non', required: true }])
    .addOption(new Option('-o, --sortie <dossier>', 'dossier à créer (par défaut, le nom du PDF suivi de « -sources », dans le dossier courant)'))
    .addOption(traceOption())
    .action((file: string, options: ExtractOptions) => run(async (session) => (await import('../commands/extract.ts')).extract(session, file, options)));
  withExamples(command, 'ctg extract convention.pdf', 'ctg extract convention.pdf -o reprise');
};
