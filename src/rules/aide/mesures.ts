import type { Chiffre } from '../../resolve/projet.ts';

/** Pas d'arrondi déclaré ; 0 : aucun. */
const PAS: Readonly<Record<string, number>> = { exact: 0, 'à 5 près': 5, 'à 10 près': 10, 'à 100 près': 100, 'à 1000 près': 1000 };

const decimales = (n: number): number => String(n).split('.')[1]?.length ?? 0;

/** La moitié de la dernière décimale écrite. */
export const demiUnite = (n: number): number => 0.5 * 10 ** -decimales(n);

/** Ce dont une valeur imprimée peut s'écarter de la vraie : la moitié de son arrondi, ou de sa dernière décimale. */
export function marge({ value }: Chiffre, valeur: number): number {
  const pas = value.arrondi === undefined ? undefined : PAS[value.arrondi];
  if (pas !== undefined && pas > 0) return pas / 2;
  const compte = Number.isInteger(valeur) && !/%|^(?:milliers|millions|milliards)/.test(value.unite ?? '');
  return compte ? 0 : demiUnite(valeur);
}

/** Ce que vaut « 1 » dans cette unité : « millions d’euros » → 1 000 000, « % » et « places pour 100 enfants » → 1/100. */
export function echelleUnite(unite: string | undefined): number {
  const multiple = /^(milliers|millions|milliards)/.exec(unite ?? '')?.[1];
  if (multiple !== undefined) return { milliers: 1e3, millions: 1e6, milliards: 1e9 }[multiple] ?? 1;
  if (unite?.startsWith('%') === true) return 0.01;
  const pour = /(?:pour|sur)\s(\d[\d\s]*)/.exec(unite ?? '')?.[1];
  return pour === undefined ? 1 : 1 / Number(pour.replace(/\s/g, ''));
}

/** Une valeur connue et sans « environ », ou null : on ne calcule pas sur l'à-peu-près. */
export const sure = (c: Chiffre | undefined): number | null => (c === undefined || c.value.precision !== undefined ? null : c.value.valeur);

/** Assez de décimales pour que la valeur calculée se distingue de la valeur écrite. */
export function arrondie(calcul: number, ecrite: number): number {
  const n = decimales(ecrite);
  const short = Number(calcul.toFixed(n));
  return short === ecrite ? Number(calcul.toFixed(Math.min(n + 1, 9))) : short;
}

/** Jeu laissé au calcul binaire. */
export const EPSILON = 1e-9;
