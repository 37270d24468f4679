import type { TexteAuteur } from '../../resolve/projet.ts';
import { FORMES } from '../formes/residus.ts';
import { choix } from './mots.ts';

export interface Passage {
  readonly start: number;
  readonly end: number;
}

const SUSPENSION = /\.{3,}|…[.…]*/gu;

const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Où une expression est un reste : partout, en tête de phrase, ou seulement si rien ne la suit (« Budget : à définir »). */
const PLACES = ['partout', 'enTete', 'sansSuite'] as const;
type Place = (typeof PLACES)[number];
export type Expressions = Readonly<Record<Place, readonly string[]>> & {
  /** Mots qu'un nom ou un nombre doit suivre. */
  readonly enAttente: readonly string[];
  /** Verbes qui font de « à définir » une phrase voulue. */
  readonly verbes: readonly string[];
};

/** De quoi trouver les restes de modèle d'un texte : sans chevauchement, dans l'ordre. */
export function chercheurDeResidus(listes: Expressions): (auteur: Pick<TexteAuteur, 'texte' | 'seul'>) => readonly Passage[] {
  const wanted = PLACES.flatMap((place) => listes[place].filter((texte) => texte.trim() !== '').map((texte) => ({ texte, place })));
  // La plupart des textes n'ont rien de suspect : on ne les lit qu'une fois.
  const indice = new RegExp(`x{2}|20\\d?x|…|\\.\\.|__|\\{\\{|\\[|${wanted.map((e) => escaped(e.texte)).join('|')}`, 'i');
  const mots: Mots = { enAttente: listes.enAttente, voulu: new RegExp(`(?<!\\p{L})(?:${choix(listes.verbes)})(?:\\s+encore)?$`, 'iu') };
  return (auteur) => (indice.test(auteur.texte) ? passages(auteur, wanted, mots) : []);
}

interface Mots {
  readonly enAttente: readonly string[];
  readonly voulu: RegExp;
}

interface Expression {
  readonly texte: string;
  readonly place: Place;
}

function passages(auteur: Pick<TexteAuteur, 'texte' | 'seul'>, wanted: readonly Expression[], mots: Mots): readonly Passage[] {
  const { texte } = auteur;
  const found: Passage[] = [];
  for (const expression of wanted) found.push(...expressions(texte, expression, mots));
  for (const forme of FORMES) for (const match of texte.matchAll(forme)) found.push({ start: match.index, end: match.index + match[0].length });
  for (const match of texte.matchAll(SUSPENSION)) {
    const passage = { start: match.index, end: match.index + match[0].length };
    if (isBlank(auteur, passage, mots)) found.push(passage);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((p, i) => !found.slice(0, i).some((q) => p.start < q.end));
}

function* expressions(texte: string, { texte: wanted, place }: Expression, mots: Mots): Iterable<Passage> {
  const capital = wanted.charAt(0).toUpperCase() + wanted.slice(1);
  for (const form of new Set([wanted, capital])) {
    for (let start = texte.indexOf(form); start !== -1; start = texte.indexOf(form, start + 1)) {
      const end = start + form.length;
      if (/\p{L}/u.test(texte.charAt(start - 1)) || /\p{L}/u.test(texte.charAt(end))) continue;
      const before = texte.slice(0, start);
      if (place === 'enTete' && !/(?:^|[.!?:(]\s*)$/u.test(before)) continue;
      if (place === 'sansSuite' && !unfinished(before.trimEnd(), texte.slice(end), mots)) continue;
      yield { start, end };
    }
  }
}

/** Rien ne suit, et aucun verbe n'en fait une phrase : « Pilote à définir », « Montant : à préciser ». */
function unfinished(before: string, after: string, { voulu }: Mots): boolean {
  if (/[([:=–—]$/u.test(before)) return true;
  return /^(?:$|\s*[.;)\]])/u.test(after) && !voulu.test(before);
}

/** Points de suspension mis pour un mot qui manque. Ceux qui prolongent une énumération ou coupent une citation n'en sont pas. */
function isBlank({ texte, seul }: Pick<TexteAuteur, 'texte' | 'seul'>, { start, end }: Passage, { enAttente }: Mots): boolean {
  const before = texte.slice(0, start);
  const after = texte.slice(end);
  if (/[([]\s*$/u.test(before) && /^\s*[)\]]/u.test(after)) return false;
  if (/(?<!\p{L})etc\.?\s*$/iu.test(before)) return false;
  if (before.trim() === '') return seul;
  const mot = /(?:n°|M\.|\p{L}+[’']?)\s*$/u.exec(before)?.[0].trim().toLowerCase().replace("'", '’');
  if (mot !== undefined && enAttente.includes(mot)) return true;
  // « (CHS, CMP ...) » : mal espacé, mais une énumération.
  if (/[\p{L}»]\s*$/u.test(before) && /^\s*\)/u.test(after)) return false;
  if (end - start > 3) return true;
  if (!/\s$/u.test(before)) return false;
  return !(before.slice(before.search(/[^.;:!?(]*$/u)).includes(',') && /^\s*(?:[.;»]|$)|^\s*\n/u.test(after));
}
