import { NBSP } from '../base/francais.ts';
import type { Io } from './io.ts';

/** Une panne de ctg : dite simplement, avec le détail technique pour qui le demande. */
export function reportFault(error: unknown, argv: readonly string[], io: Io): void {
  const traced = argv.includes('--trace') || io.env['CTG_TRACE'] === '1';
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  io.stderr.write(`ctg a rencontré une panne interne. C’est un défaut de ctg, pas de vos sources.\n  ${message}\n`);
  if (traced) io.stderr.write(`${stack ?? message}\n`);
  else io.stderr.write(`Pour la signaler, relancez la commande avec --trace et joignez ce qu’elle affiche${NBSP}; n’y joignez vos sources que si elles sont publiques.\n`);
}
