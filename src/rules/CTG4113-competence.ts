import { enumeration, guillemets } from '../base/francais.ts';
import type { Action, Projet, Signataire } from '../resolve/projet.ts';
import { estCollectivite } from './aide/collectivites.ts';
import { citer } from './aide/mots.ts';
import { etendue } from './aide/thematiques.ts';
import { always, type Rule } from './rule.ts';

export const competence: Rule = {
  code: 'CTG4113',
  slug: 'competence',
  title: 'Compétence du pilote',
  severity: always('avertissement'),
  needsWhole: true,
  *check(projet) {
    const { territoire, thematiques } = projet;
    for (const action of projet.plan.actions) {
      const exercee = titulaires(projet, action);
      const pilotes = collectivitesPilotes(projet, action);
      if (territoire === null || exercee === null || pilotes.length === 0 || pilotes.some((s) => exercee.has(s.id))) continue;
      const nom = thematiques.get(action.thematique ?? '')?.titre ?? '';
      yield {
        message: `L’action ${citer(action.value.titre)} est pilotée par ${enumeration(pilotes.map((s) => s.court))} ; d’après territoire.yaml, ${guillemets(nom)} est exercée par d’autres. Une collectivité ne s’engage que dans ses compétences.`,
        hint: 'Vérifiez le pilote de l’action ; ou, si la compétence est partagée, complétez « competences: » dans territoire.yaml.',
        span: action.at([], 'key'),
        related: [{ message: 'les compétences déclarées', span: territoire.at(['competences'], 'key') }],
      };
    }
  },
};

/** Signataires et acteurs qui exercent la compétence de l'action ; null si rien n'est déclaré pour sa thématique. */
function titulaires(projet: Projet, { thematique }: Action): ReadonlySet<string> | null {
  if (thematique === null) return null;
  const voulues = new Set(etendue(projet, thematique));
  const concernees = (projet.territoire?.value.competences ?? []).filter((c) => c.thematiques.some((t) => voulues.has(t) || etendue(projet, t).includes(thematique)));
  return concernees.length === 0 ? null : new Set(concernees.flatMap((c) => c.exercee_par.flatMap((id) => [id, ...(projet.acteurs.get(id)?.membres ?? [])])));
}

/** Collectivités signataires que désignent les pilotes : la Caf, les services et les associations n'ont pas de compétence à exercer. */
function collectivitesPilotes(projet: Projet, action: Action): readonly Signataire[] {
  const ids = new Set(action.pilotes.flatMap((id) => projet.acteurs.get(id)?.membres ?? []));
  return projet.signataires.filter((s) => ids.has(s.id) && estCollectivite(s));
}
