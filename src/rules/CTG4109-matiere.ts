import { guillemets } from '../base/francais.ts';
import { MATIERE_HABITUELLE, MATIERES } from './donnees/matieres.ts';
import { always, type Rule } from './rule.ts';

export const matiere: Rule = {
  code: 'CTG4109',
  slug: 'matiere',
  title: 'Code matière de la délibération',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ signataires }, { liste }) {
    const ajoutees = liste('matieres');
    for (const s of signataires) {
      const code = s.value.deliberation?.matiere;
      if (code === undefined || ajoutees.includes(code)) continue;
      const [chapitre = '', rang = ''] = code.split('.');
      const found = MATIERES[chapitre];
      if (found !== undefined && !rang.startsWith('0') && Number(rang) <= found.sousMatieres) continue;
      yield {
        message: `La matière ${guillemets(code)} n’est pas dans la nomenclature des actes transmis au contrôle de légalité${found === undefined ? '' : ` : ${guillemets(found.nom)} va de ${chapitre}.1 à ${chapitre}.${String(found.sousMatieres)}`}. L’acte serait mal classé, ou refusé par la plateforme.`,
        hint: `Une convention territoriale globale relève le plus souvent de ${guillemets(MATIERE_HABITUELLE)} (aide sociale). Le service des assemblées a la liste.`,
        span: s.at(['deliberation', 'matiere']),
      };
    }
  },
};
