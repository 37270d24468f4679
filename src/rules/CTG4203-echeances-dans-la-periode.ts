import { dateEnLettres } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import type { Projet } from '../resolve/projet.ts';
import { annee, annees, bornesSures } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';

interface Terme {
  readonly quoi: string;
  /** Année seule, ou date entière. */
  readonly quand: number | string;
  readonly span: Span;
}

export const echeancesDansLaPeriode: Rule = {
  code: 'CTG4203',
  slug: 'echeances-dans-la-periode',
  title: 'Échéance hors de la période',
  severity: always('erreur'),
  needsWhole: false,
  *check(projet) {
    const periode = bornesSures(projet);
    if (periode === null || projet.convention === null) return;
    const related = [{ message: 'la période de la convention', span: projet.convention.at(['periode', 'fin']) }];
    for (const { quoi, quand, span } of termes(projet)) {
      const dedans =
        typeof quand === 'number'
          ? quand <= annee(periode.fin) && (periode.debut === null || quand >= annee(periode.debut))
          : quand <= periode.fin && (periode.debut === null || quand >= periode.debut);
      if (dedans) continue;
      yield {
        message: `${quoi} est à l’échéance ${typeof quand === 'number' ? `de ${String(quand)}` : `du ${dateEnLettres(quand)}`}, hors de la convention (${annees(periode)}). Les parties s’engageraient pour un temps où l’acte ne les lie pas.`,
        hint: `Corrigez l’échéance ; ou la période dans convention.yaml, si c’est elle qui est fausse.`,
        span,
        related,
      };
    }
  },
};

function* termes({ plan, fiches, indicateurs, calendrier }: Projet): Iterable<Terme> {
  for (const { value, at } of plan.actions) for (const [i, quand] of (value.echeances ?? []).entries()) yield { quoi: 'L’action', quand, span: at(['echeances', i]) };
  for (const { value, at } of fiches) for (const [i, quand] of (value.echeances ?? []).entries()) yield { quoi: 'La fiche-action', quand, span: at(['echeances', i]) };
  for (const { value, at } of indicateurs) if (value.cible?.date !== undefined) yield { quoi: 'La cible de l’indicateur', quand: value.cible.date, span: at(['cible', 'date']) };
  for (const [i, etape] of (calendrier?.value ?? []).entries()) {
    if (calendrier !== null && etape.lot === 'suivi' && etape.date !== undefined) yield { quoi: 'L’étape de suivi', quand: etape.date, span: calendrier.at([i, 'date']) };
  }
}
