import { type Declare, DIRECTORY, traceOption, withExamples } from './command.ts';

export const declareSchemas: Declare = (add, run) => {
  const command = add('schemas', 'met à jour les schémas de l’éditeur (.vscode/schemas) : ceux de cette version de ctg, avec les identifiants du territoire à proposer', [DIRECTORY])
    .addOption(traceOption())
    .action((directory: string | undefined) => run(async (session) => (await import('../commands/schemas.ts')).schemas(session, directory)));
  withExamples(command, 'ctg schemas');
};
