import { guillemets } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

export const clauseVerrouillee: Rule = {
  code: 'CTG4056',
  slug: 'clause-verrouillee',
  title: 'Clause du modèle remplacée sans motif',
  severity: always('erreur'),
  needsWhole: false,
  *check({ modele }) {
    for (const { id, modele: prevue, texte } of modele?.pieces ?? []) {
      if (prevue?.verrouille !== true || texte?.value.remplace !== true) continue;
      if ('motif' in texte.value && texte.value.motif !== undefined) continue;
      yield {
        message: `Ce texte remplace la clause ${guillemets(id)}, que le modèle verrouille, et ne dit pas pourquoi. La Caf pourrait refuser l’acte.`,
        hint: 'Ajoutez « motif: » et la raison, vue avec la Caf ; ou retirez « remplace: true » pour compléter la clause sans la remplacer.',
        span: texte.at(['remplace']),
      };
    }
  },
};
