import { capitale, dateEnLettres, enIdentifiant, guillemets } from '../base/francais.ts';
import type { Signataire } from '../resolve/projet.ts';
import { always, type Rule } from './rule.ts';

export const voteEtActe: Rule = {
  code: 'CTG4107',
  slug: 'vote-et-acte',
  title: 'Ce que le vote autorise',
  severity: always('erreur'),
  needsWhole: false,
  nonNegotiable: true,
  *check({ convention, signataires }) {
    for (const s of signataires) {
      const { periode, autorise } = s.value.deliberation ?? {};
      for (const borne of ['debut', 'fin'] as const) {
        const acte = convention?.value.periode[borne];
        if (periode === undefined || convention === null || acte === undefined || acte === 'signature' || periode[borne] === acte) continue;
        yield {
          message: `La délibération ${borne === 'debut' ? 'fait commencer' : 'arrête'} la convention le ${dateEnLettres(periode[borne])}, et l’acte le ${dateEnLettres(acte)}. Le représentant n’est autorisé à signer que ce qui a été voté.`,
          hint: 'Corrigez la période de convention.yaml ; ou faites voter la nouvelle période.',
          span: s.at(['deliberation', 'periode', borne]),
          related: [{ message: 'la période de l’acte', span: convention.at(['periode', borne]) }],
        };
      }
      const representants = s.value.representants ?? [];
      if (autorise === undefined || representants.length === 0 || representants.some((r) => r.habilitation !== undefined) || estRepresentee(s, autorise)) continue;
      yield {
        message: `${capitale(s.court)} a autorisé ${guillemets(autorise)} à signer ; l’acte est signé par ${representants.map((r) => `${r.prenom} ${r.nom}, ${r.qualite}`).join(' et ')}. Une signature que le vote n’a pas autorisée n’engage pas la collectivité.`,
        hint: 'Corrigez le signataire ; ou, s’il agit par délégation, ajoutez « habilitation: » à ce représentant.',
        span: s.at(['deliberation', 'autorise']),
        related: [{ message: 'le représentant de l’acte', span: s.at(['representants', 0]) }],
      };
    }
  },
};

/** La personne autorisée, par sa qualité ou son nom, est-elle l'un des représentants ? « le maire » vaut « maire ». */
function estRepresentee(s: Signataire, autorise: string): boolean {
  const voulu = enIdentifiant(autorise.replace(/^(le|la|les|l’|l'|monsieur|madame|m\.|mme)\s*/i, ''));
  return (s.value.representants ?? []).some((r) => [r.qualite, `${r.prenom} ${r.nom}`, r.nom].some((nom) => enIdentifiant(nom) === voulu));
}
