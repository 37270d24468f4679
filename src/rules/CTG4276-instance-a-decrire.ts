import { enumeration } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import type { Rule } from './rule.ts';

export const instanceADecrire: Rule = {
  code: 'CTG4276',
  slug: 'instance-a-decrire',
  title: 'Instance à décrire',
  severity: { projet: null, conseil: 'avertissement', signature: 'avertissement', bilan: 'avertissement' },
  needsWhole: false,
  *check({ convention, gouvernance, instances, modele, complet }, { liste }) {
    const clauses = liste('clauses_du_comite');
    // La clause de certains modèles institue elle-même le comité.
    const clause = (modele?.pieces ?? []).some((p) => p.clause !== null && clauses.includes(p.clause));
    if (instances.length === 0 && !clause && modele !== null && convention !== null && complet) {
      yield {
        message: 'Aucune instance de pilotage n’est décrite, et le modèle n’en institue pas. Personne ne serait chargé de suivre la convention ni d’en valider le bilan.',
        hint: 'Dans gouvernance.yaml, sous « instances: », décrivez au moins le comité de pilotage.',
        span: gouvernance === null ? convention.at(['modele']) : gouvernance.at([]),
      };
    }
    for (const { value, at } of instances) {
      const manque = [
        ...((value.composition ?? []).length === 0 && (value.copilotage ?? []).length === 0 ? ['sa composition'] : []),
        ...((value.missions ?? []).length === 0 ? ['ses missions'] : []),
      ];
      if (manque.length === 0) continue;
      yield {
        message: `${citer(value.nom)} : il manque ${enumeration(manque)}. On voterait une instance sans savoir ${manque.length > 1 ? 'qui y siège ni à quoi elle sert' : manque[0] === 'sa composition' ? 'qui y siège' : 'à quoi elle sert'}.`,
        hint: 'Complétez « composition: » (une qualité par ligne, et l’organisme) et « missions: ».',
        span: at([], 'key'),
      };
    }
  },
};
