import { nombre } from '../base/francais.ts';
import { citer, parmiNoms } from './aide/mots.ts';
import { MOYENNE, TAUX } from './formes/taux.ts';
import { always, type Rule } from './rule.ts';

export const nombreImpossible: Rule = {
  code: 'CTG4258',
  slug: 'nombre-impossible',
  title: 'Nombre impossible pour ce que l’on compte',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ chiffres }, { liste }) {
    const unites = liste('unites');
    for (const { value, at } of chiffres.values()) {
      const { libelle, unite } = value;
      if (unite === undefined || !parmiNoms(unite, unites) || TAUX.evolution.test(libelle)) continue;
      const valeurs = [{ n: value.valeur, span: at(['valeur']) }, ...(value.comparaisons ?? []).map((c, i) => ({ n: c.valeur, span: at(['comparaisons', i, 'valeur']) }))];
      for (const { n, span } of valeurs) {
        if (n === null) continue;
        if (n < 0) {
          yield {
            message: `${citer(libelle)} vaut ${nombre(n)} ${unite} : on n’en compte jamais moins de zéro.`,
            hint: 'Retirez le signe moins s’il est de trop. Une baisse se dit dans le libellé : « Évolution de… ».',
            span,
          };
        } else if (!Number.isInteger(n) && !MOYENNE.test(libelle)) {
          yield {
            message: `${citer(libelle)} vaut ${nombre(n)} ${unite} : cela se compte en nombres entiers. L’unité, ou la virgule, est sans doute fausse.`,
            hint: 'Vérifiez la valeur et l’unité à la source. Une moyenne se dit dans le libellé : « Nombre moyen de… ».',
            span,
          };
        }
      }
    }
  },
};
