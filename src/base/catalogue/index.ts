/**
 * Le catalogue des codes, hors règles (celles-ci portent leur texte, `src/rules`). Un code est permanent : retiré, il
 * reste listé avec son successeur. Les centaines suivent les étapes du compilateur.
 */
import type { Definition, Diagnostic, Related } from '../diagnostic.ts';
import { espacesInsecables } from '../francais.ts';
import type { Span } from '../span.ts';
import { ARBRE } from './arbre.ts';
import { FORME } from './forme.ts';
import { GABARITS } from './gabarits.ts';
import { LECTURE } from './lecture.ts';
import { LIENS } from './liens.ts';
import { REGLAGES } from './reglages.ts';
import { RENDU } from './rendu.ts';
import { SYNTAXE } from './syntaxe.ts';

export const CATALOGUE = { ...LECTURE, ...SYNTAXE, ...FORME, ...LIENS, ...GABARITS, ...ARBRE, ...RENDU, ...REGLAGES } as const;

export type Code = keyof typeof CATALOGUE;
export type Params<C extends Code> = (typeof CATALOGUE)[C] extends Definition<infer P> ? P : never;

/** Fait un constat. Les paramètres du code sont dans son type : un oubli ne compile pas. */
export function diagnostic<C extends Code>(code: C, params: Params<C>, span: Span | null, related: readonly Related[] = []): Diagnostic {
  const definition = CATALOGUE[code] as unknown as Definition<Params<C>>;
  const hint = definition.hint?.(params);
  return {
    code,
    severity: definition.severity,
    title: definition.title,
    message: espacesInsecables(definition.message(params)),
    hint: hint == null ? null : espacesInsecables(hint),
    span,
    related,
  };
}
