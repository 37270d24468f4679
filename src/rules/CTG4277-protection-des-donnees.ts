import { texteDe } from './aide/contenu.ts';
import { always, type Rule } from './rule.ts';

/** Le règlement européen, par son sigle, son nom ou son numéro. */
const REGLEMENT = /RGPD|règlement général sur la protection des données|2016\/679/i;

export const protectionDesDonnees: Rule = {
  code: 'CTG4277',
  slug: 'protection-des-donnees',
  title: 'Échanges de données sans le RGPD',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ modele }) {
    for (const { id, clause, texte } of modele?.pieces ?? []) {
      // La clause de la bibliothèque le cite : seul un texte qui la remplace peut l'omettre.
      if (id !== 'donnees' || clause !== null || texte === null || REGLEMENT.test(texteDe(texte.body))) continue;
      yield {
        message: 'Ce texte remplace la clause sur les échanges de données, et ne cite pas le règlement général sur la protection des données (RGPD). Les parties n’auraient rien dit de leurs obligations.',
        hint: 'Reprenez le règlement, la loi n° 78-17 du 6 janvier 1978 et l’avis du délégué à la protection des données ; ou gardez la clause du modèle.',
        span: texte.at(['remplace']),
      };
    }
  },
};
