import { type Declare, traceOption, withExamples } from './command.ts';

export const declareExplain: Declare = (add, run) => {
  const command = add('explain', 'explique un code de constat, ou donne la liste des codes', [{ name: 'code', meaning: 'code à expliquer, comme CTG4001 ; sans lui, la liste' }])
    .addOption(traceOption())
    .action((code: string | undefined) => run(async ({ io }) => (await import('../commands/explain.ts')).explain(io, code)));
  withExamples(command, 'ctg explain', 'ctg explain CTG4001');
};
