import { nombre } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { TAUX } from './formes/taux.ts';
import { always, type Rule } from './rule.ts';

export const tauxEtParts: Rule = {
  code: 'CTG4259',
  slug: 'taux-et-parts',
  title: 'Unité d’un taux ou d’une part',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ chiffres }, { seuil }) {
    const maximum = seuil('pourcentage_maximum');
    for (const { value, at } of chiffres.values()) {
      if (value.unite !== '%') continue;
      if (TAUX.couverture.test(value.libelle) && TAUX.accueil.test(`${value.libelle} ${value.thematique ?? ''}`)) {
        yield {
          message: `${citer(value.libelle)} est donné en %. Ce taux compte des places pour 100 enfants et peut dépasser 100 ; en %, on croirait lire la part des enfants accueillis.`,
          hint: 'Écrivez « unite: places pour 100 enfants ».',
          span: at(['unite']),
        };
        continue;
      }
      if (TAUX.evolution.test(value.libelle)) continue;
      const part = TAUX.part.test(value.libelle);
      const valeurs = [{ n: value.valeur, span: at(['valeur']) }, ...(value.comparaisons ?? []).map((c, i) => ({ n: c.valeur, span: at(['comparaisons', i, 'valeur']) }))];
      for (const { n, span } of valeurs) {
        if (n === null || (n >= 0 && n <= (part ? 100 : maximum))) continue;
        yield {
          message: `${citer(value.libelle)} vaut ${nombre(n)} % : ${part ? 'une part va de 0 à 100 %' : 'ce n’est pas un pourcentage vraisemblable, l’unité ou la valeur est sans doute fausse'}.`,
          hint: 'Vérifiez la valeur et l’unité à la source. Une évolution se dit dans le libellé : « Évolution de… ».',
          span,
        };
      }
    }
  },
};
