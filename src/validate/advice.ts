/** Ce qu'il faut écrire à la place : exemples du schéma, et corrections que l'on peut calculer. */
import type { ZodType } from 'zod';
import { MOTIF_DATE } from '../../schemas/commun.ts';
import { dateExiste, enIdentifiant } from '../base/francais.ts';
import type { Path } from '../base/span.ts';
import { metaOf, schemaAt } from './introspect.ts';

const MOIS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'];

/** « 31/12/2027 », « 1er mars 2027 », « 2027-3-1 » → `2027-12-31` ; null si ce n'est pas une date du calendrier. */
export function dateCorrigee(texte: string): string | null {
  const francaise = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(texte);
  const ordonnee = /^(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})(?:T.*)?$/.exec(texte);
  const lettres = /^(?:le )?(\d{1,2})(?:er)? (\p{L}+) (\d{4})$/iu.exec(texte.replace(/\s+/g, ' ').trim());
  const mois = lettres === null ? 0 : MOIS.indexOf(enIdentifiant(lettres[2] as string)) + 1;
  const [annee, m, jour] = francaise !== null ? [francaise[3], francaise[2], francaise[1]] : ordonnee !== null ? ordonnee.slice(1) : lettres !== null ? [lettres[3], String(mois), lettres[1]] : [];
  const iso = `${annee ?? ''}-${(m ?? '').padStart(2, '0')}-${(jour ?? '').padStart(2, '0')}`;
  return dateExiste(iso) ? iso : null;
}

/** « Écrivez : … », avec une écriture voisine qui suit le motif : date remise en ordre, espaces retirées, identifiant sans accent. */
export function correction(valeur: string, motif: string): string | null {
  const trouve = valeurCorrigee(valeur, motif);
  return trouve === null ? null : `Écrivez : ${/^\d+$/.test(trouve) ? `"${trouve}"` : trouve}`;
}

/** La valeur que suit le motif, si l'écriture seule est en cause ; null sinon. */
export function valeurCorrigee(valeur: string, motif: string): string | null {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(motif) ?? [];
  const pattern = new RegExp(source, flags);
  const candidats = [dateCorrigee(valeur), valeur.replace(/\s/g, ''), enIdentifiant(valeur)];
  const trouve = candidats.find((c) => c !== null && c !== valeur && pattern.test(c));
  return trouve ?? null;
}

/** « 1 234,5 € » → « 1234.5 » ; null si ce n'est pas un nombre. */
export function nombreCorrige(valeur: string): string | null {
  const candidat = valeur.replace(/[\s\u00A0\u202F€%]/g, '').replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(candidat) ? candidat : null;
}

/** Exemple en une ligne, s'il tient en une ligne ; celui de la liste pour un élément de liste. */
export function exemple(schema: ZodType, path: Path): string | null {
  const given = metaOf(schemaAt(schema, path)).example;
  const name = path.at(-1);
  if (given === undefined) return typeof name === 'number' ? exemple(schema, path.slice(0, -1)) : null;
  if (typeof given === 'object' && !Array.isArray(given)) return null;
  const shown = Array.isArray(given) ? `[${given.map(String).join(', ')}]` : typeof given === 'string' && /^\d|: /.test(given) && !MOTIF_DATE.test(given) ? `"${given}"` : String(given);
  return typeof name === 'string' ? `${name}: ${shown}` : shown;
}

/** Ce qu'on attend, d'après le schéma : sa description si elle en donne une, sinon son titre. */
export function attendue(schema: ZodType | null): string {
  const { title, description } = metaOf(schema);
  return minuscule(description || title || 'une autre écriture').replace(/\.$/, '');
}

/** Première lettre en minuscule, sauf d'un sigle : « SIREN » reste « SIREN ». */
export const minuscule = (phrase: string): string => (/^.\p{Lu}/u.test(phrase) ? phrase : `${phrase.charAt(0).toLowerCase()}${phrase.slice(1)}`);

/** La valeur entre guillemets droits, telle qu'elle est écrite. */
export const entreGuillemets = (brut: string): string => `"${brut.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
