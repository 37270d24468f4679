import type { Command } from 'commander';
import type { Shell } from '../completion/index.ts';
import { SHELLS } from '../completion/shells.ts';
import { EXIT } from '../exit.ts';
import { type Declare, withExamples } from './command.ts';

export const declareCompletion: Declare = (add, run) => {
  const command: Command = add('completion', 'écrit le script qui complète les commandes de ctg dans le terminal, avec la touche Tab', [{ name: 'interpréteur', meaning: `celui de votre terminal : ${SHELLS.join(', ')}`, required: true, values: SHELLS }]).action((shell: Shell) =>
    run(async ({ io }) => {
      const { completionScript } = await import('../completion/index.ts');
      if (command.parent === null) throw new Error('completion se déclare dans un programme');
      io.stdout.write(completionScript(command.parent, shell));
      return EXIT.sound;
    }),
  );
  withExamples(command, 'source <(ctg completion bash)', 'ctg completion fish > ~/.config/fish/completions/ctg.fish', 'ctg completion powershell | Out-String | Invoke-Expression');
};
