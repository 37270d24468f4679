import { enumeration } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import type { Chiffre, Projet } from '../resolve/projet.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

export const anneesComparees: Rule = {
  code: 'CTG4209',
  slug: 'annees-comparees',
  title: 'Chiffres d’années différentes',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    for (const c of projet.chiffres.values()) {
      const { annee, libelle } = c.value;
      const autres = (c.value.comparaisons ?? []).flatMap((x, i) => (annee === undefined || x.annee === undefined || x.annee === annee ? [] : [{ ...x, i }]));
      const [first] = autres;
      if (first !== undefined) {
        yield {
          message: `${citer(libelle)} (${String(annee)}) est comparé à une autre année : ${enumeration(autres.map((x) => `${x.zone} (${String(x.annee)})`))}. L’écart mêlerait le territoire et le temps.`,
          hint: 'Prenez la même année partout. Si la source ne la donne pas, retirez la comparaison.',
          span: c.at(['comparaisons', first.i, 'annee']),
        };
      }
      const calcul = termes(projet, c);
      const annees = [...new Set(calcul.map((t) => t.annee))].sort((a, b) => a - b);
      if (annees.length < 2) continue;
      yield {
        message: `${citer(libelle)} est calculé avec des chiffres d’années différentes : ${enumeration(annees.map(String))}. Le résultat n’est celui d’aucune.`,
        hint: 'Prenez des chiffres de la même année.',
        span: calcul[0]?.ou ?? null,
        related: calcul.map((t) => ({ message: `${t.libelle} : ${String(t.annee)}`, span: t.span })),
      };
    }
  },
};

interface Terme {
  readonly libelle: string;
  readonly annee: number;
  /** Où il est défini, et où il est appelé. */
  readonly span: Span;
  readonly ou: Span;
}

/** Les chiffres dont celui-ci est le rapport ou la somme, quand leur année est dite. */
function termes({ chiffres }: Projet, c: Chiffre): readonly Terme[] {
  const { numerateur, denominateur, somme_de } = c.value;
  const appels: readonly (readonly [string | undefined, readonly (string | number)[]])[] = [
    [numerateur, ['numerateur']],
    [denominateur, ['denominateur']],
    ...(somme_de ?? []).map((id, i): readonly [string, readonly (string | number)[]] => [id, ['somme_de', i]]),
  ];
  return appels.flatMap(([id, path]) => {
    const cible = chiffres.get(id ?? '');
    return cible?.value.annee === undefined ? [] : [{ libelle: citer(cible.value.libelle), annee: cible.value.annee, span: cible.at([], 'key'), ou: c.at(path) }];
  });
}
