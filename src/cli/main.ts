/** L'entrée de la ligne de commande : des arguments et un terminal, un code de sortie. Ne termine jamais le processus elle-même. */
import { NBSP } from '../base/francais.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { reportFault } from './fault.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { type Compile, lazyCompile } from './session.ts';
import { Displayed, UsageError } from './usage.ts';

export { nodeIo } from './io.ts';

/** Exécute une commande et rend son code de sortie. */
export async function main(argv: readonly string[], io: Io, compile: Compile = lazyCompile): Promise<ExitCode> {
  let exit: ExitCode = EXIT.sound;
  const session = { io, compile };
  const program = createProgram(
    async (effect) => {
      exit = await effect(session);
    },
    { stdout: (text) => io.stdout.write(text), stderr: (text) => io.stderr.write(text) },
  );
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof Displayed) return error.wanted ? EXIT.sound : EXIT.usage;
    if (error instanceof UsageError) {
      io.stderr.write(`erreur${NBSP}: ${error.message}\n${error.hint === null ? '' : `conseil  ${error.hint}\n`}Aide${NBSP}: ctg --help\n`);
      return EXIT.usage;
    }
    reportFault(error, argv, io);
    return EXIT.fault;
  }
}
