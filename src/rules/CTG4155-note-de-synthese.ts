import { nombre } from '../base/francais.ts';
import { collectivites, estGroupement } from './aide/collectivites.ts';
import { habitants } from './aide/petite-enfance.ts';
import { always, type Rule } from './rule.ts';

export const noteDeSynthese: Rule = {
  code: 'CTG4155',
  slug: 'note-de-synthese',
  title: 'Note de synthèse',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet, { seuil }) {
    const grande = seuil('grande_commune');
    for (const s of collectivites(projet)) {
      const joints: readonly string[] | undefined = s.value.deliberation?.joints;
      if (joints === undefined || joints.includes('note de synthèse')) continue;
      const commune = s.commune !== null && habitants(s.commune) >= grande;
      if (!commune && !estGroupement(s)) continue;
      yield {
        message: `Aucune note de synthèse n’est dite jointe à la convocation (${s.court}). Elle est due ${commune ? `dans une commune de ${nombre(grande)} habitants ou plus` : 'dans une intercommunalité'}, et son absence peut faire annuler le vote.`,
        hint: 'Joignez-la à la convocation ; si elle l’a été, ajoutez « note de synthèse » à « joints: ».',
        span: s.at(['deliberation', 'joints']),
      };
    }
  },
};
