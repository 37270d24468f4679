import { nombre } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

export const nombreDeReunions: Rule = {
  code: 'CTG4266',
  slug: 'nombre-de-reunions',
  title: 'Nombre de réunions impossible',
  severity: always('erreur'),
  needsWhole: false,
  *check({ instances }) {
    for (const { value, at } of instances) {
      const { min, max } = value.reunions_par_an ?? {};
      if (min === undefined || max === undefined || min <= max) continue;
      yield {
        message: `${value.nom} se réunirait au moins ${nombre(min)} fois et au plus ${nombre(max)} fois par an : l’acte se contredirait.`,
        hint: 'Échangez les deux nombres, ou corrigez celui qui est faux.',
        span: at(['reunions_par_an', 'min']),
        related: [{ message: 'le plus grand nombre', span: at(['reunions_par_an', 'max']) }],
      };
    }
  },
};
