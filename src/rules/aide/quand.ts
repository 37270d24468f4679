import { enIdentifiant, joursDuMois } from '../../base/francais.ts';
import { MOIS } from '../formes/periode-en-prose.ts';

/** Premier et dernier jours (AAAA-MM-JJ) de ce que dit un texte. */
export interface Intervalle {
  readonly debut: string;
  readonly fin: string;
}

const NOMS = MOIS.map(enIdentifiant);
const JOURS = new RegExp(`(?<!\\d)(\\d{1,2})(?:er)?\\s*(?:au|et|à|[-–,])\\s*(?=(?:\\d{1,2}(?:er)?\\s*(?:au|et|à|[-–,])\\s*)*\\d{1,2}(?:er)?\\s+(${MOIS.join('|')}))`, 'gu');
const two = (n: number): string => String(n).padStart(2, '0');

/**
 * « 29 avril 2021 », « Juin et juillet 2022 », « De septembre 2021 à mars 2022 », « 2023 », « 2021-2022 ». Un mois sans année prend la
 * première qui suit. Null si le texte ne dit aucune année, ou dit un moment que l'on ne sait pas lire (« rentrée 2024 » : l'année entière).
 */
export function intervalle(quand: string): Intervalle | null {
  // « du 26 au 28 septembre » : le mois vaut pour chaque jour.
  const lu = quand.normalize('NFC').toLowerCase().replace(JOURS, '$1 $2 ');
  const morceaux = [...lu.matchAll(/(?:(?<![\d])(\d{1,2})(?:er)?\s+)?(\p{L}{3,}\.?)|(?<!\d)(20\d\d)(?!\d)/gu)];
  const dates: { readonly annee: number; readonly mois: number | null; readonly jour: number | null }[] = [];
  let attente: { readonly mois: number; readonly jour: number | null }[] = [];
  for (const [, jour, mot, annee] of morceaux) {
    if (annee !== undefined) {
      if (attente.length === 0) dates.push({ annee: Number(annee), mois: null, jour: null });
      // « de novembre à février 2025 » : novembre est de l'année d'avant.
      let an = Number(annee);
      for (const [i, m] of [...attente].reverse().entries()) {
        if (i > 0 && m.mois > (attente[attente.length - i]?.mois ?? 12)) an -= 1;
        dates.push({ annee: an, ...m });
      }
      attente = [];
      continue;
    }
    const mois = NOMS.indexOf(enIdentifiant(mot ?? '')) + 1;
    if (mois > 0) attente.push({ mois, jour: jour === undefined ? null : Number(jour) });
  }
  const debuts = dates.map((d) => `${String(d.annee)}-${two(d.mois ?? 1)}-${two(d.jour ?? 1)}`).sort();
  const fins = dates.map((d) => `${String(d.annee)}-${two(d.mois ?? 12)}-${two(d.jour ?? joursDuMois(d.annee, d.mois ?? 12))}`).sort();
  const [debut, fin] = [debuts[0], fins.at(-1)];
  return debut === undefined || fin === undefined ? null : { debut, fin };
}
