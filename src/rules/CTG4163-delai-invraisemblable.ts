import { capitale, dateEnLettres } from '../base/francais.ts';
import { plusJours } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';

const ETAPES = [
  { champ: 'convocation', nom: 'la convocation', avant: true },
  { champ: 'transmission', nom: 'la transmission au contrôle de légalité', avant: false },
  { champ: 'publication', nom: 'la publication', avant: false },
] as const;

export const delaiInvraisemblable: Rule = {
  code: 'CTG4163',
  slug: 'delai-invraisemblable',
  title: 'Délai invraisemblable autour de la séance',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ signataires }, { seuil }) {
    const maximum = seuil('jours_maximum');
    for (const s of signataires) {
      const vote = s.value.deliberation;
      if (vote?.date === undefined) continue;
      for (const { champ, nom, avant } of ETAPES) {
        const jour = vote[champ];
        if (jour === undefined) continue;
        const [tot, tard] = avant ? [jour, vote.date] : [vote.date, jour];
        if (tard <= plusJours(tot, maximum)) continue;
        yield {
          message: `${capitale(nom)} est datée du ${dateEnLettres(jour)}, et la séance du ${dateEnLettres(vote.date)} : plus de ${String(maximum)} jours les séparent. L’année, ou le mois, a sans doute été mal recopié.`,
          hint: avant ? 'Reprenez la date sur la convocation.' : 'Reprenez la date sur l’accusé de réception ou le certificat de publication. Si elle est juste, la délibération n’est exécutoire que depuis ce jour.',
          span: s.at(['deliberation', champ]),
          related: [{ message: 'la séance', span: s.at(['deliberation', 'date']) }],
        };
      }
    }
  },
};
