import { joursDuMois } from '../../base/francais.ts';
import type { Projet } from '../../resolve/projet.ts';

export interface Bornes {
  /** Premier jour, ou null si la convention court d'une signature dont rien ne fixe encore la date. */
  readonly debut: string | null;
  /** Dernier jour, avenants compris. */
  readonly fin: string;
}

/** Bornes de la convention. Courant de la signature, elle ne peut commencer avant la dernière délibération connue. */
export function bornes(projet: Projet): Bornes | null {
  if (projet.convention === null) return null;
  const { periode, signature } = projet.convention.value;
  const votes = projet.signataires.map((s) => s.value.deliberation?.date).filter((d) => d !== undefined);
  const debut = periode.debut === 'signature' ? (signature?.date ?? latest(votes)) : periode.debut;
  return { debut, fin: latest([periode.fin, ...projet.avenants.map((a) => a.value.nouvelle_fin).filter((d) => d !== undefined)]) ?? periode.fin };
}

/** Bornes, ou null si elles sont à l'envers (CTG4101 le dit) : tout paraîtrait alors hors de la période. */
export function bornesSures(projet: Projet): Bornes | null {
  const periode = bornes(projet);
  return periode === null || (periode.debut !== null && periode.fin <= periode.debut) ? null : periode;
}

/** Les dates `AAAA-MM-JJ` se comparent comme du texte. */
const latest = (dates: readonly string[]): string | null => dates.reduce<string | null>((last, d) => (last === null || d > last ? d : last), null);

export const annee = (iso: string): number => Number(iso.slice(0, 4));

/** « 2024-2027 », ou « 2027 » si le début est inconnu. */
export const annees = ({ debut, fin }: Bornes): string => (debut === null ? fin.slice(0, 4) : `${debut.slice(0, 4)}-${fin.slice(0, 4)}`);

export const plusAnnees = (iso: string, n: number): string => `${String(annee(iso) + n)}${iso.slice(4)}`;

export function lendemain(iso: string): string {
  const [a = 0, m = 0, j = 0] = iso.split('-').map(Number);
  const two = (n: number): string => String(n).padStart(2, '0');
  if (j < joursDuMois(a, m)) return `${String(a)}-${two(m)}-${two(j + 1)}`;
  return m < 12 ? `${String(a)}-${two(m + 1)}-01` : `${String(a + 1)}-01-01`;
}

export function plusJours(iso: string, n: number): string {
  let jour = iso;
  for (let i = 0; i < n; i++) jour = lendemain(jour);
  return jour;
}
