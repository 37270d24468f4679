import { dateEnLettres } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { bornesSures } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';

export const calendrierDeLaDemarche: Rule = {
  code: 'CTG4253',
  slug: 'calendrier',
  title: 'Étape de la démarche trop tardive',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const { calendrier, convention, signataires } = projet;
    const periode = bornesSures(projet);
    if (calendrier === null || convention === null || periode === null) return;
    // Tant qu'une collectivité n'a pas voté, la démarche continue.
    const votes = signataires.filter((s) => s.value.categorie !== 'groupe' && s.value.categorie !== 'caf').map((s) => s.value.deliberation?.date);
    const vote = votes.length > 0 && votes.every((v) => v !== undefined) ? ([...votes].sort().at(-1) ?? null) : null;
    const attendu = convention.value.diagnostic_attendu_le ?? periode.fin;
    for (const [i, { etape, date, lot }] of calendrier.value.entries()) {
      if (date === undefined || lot === 'suivi') continue;
      const limite = lot === 'diagnostic' ? attendu : (vote ?? periode.fin);
      if (date <= limite) continue;
      const quoi = lot === 'diagnostic' ? 'le diagnostic est attendu' : vote === null ? 'la convention prend fin' : 'le dernier vote a lieu';
      yield {
        message: `${citer(etape)} est datée du ${dateEnLettres(date)}, et ${quoi} le ${dateEnLettres(limite)}. L’annexe raconterait une démarche postérieure à ce qu’elle prépare.`,
        hint: 'Corrigez la date, ou rangez l’étape avec celles qui suivent la convention : « lot: suivi ».',
        span: calendrier.at([i, 'date']),
      };
    }
  },
};
