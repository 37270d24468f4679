import { guillemets, nombre } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { SENS, TAUX } from './formes/taux.ts';
import { always, type Rule } from './rule.ts';

export const sensDeLaTendance: Rule = {
  code: 'CTG4269',
  slug: 'sens-de-la-tendance',
  title: 'Tendance contraire au chiffre',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ chiffres }) {
    for (const { value, at } of chiffres.values()) {
      const sens = value.tendance?.sens;
      if (sens !== 'hausse' && sens !== 'baisse') continue;
      const contraire = sens === 'hausse' ? 'baisse' : 'hausse';
      const raison = SENS[contraire].test(value.libelle)
        ? `le libellé dit ${guillemets(contraire)}`
        : signe(value) === contraire
          ? `l’évolution vaut ${nombre(value.valeur ?? 0)}`
          : null;
      if (raison === null) continue;
      yield {
        message: `${citer(value.libelle)} : ${raison}, et la tendance est ${guillemets(sens)}. Le tableau du diagnostic dirait une chose et son contraire.`,
        hint: `Corrigez « sens: ${contraire} », ou le libellé et le signe de la valeur.`,
        span: at(['tendance', 'sens']),
        related: [{ message: 'le chiffre', span: at(['valeur']) }],
      };
    }
  },
};

/** Sens que donne le signe d'une évolution ; null pour une quantité, dont le signe ne dit rien. */
function signe({ libelle, valeur }: { readonly libelle: string; readonly valeur: number | null }): 'hausse' | 'baisse' | null {
  if (valeur === null || valeur === 0 || !TAUX.variation.test(libelle)) return null;
  return valeur > 0 ? 'hausse' : 'baisse';
}
