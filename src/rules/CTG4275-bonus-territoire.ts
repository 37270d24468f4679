import { catalogue } from './aide/equipements.ts';
import { citer } from './aide/mots.ts';
import { beforeCouncil, type Rule } from './rule.ts';

export const bonusTerritoire: Rule = {
  code: 'CTG4275',
  slug: 'bonus-territoire',
  title: 'Bonus territoire sans prestation de service',
  severity: beforeCouncil,
  needsWhole: false,
  *check({ equipements }, reglages) {
    const connus = catalogue(reglages);
    for (const e of equipements) {
      const { bonus_territoire, nom } = e.value;
      const bonus = (e.value.prestations ?? []).findIndex((p) => connus.prestation(p)?.noms.includes('bonus territoire') === true && /bonus/i.test(p));
      if ((bonus_territoire === undefined && bonus === -1) || connus.famille(e) !== 'accueil Paje') continue;
      yield {
        message: `${citer(nom)} est en Paje : ses places ne reçoivent pas la prestation de service unique, et le bonus territoire complète cette prestation. L’annexe promettrait une aide qui ne sera pas versée.`,
        hint: 'Retirez le bonus territoire ; ou corrigez le type et les prestations, si l’équipement est en PSU.',
        span: bonus_territoire === undefined ? e.at(['prestations', bonus]) : e.at(['bonus_territoire'], 'key'),
        related: [{ message: 'son type', span: e.at(['type']) }],
      };
    }
  },
};
