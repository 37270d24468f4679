import { combien, enumeration, guillemets } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

/** « 8.2 Aide sociale » : le code, puis l'intitulé. */
const codeDe = (matiere: string): string => matiere.split(/\s/, 1)[0] ?? '';

export const matiere: Rule = {
  code: 'CTG4109',
  slug: 'matiere',
  title: 'Code matière de la délibération',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ signataires }, { liste }) {
    const connues = liste('matieres');
    for (const s of signataires) {
      const code = s.value.deliberation?.matiere;
      if (code === undefined || connues.some((m) => codeDe(m) === code)) continue;
      const voisines = connues.map(codeDe).filter((c) => c.split('.')[0] === code.split('.')[0]);
      yield {
        message: `La matière ${guillemets(code)} n’est pas dans la nomenclature des actes transmis au contrôle de légalité${voisines.length === 0 ? '' : ` : elle en compte ${combien(voisines.length, 'autre', 'autres')} du même chapitre, de ${voisines[0] ?? ''} à ${voisines.at(-1) ?? ''}`}. L’acte serait mal classé, ou refusé par la plateforme.`,
        hint: `Une convention territoriale globale relève le plus souvent de ${enumeration(liste('habituelles').map(guillemets), 'ou')}. Le service des assemblées a la liste ; une matière que la préfecture a ajoutée se déclare dans ctg.yaml (« ctg explain CTG4109 »).`,
        span: s.at(['deliberation', 'matiere']),
      };
    }
  },
};
