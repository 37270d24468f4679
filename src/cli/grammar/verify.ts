import { type Declare, traceOption, withExamples } from './command.ts';

export const declareVerify: Declare = (add, run) => {
  const command = add('verify', 'recompile les sources qu’un PDF contient et dit s’il en est exactement tiré ; avec un autre PDF ou un dossier, dit ce qui les distingue, article par article', [
    { name: 'fichier', meaning: 'PDF fait par ctg, signé ou non', required: true },
    { name: 'autre', meaning: 'autre PDF fait par ctg, ou dossier d’un territoire : le texte signé est-il le texte voté ?' },
  ])
    .addOption(traceOption())
    .action((file: string, other: string | undefined) => run(async (session) => (await import('../commands/verify.ts')).verify(session, file, other)));
  withExamples(command, 'ctg verify convention.pdf', 'ctg verify convention-signee.pdf convention-votee.pdf', 'ctg verify convention.pdf mon-territoire');
};
