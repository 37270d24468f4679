import { dateEnLettres, guillemets } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

/** « 99_DE-078-217800291-20241211-DEL24_081-D » : préfixe facultatif, département, SIREN, date, numéro, nature. */
const ACCUSE = /^(?:\d{2}_[A-Z]{2}-)?[\dAB]{2,3}-(\d{9})-(\d{4})(\d{2})(\d{2})-(.+)-[A-Z]{1,2}$/;

export const accuse: Rule = {
  code: 'CTG4108',
  slug: 'accuse',
  title: 'Accusé de réception et délibération',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ signataires }) {
    for (const s of signataires) {
      const { accuse: recu, date, numero } = s.value.deliberation ?? {};
      if (recu === undefined) continue;
      const span = s.at(['deliberation', 'accuse']);
      const [found, siren, annee = '', mois = '', jour = '', suite = ''] = ACCUSE.exec(recu) ?? [];
      if (found === undefined) {
        yield {
          message: `${guillemets(recu)} n’a pas la forme d’un accusé de réception (département, SIREN, date, numéro, nature). Il ne permettrait pas de retrouver l’acte transmis.`,
          hint: 'Recopiez l’identifiant porté sur l’accusé : 078-217800291-20241211-DEL24_081-DE, par exemple.',
          span,
        };
        continue;
      }
      const attendu = s.value.siren ?? s.commune?.officielle?.siren ?? undefined;
      if (attendu !== undefined && siren !== attendu) {
        yield { message: `L’accusé porte le SIREN ${siren ?? ''}, et celui de cette collectivité est ${attendu}. Ce serait l’accusé d’une autre.`, hint: 'Vérifiez l’accusé, puis le SIREN.', span };
      }
      if (numero !== undefined && !memeNumero(numero, suite)) {
        yield { message: `L’accusé porte le numéro ${guillemets(suite)}, et la délibération est la ${guillemets(numero)}. Ce serait l’accusé d’une autre délibération.`, hint: 'Vérifiez l’accusé, puis le numéro au registre.', span, related: [{ message: 'le numéro', span: s.at(['deliberation', 'numero']) }] };
      }
      const seance = `${annee}-${mois}-${jour}`;
      if (date !== undefined && seance !== date) {
        yield { message: `L’accusé est celui d’un acte du ${dateEnLettres(seance)}, et la séance est du ${dateEnLettres(date)}. Ce serait l’accusé d’une autre délibération.`, hint: 'Vérifiez l’accusé, puis la date de la séance.', span };
      }
    }
  },
};

/** « 24-081 » et « DEL24_081 » : les plateformes ajoutent des lettres et l'année, mais gardent le dernier nombre. */
function memeNumero(a: string, b: string): boolean {
  const [na, nb] = [a.match(/\d+/g), b.match(/\d+/g)];
  if (na === null || nb === null) return true;
  const dernier = (n: readonly string[]): string => (n.at(-1) ?? '').replace(/^0+(?=\d)/, '');
  return na.join('').endsWith(dernier(nb)) || nb.join('').endsWith(dernier(na));
}
