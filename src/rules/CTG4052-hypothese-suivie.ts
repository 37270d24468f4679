import { guillemets } from '../base/francais.ts';
import { bornesSures } from './aide/periode.ts';
import { beforeCouncil, type Rule } from './rule.ts';

export const hypotheseSuivie: Rule = {
  code: 'CTG4052',
  slug: 'hypothese-suivie',
  title: 'Hypothèse et contenu en désaccord',
  severity: beforeCouncil,
  needsWhole: true,
  *check(projet) {
    const { convention, modele, calendrier, plan } = projet;
    if (convention === null || modele === null) return;
    const { hypothese, diagnostic_attendu_le: attendu } = convention.value;
    const span = convention.at(['hypothese']);
    if (hypothese === undefined) return;
    if (modele.value.hypotheses !== true) {
      yield { message: `Le modèle ${guillemets(modele.id)} n’a pas d’hypothèses : ce champ n’y change rien.`, hint: 'Retirez la ligne « hypothese: ».', span };
      return;
    }
    if (hypothese === 2) {
      if (plan.actions.length > 0) return;
      yield {
        message: 'L’hypothèse 2 dit que le plan d’actions est arrêté, et le dossier plan/ n’a aucune action. L’annexe du plan serait vide.',
        hint: 'Écrivez le plan dans le dossier plan/, ou choisissez l’hypothèse 1 s’il doit venir par avenant.',
        span,
      };
      return;
    }
    if (!(calendrier?.value ?? []).some((etape) => etape.lot === 'diagnostic')) {
      yield {
        message: 'L’hypothèse 1 annonce un diagnostic à venir, et calendrier.yaml n’en donne aucune étape. L’annexe du diagnostic n’aurait pas de calendrier.',
        hint: 'Ajoutez à calendrier.yaml les étapes à venir, chacune avec « lot: diagnostic ».',
        span,
      };
    }
    const periode = bornesSures(projet);
    if (attendu === undefined) {
      yield {
        message: 'L’hypothèse 1 demande une date avant laquelle le diagnostic et le plan d’actions seront arrêtés. Sans elle, l’engagement n’a pas de terme.',
        hint: 'Ajoutez « diagnostic_attendu_le: » et une date, AAAA-MM-JJ.',
        span,
      };
    } else if (periode !== null && (attendu > periode.fin || (periode.debut !== null && attendu < periode.debut))) {
      yield {
        message: 'Le diagnostic est attendu hors de la période de la convention. Le plan ne pourrait pas y entrer par avenant.',
        hint: 'Corrigez la date attendue, ou la période.',
        span: convention.at(['diagnostic_attendu_le']),
        related: [{ message: 'la période de la convention', span: convention.at(['periode', 'fin']) }],
      };
    }
  },
};
