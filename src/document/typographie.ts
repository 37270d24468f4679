/** La typographie française, en une passe sur les textes de l'arbre : espaces insécables, guillemets, apostrophes, milliers. */
import { NBSP, NNBSP } from '../base/francais.ts';
import { parTexte } from '../base/memoire.ts';

const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L})'(?=[\p{L}\d«“"])/gu, '’'],
  [/\.{3}/g, '…'],
  [/(^|[\s(\u00A0«])"([^"\n]+)"/g, `$1«${NBSP}$2${NBSP}»`],
  [/“([^“”\n]+)”/g, `«${NBSP}$1${NBSP}»`],
  [/«[ \u00A0\u202F]*/g, `«${NBSP}`],
  [/[ \u00A0\u202F]*»/g, `${NBSP}»`],
  // Ponctuation haute : fine insécable avant ; ! ? — insécable avant les deux-points.
  [/ ([;!?]+)/g, `${NNBSP}$1`],
  [/(?<=[\p{L}\d)»%€])([;!?]+)(?=\s|$)/gu, `${NNBSP}$1`],
  [/ :(?=\s|$)/g, `${NBSP}:`],
  [/(?<=[\p{L}\d)»])(?<!\u00A0):(?=\s|$)/gu, `${NBSP}:`],
  // Nombres : milliers, unités, numéros.
  [/(?<=\d) (?=\d{3}(?!\d))/g, NNBSP],
  [/(?<=\d) (?=[%€]|(?:h|ans?|mois|km|ETP|euros?|millions?|milliards?)(?![\p{L}\d]))/gu, NBSP],
  [/(?<=\bn°|\bN°|\bno) ?(?=\d)/g, NBSP],
  [/(?<=\b(?:M\.|Mme|MM\.|art\.|L\.|R\.|D\.|p\.)) (?=[\p{L}\d])/gu, NBSP],
  [/(?<=\b(?:articles?|annexes?|axes?|pages?|actions?|titres?|alinéas?|lois?|fiches?-actions?)) (?=\d)/gi, NBSP],
  [/(?<=\b(?:\d{1,2}|1er)) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)/g, NBSP],
];

/** Une adresse garde ses signes. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s"«»“”<>()]+|[^\s"«»“”<>()]+@[^\s"«»“”<>()]+\.[^\s"«»“”<>()]+/g;
/** Tient la place d'une adresse ; un texte qui porte déjà ce signe n'a pas les siennes mises de côté. */
const HELD = '\uE000';

/** Corrige un texte, sauf ses adresses. Idempotente : l'apostrophe, les guillemets, les espaces et les points de suspension, rien d'autre. */
export const typographier = parTexte((text): string => {
  const held: string[] = [];
  const masked = /@|:\/\/|www\./.test(text) && !text.includes(HELD);
  let out = masked ? text.replace(ADDRESS, (address) => `${HELD}${String(held.push(address) - 1)}${HELD}`) : text;
  for (const [pattern, replacement] of RULES) out = out.replace(pattern, replacement);
  return masked ? out.replace(/\uE000(\d+)\uE000/g, (_, rank: string) => held[Number(rank)] as string) : out;
});
