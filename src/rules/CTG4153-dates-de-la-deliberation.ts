import { dateEnLettres } from '../base/francais.ts';
import { always, type Rule } from './rule.ts';

/** Chaque étape, son nom, et si elle vient avant ou après la séance. */
const ETAPES = [
  { champ: 'convocation', nom: 'La convocation', avant: true },
  { champ: 'transmission', nom: 'La transmission au contrôle de légalité', avant: false },
  { champ: 'publication', nom: 'La publication', avant: false },
] as const;

export const datesDeLaDeliberation: Rule = {
  code: 'CTG4153',
  slug: 'dates-de-la-deliberation',
  title: 'Ordre des dates de la délibération',
  severity: always('erreur'),
  needsWhole: false,
  *check({ signataires }) {
    for (const s of signataires) {
      const seance = s.value.deliberation?.date;
      if (seance === undefined) continue;
      for (const { champ, nom, avant } of ETAPES) {
        const jour = s.value.deliberation?.[champ];
        if (jour === undefined || (avant ? jour < seance : jour >= seance)) continue;
        yield {
          message: `${nom} est datée du ${dateEnLettres(jour)}, et la séance du ${dateEnLettres(seance)}. L’une des deux dates est fausse.`,
          hint: 'Reprenez les dates de l’extrait du registre et de l’accusé de réception.',
          span: s.at(['deliberation', champ]),
          related: [{ message: 'la séance', span: s.at(['deliberation', 'date']) }],
        };
      }
    }
  },
};
