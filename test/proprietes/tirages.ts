/** Tirages au sort reproductibles : même graine à chaque passage. `CTG_GRAINE=7 CTG_TIRAGES=20` en cherche d'autres, plus longtemps. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['CTG_GRAINE'] ?? 2026) });

export const tirages = (nombre: number): { readonly numRuns: number } => ({ numRuns: nombre * Number(process.env['CTG_TIRAGES'] ?? 1) });
/** Le temps suit le nombre. */
export const DELAI = 60_000 * Number(process.env['CTG_TIRAGES'] ?? 1);
