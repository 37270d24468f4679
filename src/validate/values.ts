/** Ce qu'un schéma ne sait pas dire d'une valeur bien formée : dates qui n'existent pas, textes blancs, nombres trop grands. */
import { MOTIF_DATE } from '../../schemas/commun.ts';
import { extrait, indesirables } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { dateExiste, joursDuMois } from '../base/francais.ts';
import type { Path } from '../base/span.ts';
import type { YamlContent } from '../sources/types.ts';

/** Parcourt toutes les valeurs d'un fichier. */
export function checkValues(value: unknown, path: Path, content: YamlContent): Diagnostic[] {
  if (typeof value === 'string') return checkText(value, path, content);
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return [diagnostic('CTG2004', { detail: `${content.raw(path) ?? String(value)} est trop grand\u00A0: ctg ne le garderait pas exact.`, exemple: null }, content.at(path))];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => checkValues(item, [...path, i], content));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => [...checkKey(key, [...path, key], content), ...checkValues(item, [...path, key], content)]);
}

function checkText(value: string, path: Path, content: YamlContent): Diagnostic[] {
  const found = indesirables(value)[0];
  if (found !== undefined) return [diagnostic('CTG1013', { point: found.point, nom: found.nom, fois: 1 }, content.at(path))];
  if (value !== '' && value.trim() === '') return [diagnostic('CTG2001', { champ: String(path.at(-1) ?? ''), titre: '', exemple: null }, content.at(path))];
  if (!MOTIF_DATE.test(value) || dateExiste(value)) return [];
  const [annee = '', mois = '', jour = ''] = value.split('-');
  const last = Number(mois) >= 1 && Number(mois) <= 12 ? joursDuMois(Number(annee), Number(mois)) : 0;
  const conseil = last > 0 && Number(jour) > last ? `Ce mois finit le ${String(last)} : ${annee}-${mois}-${String(last)}.` : 'Écrivez l’année, le mois, puis le jour : 2024-01-31.';
  return [diagnostic('CTG2007', { date: value, conseil }, content.at(path))];
}

/** Une clé que le langage du programme se réserve serait perdue sans un mot. */
function checkKey(key: string, path: Path, content: YamlContent): Diagnostic[] {
  if (key !== '__proto__') return [];
  return [diagnostic('CTG2005', { valeur: extrait(key), attendu: 'un autre nom, celui-ci étant réservé à l’outil', exemple: null, conseil: 'Choisissez un autre nom.' }, content.at(path, 'key'))];
}
