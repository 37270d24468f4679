/** Graine et nombre de tirages. En intégration continue : la même graine, quelques centaines. `npm run fuzz` : une graine neuve, affichée, et bien plus ; `CTG_GRAINE=… npm run fuzz` rejoue. */
import type fc from 'fast-check';

const LONG = process.env['npm_lifecycle_event'] === 'fuzz';
const GRAINE = Number(process.env['CTG_GRAINE'] ?? (LONG ? Date.now() % 2 ** 31 : 2026));
const FOIS = Number(process.env['CTG_TIRAGES'] ?? (LONG ? 30 : 1));

console.log(`graine ${String(GRAINE)} (CTG_GRAINE=${String(GRAINE)} pour rejouer)`);

/** Réglages d'une propriété. Un échec redit sa graine et le plus petit exemple fautif. */
export const tirages = (nombre: number): Pick<fc.Parameters<unknown>, 'seed' | 'numRuns'> => ({ seed: GRAINE, numRuns: nombre * FOIS });
export const DELAI = 300_000 * FOIS;
