import { dateEnLettres } from '../base/francais.ts';
import type { Projet } from '../resolve/projet.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const avenants: Rule = {
  code: 'CTG4110',
  slug: 'avenants',
  title: 'Suite des avenants',
  severity: always('erreur'),
  needsWhole: false,
  *check(projet) {
    yield* ordre(projet);
    yield* termes(projet);
    yield* adhesions(projet);
  },
};

/** Chaque avenant suit la convention et l'avenant précédent, et se signe avant le terme. */
function* ordre({ convention, avenants: suite }: Projet): Iterable<Finding> {
  let precedent = convention?.value.signature?.date;
  let quoi = 'la signature de la convention';
  let fin = convention?.value.periode.fin;
  for (const { value, at } of suite) {
    const { date } = value;
    if (date !== undefined && precedent !== undefined && date < precedent) {
      yield {
        message: `Cet avenant est daté du ${dateEnLettres(date)}, avant ${quoi} (${dateEnLettres(precedent)}). Un avenant modifie l’acte qui le précède.`,
        hint: 'Corrigez la date, ou le numéro du fichier : les avenants se suivent dans l’ordre de leurs numéros.',
        span: at(['date']),
      };
    }
    if (date !== undefined && fin !== undefined && date > fin) {
      yield {
        message: `Cet avenant est signé le ${dateEnLettres(date)}, alors que la convention a pris fin le ${dateEnLettres(fin)}. On ne modifie pas un acte qui n’a plus d’effet.`,
        hint: 'Corrigez la date ; ou concluez une nouvelle convention.',
        span: at(['date']),
      };
    }
    if (date !== undefined) [precedent, quoi] = [date, 'l’avenant précédent'];
    if (value.nouvelle_fin !== undefined) fin = value.nouvelle_fin;
  }
}

/** Une prolongation dit jusqu'à quand, et au-delà du terme. */
function* termes({ convention, avenants: suite }: Projet): Iterable<Finding> {
  let fin = convention?.value.periode.fin;
  for (const { value, at } of suite) {
    const { nouvelle_fin: nouvelle } = value;
    if (value.type === 'prolongation' && nouvelle === undefined) {
      yield {
        message: 'Cet avenant prolonge la convention sans dire jusqu’à quand. L’article Durée garderait l’ancien terme.',
        hint: 'Ajoutez « nouvelle_fin: » avec le nouveau dernier jour.',
        span: at(['type']),
      };
    }
    if (value.type === 'prolongation' && nouvelle !== undefined && fin !== undefined && nouvelle <= fin) {
      yield {
        message: `Cette prolongation mène au ${dateEnLettres(nouvelle)} ; la convention court déjà jusqu’au ${dateEnLettres(fin)}.`,
        hint: 'Corrigez « nouvelle_fin », ou le type de l’avenant.',
        span: at(['nouvelle_fin']),
      };
    }
    fin = nouvelle ?? fin;
  }
}

/** Un avenant d'adhésion nomme ceux qui adhèrent ; ils n'adhèrent pas avant lui. */
function* adhesions({ avenants: suite, signataires, incomplets }: Projet): Iterable<Finding> {
  for (const { id, value, at } of suite) {
    if (value.type !== 'ajout de signataire' || incomplets.has('signataire') || signataires.some((s) => s.value.adhesion?.avenant === id)) continue;
    yield {
      message: 'Cet avenant ajoute un signataire, mais aucun fichier de signataires/ ne dit y avoir adhéré. Personne ne serait engagé par lui.',
      hint: `Dans le fichier du nouveau signataire, ajoutez « adhesion: » avec « avenant: ${id} ».`,
      span: at(['type']),
    };
  }
  for (const s of signataires) {
    const { adhesion } = s.value;
    const avenant = suite.find((a) => a.id === adhesion?.avenant)?.value.date;
    if (adhesion?.date === undefined || avenant === undefined || adhesion.date >= avenant) continue;
    yield {
      message: `L’adhésion est datée du ${dateEnLettres(adhesion.date)}, avant l’avenant qui la porte (${dateEnLettres(avenant)}).`,
      hint: 'Corrigez l’une des deux dates.',
      span: s.at(['adhesion', 'date']),
    };
  }
}
