import { enumeration } from '../base/francais.ts';
import { collectivites } from './aide/collectivites.ts';
import { always, type Rule } from './rule.ts';

export const documentsJoints: Rule = {
  code: 'CTG4157',
  slug: 'documents-joints',
  title: 'Documents joints à la délibération',
  severity: always('erreur'),
  needsWhole: false,
  nonNegotiable: true,
  *check(projet) {
    const attendus = ['projet de convention', ...(projet.convention?.value.hypothese === 1 ? [] : ['plan d’actions'])] as const;
    for (const s of collectivites(projet)) {
      const joints: readonly string[] | undefined = s.value.deliberation?.joints;
      if (joints === undefined) continue;
      const manque = attendus.filter((a) => !joints.includes(a));
      if (manque.length === 0) continue;
      yield {
        message: `Sans ${enumeration(manque.map((m) => `le ${m}`), 'ni')} joint à la délibération (${s.court}), on ne sait pas ce que l’assemblée a voté, ni donc ce que son représentant est autorisé à signer.`,
        hint: `Joignez ${enumeration(manque.map((m) => `le ${m}`))}, puis complétez « joints: ».`,
        span: s.at(['deliberation', 'joints']),
      };
    }
  },
};
