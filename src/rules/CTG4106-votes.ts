import type { Deliberation } from '../../schemas/signataire.ts';
import { nombre } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

type Champ = 'presents' | 'pouvoirs' | 'votants' | 'pour' | 'contre';

export const votes: Rule = {
  code: 'CTG4106',
  slug: 'votes',
  title: 'Compte des votes',
  severity: always('erreur'),
  needsWhole: false,
  nonNegotiable: true,
  *check({ signataires }) {
    for (const s of signataires) {
      if (s.value.deliberation === undefined) continue;
      for (const [champ, raison] of incoherences(s.value.deliberation)) {
        yield {
          message: `${raison} Un vote mal compté ne prouve pas que la signature a été autorisée.`,
          hint: 'Reprenez les nombres de l’extrait du registre des délibérations.',
          span: s.at(['deliberation', champ]),
        };
      }
    }
  },
};

/** Ce qui ne se peut pas, entre les seuls nombres donnés. */
function* incoherences(d: Deliberation): Iterable<readonly [Champ, string]> {
  const { en_exercice: exercice, presents, pouvoirs, votants, pour, contre, abstentions } = d;
  const retires = d.non_participants ?? 0;
  if (exercice !== undefined && presents !== undefined && presents + (pouvoirs ?? 0) > exercice) {
    yield [pouvoirs === undefined ? 'presents' : 'pouvoirs', `${nombre(presents)} présents et ${nombre(pouvoirs ?? 0)} pouvoirs pour ${nombre(exercice)} membres en exercice.`];
  } else if (exercice !== undefined && votants !== undefined && votants > exercice) {
    yield ['votants', `${nombre(votants)} votants pour ${nombre(exercice)} membres en exercice.`];
  }
  if (presents !== undefined && pouvoirs !== undefined && votants !== undefined && votants !== presents + pouvoirs && votants !== presents + pouvoirs - retires) {
    yield ['votants', `${nombre(presents)} présents et ${nombre(pouvoirs)} pouvoirs font ${nombre(presents + pouvoirs)} votants, non ${nombre(votants)}.`];
  }
  if (votants !== undefined && pour !== undefined && contre !== undefined && abstentions !== undefined) {
    const voix = pour + contre + abstentions;
    if (voix !== votants && voix + retires !== votants) {
      yield ['pour', `${nombre(pour)} pour, ${nombre(contre)} contre et ${nombre(abstentions)} abstentions font ${nombre(voix)} voix, non ${nombre(votants)}.`];
    }
  } else if (votants !== undefined && pour !== undefined && pour > votants) yield ['pour', `${nombre(pour)} voix pour et ${nombre(votants)} votants.`];
  if (pour !== undefined && contre !== undefined && contre > pour) yield ['contre', `${nombre(contre)} voix contre et ${nombre(pour)} pour : la délibération serait rejetée.`];
}
