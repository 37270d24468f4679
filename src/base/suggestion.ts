import { enIdentifiant, guillemets } from './francais.ts';

/** Distance d'édition (insertion, suppression, remplacement, échange de voisins), bornée. */
export function distance(left: string, right: string, max: number): number {
  if (Math.abs(left.length - right.length) > max) return max + 1;
  let before: number[] = [];
  let lastLeast = 0;
  let previous = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] as number) + 1, (current[j - 1] as number) + 1, (previous[j - 1] as number) + cost);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) best = Math.min(best, (before[j - 2] as number) + 1);
      current.push(best);
      if (best < least) least = best;
    }
    // Un échange de voisins regarde deux lignes plus haut : il en faut deux pour être sûr.
    if (least > max && lastLeast > max) return max + 1;
    lastLeast = least;
    before = previous;
    previous = current;
  }
  return previous[right.length] as number;
}

/** Le candidat le plus proche, ou null si rien ne ressemble. Insensible aux accents, à la casse, à _ et -. */
export function closest(wanted: string, candidates: Iterable<string>): string | null {
  const target = enIdentifiant(wanted);
  if (target === '') return null;
  const max = Math.max(1, Math.floor(target.length / 3));
  let best: string | null = null;
  let bestDistance = max + 1;
  for (const candidate of candidates) {
    const other = enIdentifiant(candidate);
    const d = target.length >= 4 && (other.startsWith(target) || target.startsWith(other)) && other.length >= 4 ? Math.min(1, distance(target, other, max)) : distance(target, other, max);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** « Vouliez-vous dire « x » ? », ou null. */
export function suggest(wanted: string, candidates: Iterable<string>): string | null {
  const found = closest(wanted, candidates);
  return found === null ? null : `Vouliez-vous dire ${guillemets(found)}\u202F?`;
}

/** Le seul candidat qui soit le même nom à l'écriture près (accents, casse, traits d'union) ; null s'il n'y en a pas un. */
export function memeNom(wanted: string, candidates: Iterable<string>): string | null {
  const found = [...candidates].filter((c) => enIdentifiant(c) === enIdentifiant(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}
