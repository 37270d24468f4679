import { citer } from './aide/mots.ts';
import { beforeCouncil, type Rule } from './rule.ts';

export const piloteEtEcheance: Rule = {
  code: 'CTG4202',
  slug: 'pilote-et-echeance',
  title: 'Action sans pilote ou sans échéance',
  severity: beforeCouncil,
  needsWhole: false,
  *check({ plan }) {
    for (const { value, pilotes, at } of plan.actions) {
      const manque = [...(pilotes.length === 0 ? ['pilote'] : []), ...((value.echeances ?? []).length === 0 ? ['échéance'] : [])];
      if (manque.length === 0 || value.avancement === 'abandonné') continue;
      yield {
        message: `L’action ${citer(value.titre)} n’a ${manque.length === 2 ? 'ni pilote, ni échéance' : `pas ${manque[0] === 'pilote' ? 'de pilote' : 'd’échéance'}`}. Personne ne saurait qui la conduit, ni pour quand, et l’évaluation annuelle n’aurait rien à suivre.`,
        hint: `Ajoutez ${manque.map((m) => (m === 'pilote' ? '« pilotes: » et l’identifiant d’un acteur' : '« echeances: » et une année entre crochets')).join(', puis ')}. Un pilote écrit à un niveau du plan vaut pour toutes ses actions.`,
        span: at([], 'key'),
      };
    }
  },
};
