import { dateEnLettres } from '../base/francais.ts';
import { bornesSures, lendemain } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';

export const termeInhabituel: Rule = {
  code: 'CTG4161',
  slug: 'terme-inhabituel',
  title: 'Terme en cours de mois',
  severity: always('information'),
  needsWhole: false,
  *check(projet) {
    const { convention } = projet;
    if (convention === null || bornesSures(projet) === null) return;
    const { debut, fin } = convention.value.periode;
    // Un nombre entier de mois : le lendemain du terme tombe le même jour que le début.
    if (lendemain(fin).slice(8) === (debut === 'signature' ? '01' : debut.slice(8))) return;
    yield {
      message:
        debut === 'signature'
          ? `La convention prend fin le ${dateEnLettres(fin)}, en cours de mois. Les prestations et leurs bilans se comptent par mois et par année.`
          : `Du ${dateEnLettres(debut)} au ${dateEnLettres(fin)}, la convention ne dure pas un nombre entier de mois. Un jour a sans doute été mal recopié.`,
      hint: 'Le plus souvent : du 1er janvier au 31 décembre. Si ces jours ont été choisis, il n’y a rien à changer.',
      span: convention.at(['periode', 'fin']),
    };
  },
};
