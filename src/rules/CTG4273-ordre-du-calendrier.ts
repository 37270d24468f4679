import { dateEnLettres, guillemets } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { intervalle } from './aide/quand.ts';
import { always, type Rule } from './rule.ts';

export const ordreDuCalendrier: Rule = {
  code: 'CTG4273',
  slug: 'ordre-du-calendrier',
  title: 'Date et ordre des étapes du calendrier',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ calendrier }) {
    if (calendrier === null) return;
    /** Par lot, le plus tard des débuts déjà lus : une étape ne finit pas avant que la précédente ait commencé. */
    const avant = new Map<string, { readonly debut: string; readonly rang: number }>();
    for (const [rang, { quand, date, etape, lot = 'démarche' }] of calendrier.value.entries()) {
      const dit = intervalle(quand);
      if (date !== undefined && dit !== null && (date < dit.debut || date > dit.fin)) {
        yield {
          message: `${citer(etape)} se lit ${guillemets(quand)} dans le tableau, et sa date est le ${dateEnLettres(date)}. L’une des deux est fausse ; les contrôles se fient à la date, les lecteurs au tableau.`,
          hint: 'Accordez « quand: » et « date: ».',
          span: calendrier.at([rang, 'date']),
          related: [{ message: 'ce qui se lit', span: calendrier.at([rang, 'quand']) }],
        };
        continue;
      }
      const fin = date ?? dit?.fin;
      const debut = dit?.debut ?? date;
      if (fin === undefined || debut === undefined) continue;
      const precedente = avant.get(lot);
      if (precedente !== undefined && fin < precedente.debut) {
        yield {
          message: `${citer(etape)} (${quand}) vient après une étape qui commence le ${dateEnLettres(precedente.debut)}. Le tableau se lit de haut en bas : on croirait l’ordre des étapes, ou l’une des dates est fausse.`,
          hint: 'Rangez les étapes dans l’ordre des dates, ou corrigez la date.',
          span: calendrier.at([rang, 'quand']),
          related: [{ message: 'l’étape qui précède', span: calendrier.at([precedente.rang, 'quand']) }],
        };
        continue;
      }
      if (precedente === undefined || debut > precedente.debut) avant.set(lot, { debut, rang });
    }
  },
};
