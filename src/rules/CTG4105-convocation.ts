import { combien, dateEnLettres } from '../base/francais.ts';
import type { Signataire } from '../resolve/projet.ts';
import { estGroupement } from './aide/collectivites.ts';
import { plusJours } from './aide/periode.ts';
import type { Reglages } from './reglages.ts';
import { always, type Rule } from './rule.ts';

/** Un groupement suit les règles des grandes communes. Sans population connue, le délai le plus court : mieux vaut se taire à tort. */
function joursFrancs(s: Signataire, seuil: Reglages['seuil']): number {
  if (estGroupement(s)) return seuil('jours_francs_grande_commune');
  const { commune } = s;
  const habitants = commune?.population ?? commune?.officielle?.population ?? 0;
  return seuil(habitants >= seuil('grande_commune') ? 'jours_francs_grande_commune' : 'jours_francs');
}

export const convocation: Rule = {
  code: 'CTG4105',
  slug: 'convocation',
  title: 'Délai de convocation',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ signataires }, { seuil }) {
    for (const s of signataires) {
      const { convocation: envoi, date } = s.value.deliberation ?? {};
      if ((s.commune === null && !estGroupement(s)) || envoi === undefined || date === undefined || envoi >= date) continue;
      const jours = joursFrancs(s, seuil);
      const premierJour = plusJours(envoi, jours + 1);
      if (date >= premierJour) continue;
      yield {
        message: `Le conseil convoqué le ${dateEnLettres(envoi)} ne pouvait se tenir avant le ${dateEnLettres(premierJour)} : il faut ${combien(jours, 'jour franc', 'jours francs')}, hors jour d’envoi et jour de séance. Un délai trop court rend le vote attaquable.`,
        hint: `Vérifiez les deux dates. En urgence, le délai peut être abrégé jusqu’à ${combien(seuil('jours_francs_urgence'), 'jour franc', 'jours francs')}, si le conseil s’est prononcé sur l’urgence.`,
        span: s.at(['deliberation', 'convocation']),
      };
    }
  },
};
