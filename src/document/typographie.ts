/** La typographie française, en une passe sur les textes de l'arbre : espaces insécables, guillemets, apostrophes, milliers. */
import { NBSP, NNBSP } from '../base/francais.ts';

const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L})'(?=[\p{L}«"])/gu, '’'],
  [/\.{3}/g, '…'],
  [/(^|[\s(\u00A0«])"([^"\n]+)"/g, `$1«${NBSP}$2${NBSP}»`],
  [/«[ \u00A0\u202F]*/g, `«${NBSP}`],
  [/[ \u00A0\u202F]*»/g, `${NBSP}»`],
  // Ponctuation haute : fine insécable avant ; ! ? — insécable avant les deux-points.
  [/ ([;!?]+)/g, `${NNBSP}$1`],
  [/(?<=[\p{L}\d)»%€])([;!?]+)(?=\s|$)/gu, `${NNBSP}$1`],
  [/ :(?=\s|$)/g, `${NBSP}:`],
  [/(?<=[\p{L}\d)»])(?<!\u00A0):(?=\s|$)/gu, `${NBSP}:`],
  // Nombres : milliers, unités, numéros.
  [/(?<=\d) (?=\d{3}(?!\d))/g, NNBSP],
  [/(?<=\d) (?=[%€])/g, NBSP],
  [/(?<=\bn°|\bN°|\bno) ?(?=\d)/g, NBSP],
  [/(?<=\b(?:M\.|Mme|MM\.|art\.|L\.|R\.|D\.|p\.)) (?=[\p{L}\d])/gu, NBSP],
  [/(?<=\b(?:articles?|annexes?|axes?|pages?|actions?|titres?|alinéas?|lois?|fiches?-actions?)) (?=\d)/gi, NBSP],
  [/(?<=\b(?:\d{1,2}|1er)) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)/g, NBSP],
];

/** Corrige un texte. Idempotente. */
export function typographier(text: string): string {
  let out = text;
  for (const [pattern, replacement] of RULES) out = out.replace(pattern, replacement);
  return out;
}
