import { nombre } from '../base/francais.ts';
import { estCollectivite } from './aide/collectivites.ts';
import { always, type Rule } from './rule.ts';

export const quorum: Rule = {
  code: 'CTG4156',
  slug: 'quorum',
  title: 'Quorum',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ signataires }, { seuil }) {
    const part = seuil('part_du_quorum') / 100;
    for (const s of signataires) {
      const { en_exercice: exercice, presents } = s.value.deliberation ?? {};
      if (!estCollectivite(s) || exercice === undefined || presents === undefined || presents > exercice * part) continue;
      yield {
        message: `${nombre(presents)} présents sur ${nombre(exercice)} membres en exercice : la majorité n’y est pas, et les pouvoirs ne comptent pas pour le quorum. Sans quorum, le conseil ne peut pas délibérer.`,
        hint: 'Vérifiez les deux nombres. Si le conseil s’est réuni sur une seconde convocation, le quorum n’était plus exigé : gardez-en la preuve.',
        span: s.at(['deliberation', 'presents']),
      };
    }
  },
};
